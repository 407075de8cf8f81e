/// A name as the file system knows it: bytes without NUL, in any encoding or none.
struct FileName: Hashable {
    /// The bytes and a final NUL.
    let terminated: [CChar]

    /// Takes the bytes of a name that holds no NUL.
    init(_ bytes: some Sequence<UInt8>) {
        terminated = bytes.map { CChar(bitPattern: $0) } + [0]
    }

    /// Makes a name from text; throws for one that the system would cut off at a NUL, and for an empty one.
    init(path: String, for action: String) throws(FileError) {
        guard !path.isEmpty else { throw FileError(.refused, action, path, "the path is empty") }
        guard !path.utf8.contains(0) else { throw FileError(.refused, action, path, "the path contains a NUL") }
        self.init(path.utf8)
    }

    /// The bytes.
    var bytes: some BidirectionalCollection<UInt8> {
        terminated.dropLast().lazy.map { UInt8(bitPattern: $0) }
    }

    /// The name as text; invalid UTF-8 is replaced.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    var isHidden: Bool { bytes.first == UInt8(ascii: ".") }

    func hasSuffix(_ suffix: String) -> Bool { bytes.reversed().starts(with: suffix.utf8.reversed()) }

    func hasPrefix(_ prefix: String) -> Bool { bytes.starts(with: prefix.utf8) }
}
