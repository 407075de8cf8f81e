package import Findings

/// A text is not a domain name, or not one that a host may have.
package struct InvalidHostname: ReadingRule, ZoneRule {
    package static let card = RuleCard(
        id: "invalid-hostname",
        chapter: .dns,
        severity: .error,
        summary: "a text is not a domain name, or not one that a host may have",
        explanation: """
            A name has labels of 1 to 63 letters, digits, hyphens and underscores, and 253 characters in all; that of \
            a host or name server has no underscores, and no hyphen at the ends of a label (RFC 952; RFC 1123, 2.1). \
            Letters, marks and digits beyond ASCII become their `xn--` form (RFC 5891); symbols have none, \
            and a label that begins with `xn--` has to stand for some. \
            A zone with a name that servers refuse is not loaded at all.
            """,
        rejects: [
            """
            zones:
              - name: ↓lon1..example.net
                nameservers: [ns1.example.org]
            """,
            """
            subnets:
              - prefix: 192.0.2.0/24
                zone: ↓a☃.example
            """,
            """
            zones:
              - name: ↓xn--abc.example.net
                nameservers: [ns1.example.org]
            """,
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            subnets: [{prefix: 192.0.2.0/24, zone: example.net}]
            reservations: [{address: 192.0.2.50, dns: ↓web_1}]
            zones: [{name: example.net}, {reverse: 192.0.2.0/24}]
            """,
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: lon1.example.net
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        context.reportReadingFaults()
        context.reportZoneProblems()
    }
}
