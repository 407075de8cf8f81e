import Addressing
import Findings

/// Finds every claim of an inventory and the routing domain that it is made in.
struct ClaimCollector {
    private(set) var claims: [Claim] = []
    private(set) var ambiguous: [(claim: Claim, candidates: [String])] = []
    private let tables: [(vrf: String, table: PrefixTable<Int>)]

    static func collect(
        _ inventory: Inventory, _ tables: [String: PrefixTable<Int>]
    ) -> (claims: [Claim], ambiguous: [(claim: Claim, candidates: [String])]) {
        var collector = ClaimCollector(tables: tables)
        collector.addDevices(inventory.devices)
        collector.addReservations(inventory.reservations)
        collector.claims.sort(by: precedes)
        collector.findSubnets(inventory.subnets)
        return (collector.claims, collector.ambiguous)
    }

    private init(tables: [String: PrefixTable<Int>]) {
        self.tables = tables.map { ($0.key, $0.value) }.sorted { $0.vrf < $1.vrf }
    }

    private static func precedes(_ left: Claim, _ right: Claim) -> Bool {
        if left.vrf != right.vrf { return left.vrf < right.vrf }
        return left.range == right.range ? left.span < right.span : left.range < right.range
    }

    private mutating func addDevices(_ devices: [Device]) {
        claims.reserveCapacity(devices.count)
        // By index: copying whole devices about would count every reference they hold.
        for d in devices.indices {
            for i in devices[d].interfaces.indices {
                let declared = devices[d].interfaces[i].vrf?.value
                for a in devices[d].interfaces[i].addresses.indices {
                    let address = devices[d].interfaces[i].addresses[a].address
                    add(
                        IPRange(address.value), declared: declared, .device(d, interface: i, address: a),
                        role: devices[d].interfaces[i].addresses[a].role, at: address.span, isSingleAddress: true
                    )
                }
            }
        }
    }

    private mutating func addReservations(_ reservations: [Reservation]) {
        for (index, reservation) in reservations.enumerated() {
            add(
                reservation.range.value, declared: reservation.vrf?.value, .reservation(index),
                role: reservation.role, at: reservation.range.span, isSingleAddress: reservation.isAddress
            )
        }
    }

    private mutating func add(
        _ range: IPRange, declared: String?, _ claimant: Claim.Claimant, role: SharedRole?, at span: SourceSpan,
        isSingleAddress: Bool
    ) {
        let candidates = declared == nil ? domains(holding: range.first) : []
        let claim = Claim(
            vrf: declared ?? candidates.first ?? VRF.defaultName, range: range, claimant: claimant, role: role,
            span: span, isSingleAddress: isSingleAddress
        )
        claims.append(claim)
        if candidates.count > 1 { ambiguous.append((claim, candidates)) }
    }

    /// Notes the subnet of each claim.
    ///
    /// Claims and subnets are both swept once in address order: to look each up by itself takes many times as long.
    private mutating func findSubnets(_ subnets: [Subnet]) {
        let domains = Dictionary(grouping: subnets.indices) { subnets[$0].vrfName }
        var sweep = SubnetSweep([])
        for index in claims.indices {
            if index == 0 || claims[index - 1].vrf != claims[index].vrf {
                sweep = SubnetSweep((domains[claims[index].vrf] ?? []).map { (subnets[$0].prefix.value, $0) })
            }
            claims[index].subnet = sweep.holder(of: claims[index].address)
        }
    }

    /// The routing domains with a subnet that holds an address.
    private func domains(holding address: IPAddress) -> [String] {
        if tables.count == 1 { return [tables[0].vrf] }
        return tables.filter { $0.table.longestMatch(for: address) != nil }.map(\.vrf)
    }
}
