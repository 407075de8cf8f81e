import JSONShapes

/// All claimed addresses for scripts, and the whole inventory; ``ExportSchemas`` describes it.
package struct JSONExport: ExportFormat {
    package let name = "json"
    package let summary = "all claimed addresses for scripts, and the whole inventory; `schemas/` describes it"
    package let layout = ExportLayout.file

    /// Makes the format.
    package init() {}

    package func render(_ input: ExportInput) -> [ExportedFile] {
        let content = ExportSchemas.Content(
            addresses: AddressTable.rows(input), unclaimed: AddressTable.unclaimed(input), sources: input.sources)
        return [ExportedFile(path: "addresses.json", text: ExportSchemas.shape.text(content))]
    }

    package func isOwn(_ text: String) -> Bool { text.hasPrefix("{\n  \"format_version\": ") }

    package func entryKey(of line: Substring) -> String? {
        let words = line.trimmingPrefix { $0 == " " }
        // A reservation is told of twice: with all that is known of its address, and as it is declared.
        return words.hasPrefix("\"address\": ") ? String(words.last == "," ? words.dropLast() : words) : nil
    }
}
