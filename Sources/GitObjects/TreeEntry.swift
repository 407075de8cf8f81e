import Foundation

/// One line of `git ls-tree -r -z`: something that is not a directory.
struct TreeEntry {
    /// What Git keeps under a name.
    enum Kind {
        case file, symbolicLink, submodule
    }

    let kind: Kind
    let object: String
    /// The path below the listed tree; invalid UTF-8 is replaced.
    let path: String

    /// Whether a directory or the file itself is hidden, as on disk.
    var isHidden: Bool { path.hasPrefix(".") || path.contains("/.") }

    /// Reads a listing; entries of kinds that Git does not document are left out.
    static func parse(_ listing: Data) -> [TreeEntry] {
        listing.split(separator: 0).compactMap { TreeEntry(record: $0) }
    }

    /// Reads `MODE TYPE OBJECT<tab>PATH`.
    private init?(record: Data) {
        guard let tab = record.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
        let fields = String(decoding: record[..<tab], as: UTF8.self).split(separator: " ")
        guard fields.count == 3 else { return nil }
        switch (fields[0], fields[1]) {
        case ("120000", _): kind = .symbolicLink
        case (_, "commit"): kind = .submodule
        case (_, "blob"): kind = .file
        default: return nil
        }
        object = String(fields[2])
        path = String(decoding: record[(tab + 1)...], as: UTF8.self)
    }
}
