package import Findings

/// A text is not an IP address.
package struct InvalidAddress: ReadingRule {
    package static let card = RuleCard(
        id: "invalid-address",
        chapter: .addressing,
        severity: .error,
        summary: "a text is not an IP address",
        explanation: """
            Addresses are never repaired. A leading zero means octal to some programs and decimal to others, `127.1` \
            and `0x7f.1` are 127.0.0.1 to some and nothing to others, an IPv4-mapped IPv6 address is a second \
            spelling of an IPv4 address, and a zone id has a meaning on one machine only. Addresses carry no mask: \
            the subnet that holds them has it.
            """,
        rejects: [
            """
            subnets: [{prefix: 192.0.2.0/24}]
            reservations:
              - address: ↓192.0.2.010
            """,
            """
            subnets: [{prefix: "2001:db8::/64"}]
            reservations:
              - address: ↓2001:db8::1::2
            """,
        ],
        accepts: [
            """
            subnets: [{prefix: 192.0.2.0/24}, {prefix: "2001:db8::/64"}]
            reservations:
              - address: 192.0.2.10
              - address: 2001:db8::2
            """
        ]
    )

    package init() {}
}
