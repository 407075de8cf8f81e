package import Findings

/// A file is not YAML.
package struct YAMLSyntaxFault: ReadingRule {
    package static let card = RuleCard(
        id: "yaml-syntax",
        chapter: .reading,
        severity: .error,
        summary: "a file is not YAML",
        explanation: """
            Nothing in a file that cannot be parsed is known, so nothing about it can be checked and no output can \
            be trusted: the whole inventory waits for it. Most often an indentation is off, a quote is not closed, \
            or a text that holds ': ' or begins with a special character needs quotes. Lines that Git left behind \
            after a merge conflict are reported here too.
            """,
        rejects: [
            """
            sites:
              - name: lon1
                description: London↓: Slough
            """,
            """
            sites: [{name: lon1}↓
            """,
            """
            sites:
            ↓<<<<<<< HEAD
              - name: lon1
            =======
              - name: lon2
            >>>>>>> branch
            """,
        ],
        accepts: [
            """
            sites:
              - name: lon1
                description: "London: Slough"
            """
        ]
    )

    package init() {}
}
