import Addressing
package import Findings
import InventoryModel

/// A VLAN carries two unrelated subnets at one site.
package struct VLANConflict: ValidationRule {
    package static let card = RuleCard(
        id: "vlan-conflict",
        chapter: .addressing,
        severity: .warning,
        summary: "a VLAN carries two subnets of one kind at one site",
        explanation: """
            Two IPv4 subnets with one VLAN id at one site share a broadcast domain: their hosts see each other's ARP, \
            and a DHCP server cannot tell them apart. Mostly one of the ids is a slip. An IPv4 and an IPv6 subnet in \
            one VLAN are normal, so are a global and a unique local IPv6 prefix (RFC 4193), and so is a deprecated \
            subnet beside its successor. Subnets without a site are compared only if no sites are declared.
            """,
        rejects: [
            """
            sites: [{name: lon1}]
            subnets:
              - {prefix: 192.0.2.0/25, site: lon1, vlan: 120}
              - {prefix: ↓192.0.2.128/25, site: lon1, vlan: 120}
            """
        ],
        accepts: [
            """
            sites: [{name: lon1}, {name: ams1}]
            subnets:
              - {prefix: 192.0.2.0/25, site: lon1, vlan: 120}
              - {prefix: "2001:db8:0:1::/64", site: lon1, vlan: 120}
              - {prefix: "fd00:0:0:1::/64", site: lon1, vlan: 120}
              - {prefix: 192.0.2.128/25, site: ams1, vlan: 120}
              - {prefix: 198.51.100.0/24, site: lon1, vlan: 120, status: deprecated}
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        let isOnePlace = context.inventory.sites.isEmpty
        var first: [Segment: Subnet] = [:]
        for subnet in context.subnetsInOrder {
            guard let segment = Segment(subnet), isOnePlace || segment.site != nil else { continue }
            guard let earlier = first[segment] else {
                first[segment] = subnet
                continue
            }
            let place = segment.site.map { " at site '\($0)'" } ?? ""
            context.report(
                "VLAN \(segment.vlan)\(place) already carries \(earlier.prefix.value), and now \(subnet.prefix.value)",
                at: subnet.prefix.span,
                subject: subnet.subject,
                related: [.init("the other subnet", at: earlier.prefix.span)]
            )
        }
    }

    /// What two subnets in use can share only if they are on one link.
    private struct Segment: Hashable {
        let site: String?
        let vlan: Int
        let kind: Kind

        enum Kind {
            case v4, globalV6, localV6
        }

        init?(_ subnet: Subnet) {
            guard let vlan = subnet.vlan?.value, subnet.status == .active || subnet.status == .reserved else {
                return nil
            }
            self.vlan = vlan
            site = subnet.site?.value
            let network = subnet.prefix.value.network
            // fc00::/7 (RFC 4193, 3.1).
            kind = network.family == .v4 ? .v4 : network.bits >> 121 == 0x7e ? .localV6 : .globalV6
        }
    }
}
