import Addressing
package import Findings
import InventoryModel

/// An address in a reserved pool is in use.
package struct ReservedPoolInUse: DriftRule {
    package static let card = RuleCard(
        id: "reserved-pool-in-use",
        chapter: .drift,
        severity: .warning,
        summary: "an address in a reserved pool is in use",
        explanation: """
            Addresses of a pool with the purpose `reserved` are not to be handed out, and something answers at one of \
            them that nobody claims. Whatever the pool is kept for will find its address taken.
            """,
        rejects: [
            Example(
                """
                subnets:
                  - prefix: 192.0.2.0/24
                    pools: [{name: later, range: ↓192.0.2.64/27, purpose: reserved}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.70 alive last=-1h
                    """
            )
        ],
        accepts: [
            Example(
                """
                subnets:
                  - prefix: 192.0.2.0/24
                    pools: [{name: later, range: 192.0.2.64/27, purpose: reserved}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.70 silent at=-1h
                    """
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for sighting in context.sightings where sighting.standing == .keptFree {
            guard let state = sighting.alive,
                let pool = context.subnet(of: sighting)?.subnet.pools.first(where: {
                    $0.range.value.contains(sighting.address)
                })
            else { continue }
            context.report(
                "\(sighting.address) is in use, but pool '\(pool.name.value)' is reserved",
                on: sighting, shownBy: state, at: pool.range.span,
                help: "move the host to another address, or take its address out of the pool and claim it"
            )
        }
    }
}
