/// A source line as a terminal shows it, cut to its room, and where the mark below it goes.
struct Excerpt: Equatable {
    /// The line, harmless, tabs expanded, `...` at the ends where it was cut.
    let text: String
    /// How many columns stand before the mark.
    let indent: Int
    /// How many columns the mark takes; at least 1.
    let length: Int

    /// One scalar as it is shown.
    private struct Cell {
        let text: String
        let width: Int

        init(_ scalar: Unicode.Scalar) {
            text = scalar == "\t" ? "    " : TerminalText.escaped(scalar)
            width = DisplayWidth.of(text)
        }

        init(spelt scalar: Unicode.Scalar) {
            text = TerminalText.spelt(scalar)
            width = text.utf8.count
        }
    }

    private static let ellipsis = "..."

    /// Shows a line in at most `room` columns, with the scalars from offset `start` up to `end` marked.
    ///
    /// `end` is nil where the mark goes on in the lines below.
    init(line: SourceLine, start: Int, end: Int?, room: Int) {
        if let plain = PlainLine(line.bytes, room: room) {
            self = plain.excerpt(start: start, end: end)
            return
        }
        // A scalar takes a column or more, apart from marks on letters: what lies a room away is never shown.
        let from = max(0, start - room)
        let window = ScalarWindow(of: line, from: from, count: start - from + 2 * room)
        var cells = window.text.unicodeScalars.map { Cell($0) }
        Self.takeCommandsApart(&cells)
        let markStart = min(start - from, cells.count)
        let markEnd = min(max(markStart, end.map { $0 - from } ?? cells.count), cells.count)

        let first = Self.firstShown(cells, mark: markStart..<markEnd, isCut: from > 0, room: room)
        let isCutLeft = first > 0 || from > 0
        let last = Self.endShown(
            cells, from: first, isCut: window.goesOn, room: room - (isCutLeft ? Self.ellipsis.count : 0)
        )
        let isCutRight = last < cells.count || window.goesOn

        text =
            (isCutLeft ? Self.ellipsis : "") + cells[first..<last].map(\.text).joined()
            + (isCutRight ? Self.ellipsis : "")
        indent = (isCutLeft ? Self.ellipsis.count : 0) + Self.width(cells[first..<max(first, min(markStart, last))])
        length = max(1, Self.width(cells[max(first, min(markStart, last))..<max(first, min(markEnd, last))]))
    }

    /// From where the line is shown: its beginning if the mark still fits, else a third of the room before the mark.
    private static func firstShown(_ cells: [Cell], mark: Range<Int>, isCut: Bool, room: Int) -> Int {
        let markWidth = min(width(cells[mark]), room / 2)
        if !isCut, width(cells[..<mark.lowerBound]) + markWidth + ellipsis.count <= room { return 0 }
        if !isCut, width(cells[...]) <= room { return 0 }
        var first = mark.lowerBound
        var lead = 0
        while first > 0, lead + cells[first - 1].width <= room / 3 {
            first -= 1
            lead += cells[first].width
        }
        return first
    }

    /// Up to where the line is shown.
    private static func endShown(_ cells: [Cell], from first: Int, isCut: Bool, room: Int) -> Int {
        if !isCut, width(cells[first...]) <= room { return cells.count }
        var end = first
        var used = ellipsis.count
        while end < cells.count, used + cells[end].width <= room {
            used += cells[end].width
            end += 1
        }
        return end
    }

    /// `##[` is a command to the runner of GitHub Actions wherever it stands.
    private static func takeCommandsApart(_ cells: inout [Cell]) {
        for index in cells.indices.dropFirst(2) where cells[index].text == "[" {
            guard cells[index - 1].text == "#", cells[index - 2].text == "#" else { continue }
            cells[index] = Cell(spelt: "[")
        }
    }

    init(text: String, indent: Int, length: Int) {
        self.text = text
        self.indent = indent
        self.length = length
    }

    private static func width(_ cells: ArraySlice<Cell>) -> Int {
        cells.reduce(0) { $0 + $1.width }
    }
}

/// A few scalars out of a line that may be megabytes long.
private struct ScalarWindow {
    let text: String
    let goesOn: Bool

    init(of line: SourceLine, from: Int, count: Int) {
        let end = line.offset(ofScalar: from + count)
        text = String(decoding: line.bytes[min(line.offset(ofScalar: from), end)..<end], as: UTF8.self)
        goesOn = end < line.bytes.endIndex
    }
}
