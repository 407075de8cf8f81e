import Addressing
import Observations

/// The kinds of probes that a run needs, opened as far as the machine permits.
struct ProbeRoster {
    /// The open kinds; a lane number is an index into them.
    // Kinds of different types in one list, and scripted ones in tests.
    let probes: [any Probe]
    private let lanes: [Kind: Int]
    private let refusals: [Kind: ProbeRefusal]

    /// A probe of one name over one family.
    private struct Kind: Hashable {
        let name: ProbeName
        let family: AddressFamily
    }

    /// Opens what the names need for the families.
    init(_ names: Set<ProbeName>, families: [AddressFamily], environment: ProbeEnvironment) {
        var probes: [any Probe] = []
        var lanes: [Kind: Int] = [:]
        var refusals: [Kind: ProbeRefusal] = [:]
        for kind in ProbeCatalog.all {
            let own = names.filter { kind.handles($0) }
            guard !own.isEmpty else { continue }
            let opened = kind.open(families, in: environment)
            for name in own {
                for family in families {
                    lanes[Kind(name: name, family: family)] = opened.refusals[family] == nil ? probes.count : nil
                    refusals[Kind(name: name, family: family)] = opened.refusals[family]
                }
            }
            if let probe = opened.probe { probes.append(probe) }
        }
        self.probes = probes
        self.lanes = lanes
        self.refusals = refusals
    }

    /// Those of the names that can be used for a target, in their order.
    func usable(_ names: [ProbeName], for target: IPAddress) -> [LanedProbe] {
        names.compactMap { name in
            lanes[Kind(name: name, family: target.family)].flatMap { lane in
                probes[lane].refusal(of: target) == nil ? LanedProbe(name: name, lane: lane) : nil
            }
        }
    }

    /// Those that cannot be used, as evidence, in their order.
    func refused(_ names: [ProbeName], for target: IPAddress) -> [ProbeEvidence] {
        names.compactMap { name in
            let kind = Kind(name: name, family: target.family)
            let refusal = refusals[kind] ?? lanes[kind].flatMap { probes[$0].refusal(of: target) }
            return refusal.map { ProbeEvidence(probe: "\(name)", outcome: $0.evidence) }
        }
    }

    /// What to do about the refusals, one sentence each, sorted.
    var notices: [String] { Set(refusals.values.compactMap(\.notice)).sorted() }
}
