import Findings
import Formatting
import YAMLSyntax

/// What came of an edit.
package struct EditedDocument: Sendable {
    /// The whole file as it is to be.
    package let bytes: [UInt8]
    /// What changes in its text.
    package let patches: TextPatches
}

extension DocumentEdit {
    /// Applies all changes to the text.
    ///
    /// The result is read again, and has to say exactly what was wanted, before anyone sees it.
    ///
    /// - Throws: ``EditError`` if a change cannot be made without touching other text, or what is to be written may not
    ///   stand in an inventory.
    package func finish() throws(EditError) -> EditedDocument {
        var edit = self
        edit.keepCommentedLists()
        var author = PatchAuthor(edit)
        let patches = try TextPatches(try author.run())
        let bytes = patches.applied(to: file.bytes)
        let reading = YAMLReader.read(SourceFile(path: file.path, bytes: bytes), index: 0)
        guard let result = reading.tree, reading.faults.isEmpty else {
            let reason = reading.faults.first.map { ": \($0.message)" } ?? ""
            throw EditError(.unreadable, "the edit would make \(file.path) unreadable\(reason)")
        }
        let expected = IntendedContent(edit).content
        guard result.root.map({ YAMLValue(result, $0) }) == expected else {
            throw EditError(
                .unsupported,
                "\(file.path) is written in a way that cannot be edited without changing something else: "
                    + "`ipam fmt \(file.path)` first, or edit it by hand")
        }
        return EditedDocument(bytes: bytes, patches: patches)
    }
}
