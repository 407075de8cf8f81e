/// The bytes of a file, with questions about its lines.
package struct SourceText: Sendable {
    /// The bytes.
    package let bytes: [UInt8]

    /// Takes the bytes of a file.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// How lines end: as the first one does.
    package var lineEnd: [UInt8] {
        guard let first = bytes.firstIndex(of: .lineFeed), first > 0, bytes[first - 1] == .carriageReturn else {
            return [.lineFeed]
        }
        return [.carriageReturn, .lineFeed]
    }

    /// Where the line that holds an offset begins.
    package func lineStart(of offset: Int) -> Int {
        bytes[..<offset].lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
    }

    /// How many bytes stand before an offset in its line.
    package func column(of offset: Int) -> Int { offset - lineStart(of: offset) }

    /// Whether a line ends between two offsets.
    package func breaksLine(_ range: Range<Int>) -> Bool { bytes[range].contains(.lineFeed) }

    /// Whether there is a line above that of an offset, and it is blank.
    package func followsBlankLine(_ offset: Int) -> Bool {
        let start = lineStart(of: offset)
        guard start > 0 else { return false }
        return bytes[lineStart(of: start - 1)..<start].allSatisfy(\.isWhite)
    }

    /// The lines of a part of a text, without their ends.
    static func lines(_ part: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        part.split(separator: .lineFeed, omittingEmptySubsequences: false).map {
            $0.last == .carriageReturn ? $0.dropLast() : $0
        }
    }
}

extension UInt8 {
    /// `\n`.
    package static let lineFeed = UInt8(ascii: "\n")
    /// `\r`.
    package static let carriageReturn = UInt8(ascii: "\r")
    /// A space.
    package static let space = UInt8(ascii: " ")

    /// Whether it is a space or a tab.
    package var isBlank: Bool { self == .space || self == UInt8(ascii: "\t") }

    /// Whether it is a blank or a part of a line's end.
    package var isWhite: Bool { isBlank || self == .lineFeed || self == .carriageReturn }
}

extension ArraySlice<UInt8> {
    /// Without the blanks and line ends at its end.
    var trimmedAtEnd: ArraySlice<UInt8> { self[startIndex..<(lastIndex { !$0.isWhite }.map { $0 + 1 } ?? startIndex)] }

    /// Without the blanks at its beginning.
    var trimmedAtStart: ArraySlice<UInt8> { drop(while: \.isBlank) }
}
