package import Findings

/// A mapping has the same key twice.
package struct DuplicateKey: ReadingRule {
    package static let card = RuleCard(
        id: "duplicate-key",
        chapter: .reading,
        severity: .error,
        summary: "a mapping has the same key twice",
        explanation: """
            Most YAML readers keep the last of two equal keys and drop the first without a word, so one of the two \
            values silently has no effect. Keys are equal however they are quoted. `settings` may stand in one file \
            only.
            """,
        rejects: [
            """
            sites:
              - name: lon1
                ↓name: lon2
            """
        ],
        accepts: [
            """
            sites:
              - name: lon1
              - name: lon2
            """
        ]
    )

    package init() {}
}
