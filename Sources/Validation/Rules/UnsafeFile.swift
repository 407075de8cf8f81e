package import Findings

/// A file of the inventory is a link or not a regular file.
package struct UnsafeFile: ReadingRule {
    package static let card = RuleCard(
        id: "unsafe-file",
        chapter: .reading,
        severity: .error,
        summary: "a file of the inventory is a link or not a regular file",
        explanation: """
            A symbolic link can bring any file of the machine into a report, and a device or pipe can keep a reader \
            waiting for ever. Only regular files that really lie below the inventory directory are read; nothing is \
            followed.
            """,
        rejects: [],
        accepts: []
    )

    package init() {}
}
