import Addressing
import Findings

/// Follows declared aliases through all zones: servers load loops and aliases of nothing, and serve them.
struct AliasChains {
    private(set) var problems: [ZoneProblem] = []
    private let aliases: [DomainName: DraftRecord]
    private let owners: ZoneOwners

    init(_ deriver: ZoneDeriver, _ owners: ZoneOwners) {
        self.owners = owners
        let declared = deriver.drafts.joined().filter { $0.isDeclared && $0.data.type == .cname }
        aliases = Dictionary(declared.map { ($0.owner, $0) }) { min($0, $1) }
        findLoops()
        for alias in aliases.values { checkTarget(of: alias) }
    }

    /// The alias that answers for a name: its own, or that of a wildcard.
    private func alias(of name: DomainName) -> DraftRecord? {
        aliases[name] ?? owners.records(of: name).first { $0.data.type == .cname && $0.isDeclared }
    }

    private mutating func findLoops() {
        var finished: Set<DomainName> = []
        for start in aliases.keys.sorted() {
            var path: [DomainName] = []
            var places: [DomainName: Int] = [:]
            var name: DomainName? = start
            while let current = name, !finished.contains(current), let alias = alias(of: current) {
                if let place = places[current] {
                    report(loop: Array(path[place...]))
                    break
                }
                places[current] = path.count
                path.append(current)
                name = alias.data.target
            }
            finished.formUnion(path)
        }
    }

    private mutating func report(loop: [DomainName]) {
        let records = Set(loop.compactMap(alias)).sorted()
        guard let first = records.first else { return }
        let reason =
            loop.count == 1 && !first.owner.isWildcard
            ? "'\(first.owner)' is an alias of itself"
            : "'\(first.owner)' is an alias of \(first.data), which leads back to it"
        problems.append(
            ZoneProblem(
                .cnameLoop, first.owner, reason, at: first.span,
                related: records.dropFirst().prefix(3).map { Fault.Note("by way of '\($0.owner)'", at: $0.span) }
            )
        )
    }

    private mutating func checkTarget(of alias: DraftRecord) {
        guard let target = alias.data.target, owners.isOurs(target), owners.records(of: target).isEmpty,
            // Beside other records an alias is out of place, wherever it leads.
            owners.records(of: alias.owner).allSatisfy({ $0.data.type == .cname })
        else { return }
        let reason = "'\(alias.owner)' is an alias of '\(target)', which has no records"
        problems.append(ZoneProblem(.danglingCNAME, alias.owner, reason, at: alias.span, help: .finalDot))
    }
}
