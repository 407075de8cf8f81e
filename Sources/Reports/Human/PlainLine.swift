/// A line that is shown as it is: short, of printable ASCII, and without what a runner's command may begin with.
///
/// Nearly all lines are.
struct PlainLine {
    private let text: String
    private let length: Int

    /// Takes a line; nil if it has to be looked at scalar by scalar.
    init?(_ line: ArraySlice<UInt8>, room: Int) {
        guard line.count <= room, line.allSatisfy(Self.isPlain) else { return nil }
        text = String(decoding: line, as: UTF8.self)
        length = line.count
    }

    /// The whole line, with the columns from offset `start` up to `end` marked, or to its end.
    func excerpt(start: Int, end: Int?) -> Excerpt {
        let start = min(start, length)
        let end = min(max(start, end ?? length), length)
        return Excerpt(text: text, indent: start, length: max(1, end - start))
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20..<0x7f).contains(byte) && byte != UInt8(ascii: "#")
    }
}
