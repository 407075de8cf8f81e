package import Findings

/// An object lacks a key that it needs.
package struct MissingKey: ReadingRule {
    package static let card = RuleCard(
        id: "missing-key",
        chapter: .reading,
        severity: .error,
        summary: "an object lacks a key that it needs",
        explanation: """
            Without the key the object has no identity or no meaning: a subnet without a prefix, a waiver without an \
            expiry. The object is left out of everything that follows until the key is there. A reservation takes \
            exactly one of `address` and `range`, a zone exactly one of `name` and `reverse`.
            """,
        rejects: [
            """
            subnets:
              - ↓name: lon1-servers
            """,
            """
            reservations:
              - ↓name: api
            """,
        ],
        accepts: [
            """
            subnets:
              - prefix: 192.0.2.0/24
                name: lon1-servers
            """
        ]
    )

    package init() {}
}
