package import Findings

/// A text is not a domain name.
package struct InvalidHostname: ReadingRule {
    package static let card = RuleCard(
        id: "invalid-hostname",
        chapter: .dns,
        severity: .error,
        summary: "a text is not a domain name",
        explanation: """
            A name has labels of 1 to 63 letters, digits, hyphens and underscores, and 253 characters in all. Names \
            in other scripts are written in their `xn--` form, so that what is compared is what is published. A zone \
            with a name that servers refuse is not loaded at all.
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
                zone: ↓bücher.example
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
}
