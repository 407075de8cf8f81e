import Addressing
import Findings
import InventoryModel
import Observations

/// All declared subnets with what they inherit worked out once, and the search for the one that holds an address.
struct JudgedSubnets: Sendable {
    /// The subnets, sorted by VRF and prefix.
    let all: [JudgedSubnet]
    private let tables: [String: PrefixTable<Int>]

    init(_ plan: AddressPlan, runs: [ScanRun]) {
        let declared = Self.distinct(plan.inventory.subnets)
        let tables = Self.tables(of: declared)
        let scans = declared.map { plan.effectiveScan(of: $0) }
        let watches = Self.watches(of: declared, in: runs, tables: tables, excluding: scans.map(\.exclude))
        all = declared.indices.map { place in
            let subnet = declared[place]
            return JudgedSubnet(
                subnet, drift: plan.effectiveDrift(of: subnet), scan: scans[place], watches: watches[place])
        }
        self.tables = tables
    }

    /// The place of the most specific subnet that holds an address.
    func place(holding address: IPAddress, vrf: String) -> Int? {
        tables[vrf]?.longestMatch(for: address)?.value
    }

    /// The subnets in order; of two declarations of one subnet, which is a fault of its own, the first in the text.
    private static func distinct(_ subnets: [Subnet]) -> [Subnet] {
        var distinct: [Subnet] = []
        let sorted = subnets.sorted {
            ($0.vrfName, $0.prefix.value, $0.span) < ($1.vrfName, $1.prefix.value, $1.span)
        }
        for subnet in sorted {
            if let last = distinct.last, last.vrfName == subnet.vrfName, last.prefix.value == subnet.prefix.value {
                continue
            }
            distinct.append(subnet)
        }
        return distinct
    }

    private static func tables(of subnets: [Subnet]) -> [String: PrefixTable<Int>] {
        Dictionary(grouping: subnets.indices) { subnets[$0].vrfName }.mapValues { places in
            PrefixTable(places.map { (subnets[$0].prefix.value, $0) })
        }
    }

    /// What each vantage point scanned of each subnet; a run of a wider prefix covers the subnets in it as well.
    private static func watches(
        of subnets: [Subnet], in runs: [ScanRun], tables: [String: PrefixTable<Int>], excluding excluded: [AddressSet]
    ) -> [[SubnetWatch]] {
        var watches = [[String: SubnetWatch]](repeating: [:], count: subnets.count)
        for run in runs.sorted(by: precedes) {
            for coverage in run.coverage {
                for (_, place) in tables[coverage.vrf]?.covered(by: coverage.prefix) ?? PrefixTable([])[...] {
                    let pass = SubnetWatch.Pass(ended: run.ended, coverage: coverage)
                    let isComplete = run.isComplete(coverage, excluding: excluded[place])
                    watches[place][
                        run.vantage, default: SubnetWatch(vantage: run.vantage, first: pass, isComplete: isComplete)
                    ].add(pass, isComplete: isComplete)
                }
            }
        }
        return watches.map { $0.values.sorted { $0.vantage < $1.vantage } }
    }

    /// Oldest first, and the same order whichever way the runs come.
    private static func precedes(_ left: ScanRun, _ right: ScanRun) -> Bool {
        (left.ended, left.started, left.vantage, left.tool, left.state.rawValue)
            < (right.ended, right.started, right.vantage, right.tool, right.state.rawValue)
    }
}
