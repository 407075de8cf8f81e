import Findings
import YAMLSyntax

extension YAMLValue {
    /// Reads a piece of YAML, such as the entry that a finding proposes.
    ///
    /// - Throws: ``EditError`` if it is no YAML, or uses what inventories may not.
    package init(yaml: String) throws(EditError) {
        let reading = YAMLReader.read(SourceFile(path: "", bytes: Array(yaml.utf8)), index: 0)
        guard let tree = reading.tree, let root = tree.root, reading.faults.isEmpty else {
            let reason = reading.faults.first.map { ": \($0.message)" } ?? ""
            throw EditError(.unreadable, "'\(yaml.prefix(100))' cannot be written into a file\(reason)")
        }
        self.init(tree, root)
    }

    /// Whether a text may stand in an inventory at all: control characters may not, not even as escapes.
    package static func isWritable(_ text: String) -> Bool {
        (try? YAMLValue(yaml: ScalarText.doubleQuoted(text))) == .text(text)
    }
}
