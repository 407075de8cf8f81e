/// What may stand before a document: a byte order mark, comments and directives.
///
/// The parser never gets to see directives: it compares each with all before it, which a file full of them makes
/// slow without end.
enum Preamble {
    /// Reports the directives and gives the offset that the parser is to begin at.
    static func end(in bytes: [UInt8], reporting faults: inout FaultLog) -> Int {
        let start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        var end = start
        var line = start
        while let first = bytes[line...].first(where: { !$0.isBlank }) {
            let isDirective = bytes[line] == UInt8(ascii: "%")
            guard isDirective || first == UInt8(ascii: "#") || first.isLineBreak else { break }
            let lineEnd = bytes[line...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let nextLine = min(lineEnd + 1, bytes.count)
            if isDirective {
                faults.add(
                    .feature, "a directive: YAML is read as 1.2 here, without any directives",
                    at: bytes[line..<lineEnd].trimmingTrailingBlanks.indices, help: "delete the line")
                end = nextLine
            }
            line = nextLine
        }
        return end
    }
}

extension UInt8 {
    /// Whether it is a space or a tab.
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    /// Whether it is a line feed or a carriage return.
    var isLineBreak: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}

extension ArraySlice<UInt8> {
    /// The bytes without the blanks and line breaks at their end.
    var trimmingTrailingBlanks: ArraySlice<UInt8> {
        let last = lastIndex { !$0.isBlank && !$0.isLineBreak }
        return self[startIndex..<(last.map { $0 + 1 } ?? startIndex)]
    }
}
