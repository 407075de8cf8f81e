import Addressing
package import Findings
import InventoryModel

/// A change claims an address that another change under way claims as well.
package struct ClaimedElsewhere: ChangeRule {
    package static let card = RuleCard(
        id: "claimed-elsewhere",
        chapter: .change,
        severity: .error,
        summary: "another change under way claims the same address",
        explanation: """
            Two changes in different files, or in different places of one file, merge without a conflict. Each is \
            sound by itself, and only once both are merged do two claimants hold the address. `ipam plan --also REF` \
            compares what each change claims since it was begun, so that both learn of it before either is merged.
            """,
        rejects: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                devices:
                  - name: db2
                    interfaces: [{name: eth0, addresses: [↓192.0.2.22]}]
                """,
                before: "subnets: [{prefix: 192.0.2.0/24}]",
                elsewhere: """
                    subnets: [{prefix: 192.0.2.0/24}]
                    reservations: [{address: 192.0.2.22, name: api}]
                    """
            )
        ],
        accepts: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                devices:
                  - name: router1
                    interfaces: [{name: eth0, addresses: [{address: 192.0.2.1, role: vrrp}]}]
                """,
                before: "subnets: [{prefix: 192.0.2.0/24}]",
                elsewhere: """
                    subnets: [{prefix: 192.0.2.0/24}]
                    devices:
                      - name: router2
                        interfaces: [{name: eth0, addresses: [{address: 192.0.2.1, role: vrrp}]}]
                    """
            )
        ]
    )

    package init() {}

    package func check(_ context: inout ChangeContext) {
        let table = RangeTable(context.elsewhere.map { ($0.range, $0) })
        for claim in context.newClaims {
            let claimant = context.plan.claimant(of: claim)
            let place = context.location(of: claim)
            for other in table.values(overlapping: claim.range) where other.vrf == claim.vrf {
                // A branch that was begun on top of this one brings this one's claims along.
                let isSame = other.claimant == claimant && other.file == place.path && other.range == claim.range
                guard !isSame, collide(claim, other) else { continue }
                // Of a range that is kept free, only what both want is in question.
                let both = claim.isSingleAddress ? claim.range : other.range
                context.report(
                    "\(both) is claimed by '\(other.claimant)' in \(other.revision) as well",
                    on: claim,
                    related: [.init("claimed there by '\(other.claimant)'", at: other.location)],
                    help: "agree with the other change on who gets it, and take another address here or there"
                )
            }
        }
    }

    /// Ranges are kept free, and may be by two; an address in a range that is kept free is no longer free.
    private func collide(_ claim: Claim, _ other: ForeignClaim) -> Bool {
        guard claim.isSingleAddress || other.isSingleAddress else { return false }
        guard claim.isSingleAddress, other.isSingleAddress, let role = claim.role else { return true }
        return role != other.role
    }
}
