package import Findings

/// A text is not a network in CIDR form.
package struct InvalidPrefix: ReadingRule {
    package static let card = RuleCard(
        id: "invalid-prefix",
        chapter: .addressing,
        severity: .error,
        summary: "a text is not a network in CIDR form",
        explanation: """
            A prefix is the first address of a network, a slash and a length. If bits are set behind the length, \
            either the address or the length is a slip, and only its author knows which: it is refused, with the \
            network that holds the address as a suggestion.
            """,
        rejects: [
            """
            subnets:
              - prefix: ↓192.0.2.1/24
            """,
            """
            subnets:
              - prefix: ↓192.0.2.0/33
            """,
        ],
        accepts: [
            """
            subnets:
              - prefix: 192.0.2.0/24
              - prefix: "2001:db8:0:1::/64"
            """
        ]
    )

    package init() {}
}
