import Findings

/// Writes one finding as compilers do: heading, source line with marks, related places, what to do.
struct FindingBlock {
    private let finding: Finding
    private let style: ReportStyle
    private let paint: Paint
    private let gutter: Int
    private var lines: SourceLines
    private(set) var text = ""

    /// Writes `finding`; `explains` adds where to read about its rule.
    init(_ finding: Finding, lines: SourceLines, style: ReportStyle, explains: Bool) {
        self.finding = finding
        self.lines = lines
        self.style = style
        paint = Paint(isOn: style.usesColour)
        let lineNumbers = (finding.location.map { [$0.line] } ?? []) + finding.related.map(\.location.line)
        gutter = String(lineNumbers.max() ?? 1).count
        write(explains: explains)
    }

    /// The line breaks read so far, to go on with.
    var sourceLines: SourceLines { lines }

    private mutating func write(explains: Bool) {
        writeHeading()
        if let location = finding.location {
            writePlace("-->", location, mark: "^", tone: finding.severity.tone)
        }
        for related in finding.related {
            writePlace(":::", related.location, mark: "-", tone: .gutter, label: related.message)
        }
        if finding.location != nil || !finding.related.isEmpty { writeGutter() }
        if let help = finding.help {
            // An edit that would resolve the finding may take several lines.
            writeNote("help", help.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        }
        if let evidence = finding.evidence { writeNote("evidence", [evidence.sentence]) }
        if let waiver = finding.waiver {
            writeNote("waived", ["until \(waiver.expires) by \(waiver.owner): \(waiver.reason)"])
        }
        if explains { writeNote("explain", ["ipam explain \(finding.rule)"]) }
        text += "\n"
    }

    private mutating func writeHeading() {
        let heading = "\(finding.severity)[\(TerminalText.escaped(finding.rule.name))]"
        let message = TerminalText.escaped(finding.message)
        text += paint(heading, finding.severity.tone) + paint(": \(message)", .emphasis) + "\n"
    }

    private mutating func writePlace(
        _ arrow: String, _ location: SourceLocation, mark: Character, tone: Paint.Tone, label: String = ""
    ) {
        let place = "\(TerminalText.escaped(location.path)):\(location.line):\(location.column)"
        let label = label.isEmpty ? "" : " " + TerminalText.escaped(label)
        text += String(repeating: " ", count: gutter) + paint(arrow, .gutter) + " \(place)"
        guard let line = lines.line(location.line, of: location.path) else {
            // Without the line to put the label under, it goes behind the place.
            text += label + "\n"
            return
        }
        text += "\n"
        let goesOn = location.endLine > location.line
        let excerpt = Excerpt(
            line: line, start: location.column - 1, end: goesOn ? nil : location.endColumn - 1,
            room: style.width - gutter - 3
        )
        writeGutter()
        writeGutter(number: location.line, excerpt.text)
        let marks = String(repeating: mark, count: excerpt.length)
        writeGutter(String(repeating: " ", count: excerpt.indent) + paint(marks + label, tone))
        if goesOn { text += paint("...", .gutter) + "\n" }
    }

    private mutating func writeGutter(number: Int? = nil, _ content: String = "") {
        let digits = number.map(String.init) ?? ""
        let margin = String(repeating: " ", count: gutter - digits.count) + digits + " |"
        text += paint(margin, .gutter) + (content.isEmpty ? "" : " \(content)") + "\n"
    }

    /// Writes `= title: line`, further lines below the first.
    private mutating func writeNote(_ title: String, _ lines: [String]) {
        let opening = String(repeating: " ", count: gutter + 1) + "= \(title): "
        let rest = "\n" + String(repeating: " ", count: opening.count)
        text += paint(opening, .gutter) + lines.map(TerminalText.escaped).joined(separator: rest) + "\n"
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
