import Addressing
package import Findings
import InventoryModel

/// Two subnets have the same DHCP subnet id.
package struct DuplicateDHCPID: ValidationRule {
    package static let card = RuleCard(
        id: "duplicate-dhcp-id",
        chapter: .addressing,
        severity: .error,
        summary: "two subnets of one family have the same DHCP subnet id",
        explanation: """
            Kea files leases and reservations under the id of their subnet and refuses a configuration in which two \
            have the same. DHCP for IPv4 and for IPv6 are different servers, each with ids of its own.
            """,
        rejects: [
            """
            subnets:
              - {prefix: 192.0.2.0/25, dhcp: {id: 120}}
              - {prefix: 192.0.2.128/25, dhcp: {id: ↓120}}
            """
        ],
        accepts: [
            """
            subnets:
              - {prefix: 192.0.2.0/25, dhcp: {id: 120}}
              - {prefix: 192.0.2.128/25, dhcp: {id: 121}}
              - {prefix: "2001:db8:0:1::/64", dhcp: {id: 120}}
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        var first: [AddressFamily: [Int: (prefix: IPPrefix, span: SourceSpan)]] = [:]
        for subnet in context.subnetsInOrder {
            guard let id = subnet.dhcp?.id else { continue }
            let prefix = subnet.prefix.value
            guard let earlier = first[prefix.family, default: [:]][id.value] else {
                first[prefix.family, default: [:]][id.value] = (prefix, id.span)
                continue
            }
            context.report(
                "DHCP subnet id \(id.value) already belongs to \(earlier.prefix)",
                at: id.span,
                subject: subnet.subject,
                related: [.init("first given here", at: earlier.span)]
            )
        }
    }
}
