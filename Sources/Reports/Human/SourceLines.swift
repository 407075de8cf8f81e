import Findings

/// Looks up single lines of source files, reading each file's line breaks once.
struct SourceLines {
    private let files: [String: SourceFile]
    private var starts: [String: [Int]] = [:]
    /// The line that was asked for last: findings come in the order of places.
    private var latest: (path: String, number: Int, line: SourceLine)?

    /// Makes a reader of these files.
    init(_ sources: SourceFiles) {
        files = Dictionary(sources.files.map { ($0.path, $0) }) { first, _ in first }
    }

    /// A line, counted from 1, without its line break; nil if there is no such file or line.
    mutating func line(_ number: Int, of path: String) -> SourceLine? {
        if let latest, latest.number == number, latest.path == path { return latest.line }
        guard let line = bytes(ofLine: number, of: path).map({ SourceLine($0) }) else { return nil }
        latest = (path, number, line)
        return line
    }

    private mutating func bytes(ofLine number: Int, of path: String) -> ArraySlice<UInt8>? {
        guard let bytes = files[path]?.bytes else { return nil }
        let lineStarts = lineStarts(of: path, bytes)
        guard lineStarts.indices.contains(number - 1) else { return nil }
        let end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
        let line = bytes[lineStarts[number - 1]..<end]
        return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }

    private mutating func lineStarts(of path: String, _ bytes: [UInt8]) -> [Int] {
        if let known = starts[path] { return known }
        var found = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { found.append(offset + 1) }
        starts[path] = found
        return found
    }
}
