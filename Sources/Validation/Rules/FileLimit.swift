package import Findings

/// A file is larger or deeper than an inventory file can need.
package struct FileLimit: ReadingRule {
    package static let card = RuleCard(
        id: "file-limit",
        chapter: .reading,
        severity: .error,
        summary: "a file is larger or deeper than an inventory file can need",
        explanation: """
            Files are limited to 8 MiB, 32 levels of nesting, keys of 1 KiB and texts of 64 KiB, so that no file, \
            whoever wrote it, can hold up the tool or fill its memory. An inventory of any size fits once it is \
            split into files, which may be done in any way.
            """,
        rejects: [
            """
            sites: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[↓[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
            """
        ],
        accepts: [
            """
            sites:
              - name: lon1
            """
        ]
    )

    package init() {}
}
