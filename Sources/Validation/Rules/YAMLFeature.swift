package import Findings

/// A file uses a part of YAML that is refused.
package struct YAMLFeature: ReadingRule {
    package static let card = RuleCard(
        id: "yaml-feature",
        chapter: .reading,
        severity: .error,
        summary: "a file uses a part of YAML that is refused",
        explanation: """
            Anchors, aliases and merge keys hide what a value is from whoever reads a change; tags, directives and \
            several documents in a file mean different things to different readers; characters that cannot be seen, \
            and encodings other than UTF-8, make a file read otherwise than it looks. All of them are refused: every \
            value is written where it is used.
            """,
        rejects: [
            """
            sites:
              - name: ↓&first lon1
            """,
            """
            sites:
              - name: lon1
                description: ↓*first
            """,
            """
            sites:
              - ↓<<: {name: lon1}
                name: lon2
            """,
            """
            sites:
              - name: ↓!site lon1
            """,
            """
            sites: [{name: lon1}]
            ↓---
            sites: [{name: lon2}]
            """,
        ],
        accepts: [
            """
            sites:
              - name: lon1
                description: "*first & foremost* !"
            """
        ]
    )

    package init() {}
}
