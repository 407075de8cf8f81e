/// A format that inventories come in; each stands in a file of its own in `Formats`, which is all it takes to add one.
package protocol ImportFormat: Sendable {
    /// The word that users choose it by.
    var name: String { get }
    /// What it is, in one clause without a full stop.
    var summary: String { get }
    /// The names of the columns it knows; none if it has no columns.
    var columns: [String] { get }
    /// Whether a file that begins so is in this format, beyond doubt.
    func recognises(_ beginning: String) -> Bool
    /// Reads a file into the draft, and remarks on what is wrong with it.
    func read(_ file: ImportText, into draft: inout Draft)
}

extension ImportFormat {
    package var columns: [String] { [] }
}

/// The text of a file that is to be imported.
package struct ImportText: Sendable {
    /// The file's place among all that are imported.
    let file: Int
    /// The text in UTF-8, without a byte order mark.
    let bytes: [UInt8]
    /// Columns that users want to be known under another name.
    let renamedColumns: [String: String]

    /// What a column is known as.
    func key(of column: String) -> String {
        let key = CellText.key(column)
        return renamedColumns[key] ?? key
    }

    /// This file as a whole.
    var whole: Origin { Origin(file: file, row: 0) }

    /// A row of this file.
    func origin(row: Int) -> Origin { Origin(file: file, row: row) }

    /// The lines with their numbers, which count from 1, without their ends.
    var lines: some Sequence<(number: Int, text: String)> {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).lazy.enumerated().map {
            let line = $1.last == UInt8(ascii: "\r") ? $1.dropLast() : $1
            return (number: $0 + 1, text: String(decoding: line, as: UTF8.self))
        }
    }
}

extension ImportFormats {
    /// The format that users choose by this word.
    package static func named(_ name: String) -> (any ImportFormat)? { all.first { $0.name == name } }
}
