import Addressing
package import Findings
import InventoryModel

/// Two pools share addresses.
package struct OverlappingPools: ValidationRule {
    package static let card = RuleCard(
        id: "overlapping-pools",
        chapter: .addressing,
        severity: .error,
        summary: "two pools share addresses",
        explanation: """
            An address in two pools is handed out twice: by two DHCP servers, or by a server and by whoever takes the \
            next free one. Pools are compared over all subnets of a VRF.
            """,
        rejects: [
            """
            subnets:
              - prefix: 192.0.2.0/24
                pools:
                  - {name: servers, range: 192.0.2.10-192.0.2.99, purpose: static}
                  - {name: leases, range: ↓192.0.2.64-192.0.2.127, purpose: dhcp}
            """
        ],
        accepts: [
            """
            subnets:
              - prefix: 192.0.2.0/24
                pools:
                  - {name: servers, range: 192.0.2.10-192.0.2.99, purpose: static}
                  - {name: leases, range: 192.0.2.100-192.0.2.127, purpose: dhcp}
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        var furthest: PlacedPool?
        for placed in context.pools {
            if let earlier = furthest, earlier.vrf == placed.vrf {
                if earlier.range.overlaps(placed.range) { report(placed, overlapping: earlier, &context) }
                if placed.range.last <= earlier.range.last { continue }
            }
            furthest = placed
        }
    }

    private func report(_ placed: PlacedPool, overlapping earlier: PlacedPool, _ context: inout ValidationContext) {
        context.report(
            "pool '\(placed.pool.name.value)' (\(placed.range)) overlaps pool '\(earlier.pool.name.value)' "
                + "(\(earlier.range))",
            at: placed.pool.range.span,
            subject: placed.subject,
            related: [.init("the other pool", at: earlier.pool.range.span)],
            help: earlier.range.last.next.flatMap { $0 <= placed.range.last ? "start it at \($0)" : nil }
        )
    }
}
