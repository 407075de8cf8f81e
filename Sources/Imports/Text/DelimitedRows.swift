/// Splits delimited text into rows of cells (RFC 4180), a row at a time.
///
/// A reader of our own, since a row has to know its line, and a table of 100,000 rows may take no longer to read than
/// the inventory that is made of it: cells are places in the bytes, and become texts only when they are asked for.
struct DelimitedRows {
    /// What is wrong with the quotes of a row.
    enum Flaw: String {
        case unclosedQuote = "a quote is opened and never closed; the rest of the file would be one cell"
        case textBehindQuote = "text stands behind a closing quote; write \"\" for a quote inside a cell"
    }

    /// A cell's bytes, without the quotes around it.
    struct Cell {
        let range: Range<Int>
        /// Whether it stands in quotes.
        let isQuoted: Bool
        /// Whether quotes in it stand twice.
        let hasQuotes: Bool
    }

    /// The text.
    let bytes: [UInt8]
    /// What stands between cells.
    let separator: UInt8
    /// The cells of the row that was read last.
    private(set) var cells: [Cell] = []
    /// The line on which that row begins, counted from 1.
    private(set) var line = 0
    /// What is wrong with that row.
    private(set) var flaw: Flaw?
    private var position = 0
    private var end: Int
    private var nextLine = 1

    init(_ bytes: [UInt8], separator: UInt8? = nil) {
        self.bytes = bytes
        end = bytes.count
        self.separator = separator ?? Self.separator(of: bytes)
    }

    /// The texts of the row that was read last, empty ones included.
    var texts: [String] { cells.map { CellText.text(bytes, $0) ?? "" } }

    /// Reads the next row that is not blank; false at the end.
    mutating func next() -> Bool {
        repeat {
            guard position < end else { return false }
            cells.removeAll(keepingCapacity: true)
            flaw = nil
            line = nextLine
            var isLast = false
            while !isLast { isLast = readCell() }
        } while cells.count == 1 && cells[0].range.isEmpty && flaw == nil
        return true
    }

    /// Reads a cell and what ends it; true if that is the end of the row.
    private mutating func readCell() -> Bool {
        if position < end, bytes[position] == UInt8(ascii: "\"") { return readQuotedCell() }
        let start = position
        while position < end, bytes[position] != separator, bytes[position] != UInt8(ascii: "\n"),
            bytes[position] != UInt8(ascii: "\r")
        {
            position += 1
        }
        cells.append(Cell(range: start..<position, isQuoted: false, hasQuotes: false))
        return finishCell()
    }

    private mutating func readQuotedCell() -> Bool {
        position += 1
        let start = position
        var hasQuotes = false
        while position < end {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard position + 1 < end, bytes[position + 1] == UInt8(ascii: "\"") else {
                    cells.append(Cell(range: start..<position, isQuoted: true, hasQuotes: hasQuotes))
                    position += 1
                    return finishQuotedCell()
                }
                hasQuotes = true
                position += 1
            case UInt8(ascii: "\n"): nextLine += 1
            default: break
            }
            position += 1
        }
        flaw = .unclosedQuote
        return true
    }

    private mutating func finishQuotedCell() -> Bool {
        while position < end, bytes[position] != separator, bytes[position] != UInt8(ascii: "\n"),
            bytes[position] != UInt8(ascii: "\r")
        {
            if bytes[position] != UInt8(ascii: " ") { flaw = .textBehindQuote }
            position += 1
        }
        return finishCell()
    }

    private mutating func finishCell() -> Bool {
        guard position < end else { return true }
        if bytes[position] == separator {
            position += 1
            return false
        }
        if bytes[position] == UInt8(ascii: "\r") { position += 1 }
        if position < end, bytes[position] == UInt8(ascii: "\n") { position += 1 }
        nextLine += 1
        return true
    }

    /// What is left in parts of about so many bytes, each of whole rows.
    func parts(of size: Int) -> [DelimitedRows] {
        var parts: [DelimitedRows] = []
        var rest = self
        while rest.position < end {
            var part = rest
            if !rest.skipPlainRows(size) {
                while rest.position < end, rest.position - part.position < size { rest.skipRow() }
            }
            part.end = rest.position
            parts.append(part)
        }
        return parts
    }

    /// Goes behind rows of at least so many bytes, as ``skipRow()`` would one by one; false where a quote is in the way.
    private mutating func skipPlainRows(_ size: Int) -> Bool {
        let bytes = bytes
        let text = bytes.span
        var place = position + min(size, end - position) - 1
        while place < end, text[place] != UInt8(ascii: "\n"), text[place] != UInt8(ascii: "\r") { place += 1 }
        if place + 1 < end, text[place] == UInt8(ascii: "\r"), text[place + 1] == UInt8(ascii: "\n") { place += 1 }
        let rows = text.extracting(position..<min(place + 1, end))
        // Loops whose ends prove every index right, so that the compiler takes many bytes at once.
        var (quotes, feeds, returns): (UInt32, UInt32, UInt32) = (0, 0, 0)
        var index = 0
        while index < rows.count {
            quotes &+= rows[index] == UInt8(ascii: "\"") ? 1 : 0
            feeds &+= rows[index] == UInt8(ascii: "\n") ? 1 : 0
            returns &+= rows[index] == UInt8(ascii: "\r") ? 1 : 0
            index &+= 1
        }
        guard quotes == 0 else { return false }
        var pairs = 0
        if returns > 0 {
            for index in rows.indices.dropFirst()
            where rows[index] == UInt8(ascii: "\n") && rows[index - 1] == UInt8(ascii: "\r") {
                pairs += 1
            }
        }
        nextLine += Int(feeds) + Int(returns) - pairs
        position += rows.count
        return true
    }

    /// Goes behind the next end of a row, as reading the row would.
    private mutating func skipRow() {
        let text = bytes
        var place = position
        var isAtStart = true
        while place < end {
            let byte = text[place]
            place += 1
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if byte == UInt8(ascii: "\r"), place < end, text[place] == UInt8(ascii: "\n") { place += 1 }
                nextLine += 1
                break
            }
            if byte == UInt8(ascii: "\""), isAtStart {
                // A quote that stands twice closes the text and opens it again.
                var isOpen = true
                while place < end, isOpen || text[place] == UInt8(ascii: "\"") {
                    if text[place] == UInt8(ascii: "\"") { isOpen.toggle() }
                    if text[place] == UInt8(ascii: "\n") { nextLine += 1 }
                    place += 1
                }
            }
            isAtStart = byte == separator
        }
        position = place
    }

    /// What most likely stands between cells: the one of comma, semicolon and tab that the first line has most of.
    static func separator(of bytes: [UInt8]) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var counts = [0, 0, 0]
        var isQuoted = false
        for byte in bytes.prefix(1 << 16) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: "\n"), !isQuoted { break }
            guard !isQuoted, let place = candidates.firstIndex(of: byte) else { continue }
            counts[place] += 1
        }
        let best = candidates.indices.max { counts[$0] < counts[$1] || counts[$0] == counts[$1] && $0 > $1 }
        return candidates[best ?? 0]
    }
}
