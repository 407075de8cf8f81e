import Addressing
package import Findings
import InventoryModel

/// A claimed address is one that no host can have.
package struct SpecialPurposeAddress: ValidationRule {
    package static let card = RuleCard(
        id: "special-purpose-address",
        chapter: .addressing,
        severity: .error,
        summary: "a claimed address is one that no host can have",
        explanation: """
            Multicast groups, the unspecified and the limited broadcast address, 0.0.0.0/8 and class E are nobody's \
            address; an IPv6 link-local address is as many hosts' as there are links, and they find it without an \
            inventory. Loopback and documentation prefixes are fine, and so is 169.254.0.0/16, from which tunnels to \
            cloud providers are numbered. A range of any of them may be kept free.
            """,
        rejects: [
            """
            subnets: [{prefix: 224.0.0.0/4}]
            reservations:
              - {address: ↓239.1.1.1, name: video}
            """,
            """
            devices:
              - name: router1
                interfaces: [{name: eth0, addresses: [↓"fe80::1"]}]
            """,
        ],
        accepts: [
            """
            subnets: [{prefix: 127.0.10.0/28}, {prefix: 169.254.7.0/30}]
            devices:
              - name: router1
                interfaces: [{name: lo, addresses: [127.0.10.1]}, {name: tun0, addresses: [169.254.7.2]}]
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        for claim in context.plan.claims where claim.isSingleAddress {
            guard let use = SpecialPurpose.use(of: claim.address) else { continue }
            context.report("\(claim.address) is \(use)", at: claim.span, subject: claim.subject)
        }
    }
}
