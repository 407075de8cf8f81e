package import Findings
import InventoryModel

/// A subnet that is being emptied still has claims.
package struct DeprecatedSubnetInUse: ValidationRule {
    package static let card = RuleCard(
        id: "deprecated-subnet-in-use",
        chapter: .policy,
        severity: .warning,
        summary: "a subnet that is being emptied still has claims in it",
        explanation: """
            A deprecated subnet is on its way out: nothing new belongs there, and what is left has to move before \
            it can be given up. Claims of retired devices do not count. A waiver with an expiry makes a good \
            deadline for the move.
            """,
        rejects: [
            """
            subnets: [{prefix: ↓192.0.2.0/24, status: deprecated}]
            devices:
              - name: db1
                interfaces: [{name: eth0, addresses: [192.0.2.21]}]
            """
        ],
        accepts: [
            """
            subnets: [{prefix: 192.0.2.0/24, status: deprecated}]
            devices:
              - name: db1
                status: retired
                interfaces: [{name: eth0, addresses: [192.0.2.21]}]
            """
        ]
    )

    package init() {}

    /// How many claims are shown.
    private static let mostShown = 3

    package func check(_ context: inout ValidationContext) {
        let subnets = context.inventory.subnets
        guard subnets.contains(where: { $0.status == .deprecated }) else { return }
        var claims: [Int: [Claim]] = [:]
        for claim in context.plan.claims {
            guard let subnet = claim.subnet, subnets[subnet].status == .deprecated,
                context.plan.device(of: claim)?.device.status != .retired
            else { continue }
            claims[subnet, default: []].append(claim)
        }
        for (index, claims) in claims.sorted(by: { $0.key < $1.key }) {
            let count = claims.count
            context.report(
                "\(subnets[index].prefix.value) is deprecated, and \(count) claim\(count == 1 ? " is" : "s are") left in it",
                at: subnets[index].prefix.span, subject: subnets[index].subject,
                related: claims.prefix(Self.mostShown).map {
                    .init("claimed by '\(context.plan.title(of: $0))'", at: $0.span)
                }
            )
        }
    }
}
