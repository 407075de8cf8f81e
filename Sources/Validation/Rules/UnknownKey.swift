package import Findings

/// An object has a key that does not exist.
package struct UnknownKey: ReadingRule {
    package static let card = RuleCard(
        id: "unknown-key",
        chapter: .reading,
        severity: .error,
        summary: "an object has a key that does not exist",
        explanation: """
            A key that is not known has no effect, so a misspelt one would silently leave out what was meant. It is \
            refused, and the nearest valid key is named. The JSON Schema (`ipam schema inventory`) lets an editor \
            complete and explain all keys.
            """,
        rejects: [
            """
            sites:
              - name: lon1
                ↓descripton: London
            """,
            """
            ↓subents: [{prefix: 192.0.2.0/24}]
            """,
        ],
        accepts: [
            """
            sites:
              - name: lon1
                description: London
            """
        ]
    )

    package init() {}
}
