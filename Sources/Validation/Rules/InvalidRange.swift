package import Findings

/// A text is not a range of addresses.
package struct InvalidRange: ReadingRule {
    package static let card = RuleCard(
        id: "invalid-range",
        chapter: .addressing,
        severity: .error,
        summary: "a text is not a range of addresses",
        explanation: """
            A range is a first and a last address of one family joined by `-`, both included, or a prefix. A range \
            that runs backwards, or from one family into the other, holds nothing, so one of its ends is a slip.
            """,
        rejects: [
            """
            subnets:
              - prefix: 192.0.2.0/24
                pools:
                  - {name: servers, range: ↓192.0.2.99-192.0.2.10, purpose: static}
            """
        ],
        accepts: [
            """
            subnets:
              - prefix: 192.0.2.0/24
                pools:
                  - {name: servers, range: 192.0.2.10-192.0.2.99, purpose: static}
                  - {name: leases, range: 192.0.2.128/26, purpose: dhcp}
            """
        ]
    )

    package init() {}
}
