import Findings

/// Writes findings as compilers do: heading, source line with marks, related places, what to do.
struct FindingWriter {
    /// All that was written.
    private(set) var text = ""

    private let style: ReportStyle
    private let paint: Paint
    private var lines: SourceLines
    private var explained: Set<RuleID> = []
    /// The columns of the longest line number of the finding at hand.
    private var gutter = 1

    init(_ sources: SourceFiles, style: ReportStyle) {
        self.style = style
        paint = Paint(isOn: style.usesColour)
        lines = SourceLines(sources)
    }

    /// Writes one finding; the first of each rule says where to read about it.
    mutating func write(_ finding: Finding) {
        gutter = Self.gutter(for: finding)
        writeHeading(finding)
        if let location = finding.location {
            writePlace("-->", location, mark: .caret, tone: finding.severity.tone)
        }
        for related in finding.related {
            writePlace(":::", related.location, mark: .dash, tone: .gutter, label: related.message)
        }
        if finding.location != nil || !finding.related.isEmpty {
            writeGutter()
            text += "\n"
        }
        if !finding.helpLines.isEmpty { writeNote("help", finding.helpLines) }
        if let edit = finding.edit { writeNote("edit", [edit.sentence]) }
        if let evidence = finding.evidence { writeNote("evidence", [evidence.sentence]) }
        if let waiver = finding.waiver {
            writeNote("waived", ["until \(waiver.expires) by \(waiver.owner): \(waiver.reason)"])
        }
        if explained.insert(finding.rule).inserted { writeNote("explain", ["ipam explain \(finding.rule)"]) }
        text += "\n"
    }

    private static func gutter(for finding: Finding) -> Int {
        var last = 1
        if let location = finding.location { last = max(last, location.line, location.endLine) }
        for related in finding.related { last = max(last, related.location.line, related.location.endLine) }
        return String(last).utf8.count
    }

    private mutating func writeHeading(_ finding: Finding) {
        write("\(finding.severity)[\(TerminalText.escaped(finding.rule.name))]", finding.severity.tone)
        write(": \(TerminalText.escaped(finding.message))", .emphasis)
        text += "\n"
    }

    private mutating func writePlace(
        _ arrow: String, _ location: SourceLocation, mark: Run, tone: Paint.Tone, label: String = ""
    ) {
        let label = label.isEmpty ? "" : " " + TerminalText.escaped(label)
        text += Run.blank.of(gutter)
        write(arrow, .gutter)
        text += " "
        text += TerminalText.escaped(location.path)
        text += ":\(location.line):\(location.column)"
        guard let line = lines.line(location.line, of: location.path) else {
            // Without the line to put the label under, it goes behind the place.
            text += label
            text += "\n"
            return
        }
        text += "\n"
        writeGutter()
        text += "\n"
        let isLong = location.endLine > location.line
        let excerpt = Excerpt(
            line: line, start: location.column - 1, end: isLong ? nil : location.endColumn - 1, room: room)
        writeMarked(excerpt, number: location.line, mark: mark, tone: tone, label: isLong ? "" : label)
        if isLong { writeEnd(of: location, mark: mark, tone: tone, label: label) }
    }

    /// Writes the last line of a region that goes over several, its marks beginning where the text does.
    private mutating func writeEnd(
        of location: SourceLocation, mark: Run, tone: Paint.Tone, label: String
    ) {
        // A region that ends with a line break has its end before the first letter of the next line.
        let endsBefore = location.endColumn <= 1
        let number = endsBefore ? location.endLine - 1 : location.endLine
        guard number > location.line, let line = lines.line(number, of: location.path) else {
            write("...", .gutter)
            text += label + "\n"
            return
        }
        if number > location.line + 1 {
            write("...", .gutter)
            text += "\n"
        }
        let start = line.bytes.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
        let end = endsBefore ? nil : location.endColumn - 1
        let excerpt = Excerpt(line: line, start: min(start, end ?? start), end: end, room: room)
        writeMarked(excerpt, number: number, mark: mark, tone: tone, label: label)
    }

    private mutating func writeMarked(
        _ excerpt: Excerpt, number: Int, mark: Run, tone: Paint.Tone, label: String
    ) {
        writeGutter(number: number)
        text += excerpt.text.isEmpty ? "" : " "
        text += excerpt.text
        text += "\n"
        writeGutter()
        text += Run.blank.of(excerpt.indent + 1)
        write(mark.of(excerpt.length) + label, tone)
        text += "\n"
    }

    /// The columns that a source line may take.
    private var room: Int { style.width - gutter - 3 }

    private mutating func writeGutter(number: Int? = nil) {
        let digits = number.map(String.init) ?? ""
        write(Run.blank.of(gutter - digits.utf8.count) + digits + " |", .gutter)
    }

    /// Writes `= title: line`, further lines below the first.
    private mutating func writeNote(_ title: String, _ lines: [String]) {
        let opening = Run.blank.of(gutter + 1) + "= \(title): "
        let rest = "\n" + Run.blank.of(opening.utf8.count)
        write(opening, .gutter)
        text += lines.map(TerminalText.escaped).joined(separator: rest)
        text += "\n"
    }

    private mutating func write(_ part: String, _ tone: Paint.Tone) {
        text += paint(part, tone)
    }
}

extension Severity {
    /// The tone that says this severity.
    fileprivate var tone: Paint.Tone {
        switch self {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }
}
