import Addressing
package import Findings
import InventoryModel

/// A declared record publishes an address that leads nowhere.
package struct SpecialAddressInDNS: ValidationRule {
    package static let card = RuleCard(
        id: "special-address-in-dns",
        chapter: .dns,
        severity: .warning,
        summary: "a declared record publishes an address that nobody can reach",
        explanation: """
            An address that means something on one machine or one link only, such as `127.0.0.1` or `fe80::1`, \
            leads everybody else to themselves or nowhere, and a multicast group or `0.0.0.0` to no host at all. \
            Subnets of the loopback interface may be declared, and what is published from them is not told of.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: localhost, type: A, values: [↓127.0.0.1]}
                  - {name: router, type: AAAA, values: [↓"fe80::1"]}
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: www, type: A, values: [192.0.2.80]}
                  - {name: www, type: AAAA, values: ["2001:db8::80"]}
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        for zone in context.inventory.zones {
            for record in zone.records where ["A", "AAAA"].contains(record.type.value) {
                for value in record.values {
                    guard let address = IPAddress(value.value), let use = Self.use(of: address) else { continue }
                    context.report(
                        "\(address) is \(use)", at: value.span,
                        subject: zone.subject(of: record)
                    )
                }
            }
        }
    }

    private static let loopback = [IPPrefix("127.0.0.0/8"), IPPrefix("::1/128")]
    private static let linkLocal = IPPrefix("169.254.0.0/16")

    private static func use(of address: IPAddress) -> String? {
        if loopback.contains(where: { $0?.contains(address) == true }) { return "the machine itself (RFC 6890)" }
        if linkLocal?.contains(address) == true { return "an address of one link only (RFC 3927)" }
        return SpecialPurpose.use(of: address)
    }
}
