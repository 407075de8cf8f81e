import JSONShapes

/// All claimed addresses for scripts; ``ExportSchemas`` describes it.
package struct JSONExport: ExportFormat {
    package let name = "json"
    package let summary = "all claimed addresses for scripts; `schemas/` describes it"
    package let layout = ExportLayout.file

    /// Makes the format.
    package init() {}

    package func render(_ input: ExportInput) -> [ExportedFile] {
        let content = ExportSchemas.Content(
            addresses: AddressTable.rows(input), unclaimed: AddressTable.unclaimed(input))
        let text = ExportSchemas.shape.json(content).text()
        return [ExportedFile(path: "addresses.json", text: text)]
    }

    package func isOwn(_ text: String) -> Bool { text.hasPrefix("{\n  \"format_version\": ") }

    package func entryKey(of line: Substring) -> String? {
        let words = line.trimmingPrefix { $0 == " " }
        return words.hasPrefix("\"address\": ") ? String(words) : nil
    }
}
