/// A file that is to be imported.
package struct ImportFile: Sendable {
    /// The path, as messages print it.
    package let path: String
    /// The whole content.
    package let bytes: [UInt8]

    /// Makes a file from its path and content.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// The row of a file that something comes from.
package struct Origin: Hashable, Comparable, Sendable {
    /// The file's place among all that are imported.
    package let file: UInt32
    /// The line on which the row begins, or the number of the entry in formats without rows; both count from 1, and 0 is
    /// the file as a whole.
    package let row: UInt32

    /// Makes an origin.
    init(file: Int, row: Int) {
        self.file = UInt32(clamping: file)
        self.row = UInt32(clamping: row)
    }

    /// Whether a file as a whole is meant.
    package var isWholeFile: Bool { row == 0 }

    package static func < (left: Origin, right: Origin) -> Bool { (left.file, left.row) < (right.file, right.row) }
}

/// What the rows of a file are called in messages.
package enum RowNames: Sendable {
    /// By their lines.
    case lines
    /// By their numbers.
    case entries
    /// By what they are, in their order.
    case titles([String])

    /// What a row is called, if not by its line.
    package func title(of origin: Origin) -> String? {
        switch self {
        case .lines: return nil
        case .entries: return "entry \(origin.row)"
        case .titles(let titles):
            let place = Int(origin.row) - 1
            return titles.indices.contains(place) ? titles[place] : "entry \(origin.row)"
        }
    }
}
