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
    /// The line on which the row begins, or the number of the entry in formats without rows; both count from 1.
    package let row: UInt32

    /// Makes an origin.
    init(file: Int, row: Int) {
        self.file = UInt32(clamping: file)
        self.row = UInt32(clamping: row)
    }

    package static func < (left: Origin, right: Origin) -> Bool { (left.file, left.row) < (right.file, right.row) }
}
