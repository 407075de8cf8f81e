import Imports
package import JSONShapes

extension ImportOutcome {
    /// The version of the shape; raised when something that scripts rely on changes or goes.
    private static let formatVersion: Int64 = 1

    /// The JSON of `import`.
    package static let shape = JSONShape<ImportOutcome>(
        "What an import came to.",
        [
            .init("format_version", .integer().with("const", .integer(formatVersion)), "The version of this format.") {
                _ in .integer(formatVersion)
            },
            .init("is_written", .boolean, "Whether the inventory was changed.") { .bool($0.isWritten) },
            count("rows", "Rows or entries in all files.") { $0.rows },
            count("faulty_rows", "Rows that are wrong.") { $0.faultyRows },
            count("new_sites", "Sites that were not there before.") { $0.news.sites.count },
            count("new_vrfs", "Routing domains that were not there before.") { $0.news.vrfs.count },
            count("new_subnets", "Subnets that were not there before.") { $0.news.subnets.count },
            count("new_devices", "Devices that were not there before.") { $0.news.devices.count },
            count("new_reservations", "Reservations that were not there before.") { $0.news.reservations.count },
            count("new_parts", "Zones, waivers and settings that were not there before.") { $0.news.parts.count },
            count("changes", "Changes of what was there.") { $0.news.updates.count },
            count("unchanged", "Objects that are there just so.") { $0.news.unchanged },
            .init("files", listOf: fileShape, "The files of the inventory that are written, or would be.") {
                $0.changes
            },
            .init("remarks", listOf: remarkShape, "What has to be said about rows.") { outcome in
                outcome.remarks.map { remark in
                    (
                        path: outcome.files[Int(remark.origin.file)], entry: outcome.title(of: remark.origin),
                        remark: remark
                    )
                }
            },
        ])

    private static func count(
        _ key: String, _ summary: String, _ value: @escaping @Sendable (ImportOutcome) -> Int
    ) -> JSONShape<ImportOutcome>.Field {
        .init(key, .integer(0...Int64.max), summary) { .integer(Int64(value($0))) }
    }

    private static let fileShape = JSONShape<FileChange>(
        "A file of the inventory.",
        [
            .init("path", .string, "The path.") { .string($0.path) },
            .init("is_new", .boolean, "Whether there was none before.") { .bool($0.isNew) },
        ])

    private static let remarkShape = JSONShape<(path: String, entry: String?, remark: Remark)>(
        "Something that has to be said about a row.",
        [
            .init(
                "kind", .oneOf(Remark.Kind.allCases.map(\.rawValue)),
                "`refusal`: the file cannot be made sense of, and nothing is written; `fault`: the row is wrong; `loss`: something of it has no place here; `note`: how it was understood."
            ) { .string($0.remark.kind.rawValue) },
            .init("path", .string, "The imported file.") { .string($0.path) },
            .init(
                "row", .nullable(.integer(1...Int64.max)), "Its line, or the number of the entry; null for all of it."
            ) {
                $0.remark.origin.isWholeFile ? .null : .integer(Int64($0.remark.origin.row))
            },
            .init("entry", .nullable(.string), "What the row is in a file whose rows are no lines.") { JSON($0.entry) },
            .init("column", .nullable(.string), "The column or key.") { JSON($0.remark.column) },
            .init("message", .string, "What is the matter and what to do.") { .string($0.remark.message) },
        ])
}
