package import Findings
import YAMLSyntax

/// What came of laying out a file.
package enum FormattingOutcome: Sendable {
    /// It is laid out as it should be already.
    case unchanged
    /// The whole file as it should be.
    case changed([UInt8])
    /// It cannot be laid out, and why.
    case refused([Fault])
}

/// Lays out inventory files: keys in the order of their documentation, two spaces for each level.
///
/// Brackets, quotes and comments stay as they are, a comment with the entry that it stands above or behind. What a file
/// says never changes: the result is read again and compared before anyone sees it.
package enum InventoryFormatter {
    /// Lays out one file that has the place `index` in its ``SourceFiles``.
    package static func format(_ file: SourceFile, index: UInt32) -> FormattingOutcome {
        let reading = YAMLReader.read(file, index: index)
        guard let tree = reading.tree, reading.faults.isEmpty else { return .refused(reading.faults) }
        guard let root = tree.root else { return .unchanged }
        guard tree.kind(of: root) == .mapping else {
            return refusal("what it holds is no mapping, and so no part of an inventory", file, index)
        }
        let text = SourceText(file.bytes)
        let comments = CommentLexer.comments(in: text, outside: Meaning(tree).scalars)
        var reader = LayoutReader(tree, text, comments)
        var layout = reader.readDocument(root)
        LayoutSorter.sort(&layout.body, by: .document)
        let result = LayoutPrinter.text(of: layout, lineEnd: text.lineEnd)
        if result == file.bytes { return .unchanged }
        guard isSame(result, as: tree, with: comments) else {
            return refusal("it cannot be laid out anew without changing what it says", file, index)
        }
        return .changed(result)
    }

    /// Whether the result says the same, with the same comments.
    private static func isSame(_ bytes: [UInt8], as tree: YAMLTree, with comments: [Comment]) -> Bool {
        let reading = YAMLReader.read(SourceFile(path: "", bytes: bytes), index: 0)
        guard let copy = reading.tree, reading.faults.isEmpty, Meaning(copy).isSame(as: Meaning(tree)) else {
            return false
        }
        let kept = CommentLexer.comments(in: SourceText(bytes), outside: Meaning(copy).scalars)
        func sorted(_ comments: [Comment]) -> [[UInt8]] {
            comments.map(\.text).sorted { $0.lexicographicallyPrecedes($1) }
        }
        return sorted(kept) == sorted(comments)
    }

    private static func refusal(_ message: String, _ file: SourceFile, _ index: UInt32) -> FormattingOutcome {
        .refused([
            Fault(
                "yaml-feature", message, at: SourceSpan(file: index, start: 0, end: 0),
                subject: Subject(.document, file.path))
        ])
    }
}
