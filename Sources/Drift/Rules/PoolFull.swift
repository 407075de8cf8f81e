package import Findings
import InventoryModel

/// No address of a pool is free.
package struct PoolFull: DriftRule {
    package static let card = RuleCard(
        id: "pool-full",
        chapter: .drift,
        severity: .warning,
        summary: "no address of a pool is free",
        explanation: """
            Every address of the pool is claimed, leased, or in use without either: the next host gets none. Judged \
            are static and dhcp pools of at least ten addresses; smaller ones are made for just what is in them.
            """,
        rejects: [
            Example(
                """
                subnets:
                  - prefix: 192.0.2.0/24
                    pools: [{name: leases, range: ↓192.0.2.130-192.0.2.139, purpose: dhcp}]
                """,
                seen: "run 192.0.2.0/24 complete -1h\n192.0.2.130 alive last=-1h\n"
                    + (131...139).map { "lease 192.0.2.\($0) expires=+8h" }.joined(separator: "\n")
            )
        ],
        accepts: [
            Example(
                """
                subnets:
                  - prefix: 192.0.2.0/24
                    pools:
                      - {name: leases, range: 192.0.2.130-192.0.2.149, purpose: dhcp}
                      - {name: routers, range: 192.0.2.1-192.0.2.3, purpose: static}
                reservations:
                  - {range: 192.0.2.1-192.0.2.3, name: routers}
                """,
                seen: "run 192.0.2.0/24 complete -1h\n192.0.2.130 alive last=-1h\n"
                    + (131...149).map { "lease 192.0.2.\($0) expires=\($0 < 145 ? "+8h" : "-1h")" }
                    .joined(separator: "\n")
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for use in context.poolUses where use.free == 0 {
            context.report(
                "all \(use.size) addresses of pool '\(use.pool.name.value)' are taken", on: use,
                help: "enlarge the pool, or free what is no longer needed"
            )
        }
    }
}
