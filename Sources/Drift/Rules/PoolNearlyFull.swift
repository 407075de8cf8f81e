package import Findings
import InventoryModel

/// A pool is about to run out of addresses.
package struct PoolNearlyFull: DriftRule {
    package static let card = RuleCard(
        id: "pool-nearly-full",
        chapter: .drift,
        severity: .note,
        summary: "less than a tenth of a pool is free",
        explanation: """
            Of the pool's addresses more than nine tenths are claimed, leased, or in use without either. Judged are static \
            and dhcp pools of at least ten addresses. Only a note, as some pools are well filled for years; `settings.rules` can make it graver.
            """,
        rejects: [
            Example(
                """
                subnets:
                  - prefix: 192.0.2.0/24
                    pools: [{name: servers, range: ↓192.0.2.10-192.0.2.30, purpose: static}]
                reservations:
                  - {range: 192.0.2.10-192.0.2.28, name: cameras}
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.28 alive last=-1h
                    """
            )
        ],
        accepts: [
            Example(
                """
                subnets:
                  - prefix: 192.0.2.0/24
                    pools:
                      - {name: servers, range: 192.0.2.10-192.0.2.30, purpose: static}
                      - {name: routers, range: 192.0.2.1-192.0.2.3, purpose: static}
                      - {name: later, range: 192.0.2.64/26, purpose: reserved}
                reservations:
                  - {range: 192.0.2.10-192.0.2.27, name: cameras}
                  - {range: 192.0.2.1-192.0.2.3, name: routers}
                """,
                seen: "run 192.0.2.0/24 complete -1h"
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for use in context.poolUses where use.isNearlyFull {
            context.report(
                "pool '\(use.pool.name.value)' has \(use.free) of \(use.size) addresses left", on: use,
                help: "enlarge the pool before it is full, or free what is no longer needed"
            )
        }
    }
}
