/// Draws progress as one line of a terminal, to be drawn over again and again.
package struct ProgressBar: Sendable {
    private static let longestBar = 40
    private static let shortestBar = 8

    private let width: Int

    /// Makes a bar for a terminal of so many columns.
    package init(width: Int) {
        self.width = max(1, width)
    }

    /// The line without a line break, never wider than the terminal less one column, where some terminals wrap.
    package func line(_ figures: ProgressFigures) -> String {
        let phase = TerminalText.escaped(figures.phase)
        var parts = details(figures)
        // What matters least goes first on a narrow terminal.
        while parts.count > 1, room(phase, parts) < Self.shortestBar { parts.removeLast() }
        let room = room(phase, parts)
        let bar = room < Self.shortestBar ? [] : [drawn(figures.share, columns: min(room, Self.longestBar))]
        return clipped(([phase] + bar + parts).joined(separator: "  "))
    }

    /// What stands behind the bar, what matters most first.
    private func details(_ figures: ProgressFigures) -> [String] {
        var parts = [
            ProgressText.percent(figures.share),
            "\(figures.answered) alive",
            figures.secondsLeft.map { "\(ProgressText.clock($0)) left" },
            "\(figures.done)/\(figures.total)",
            figures.rate.map { "\(ProgressText.whole($0))/s" },
        ].compactMap(\.self)
        parts[0] = String(repeating: " ", count: max(0, 4 - parts[0].count)) + parts[0]
        return parts
    }

    /// The columns that are left for the bar, its brackets not counted.
    private func room(_ phase: String, _ parts: [String]) -> Int {
        let text = ([phase] + parts).joined(separator: "  ")
        return width - 1 - DisplayWidth.of(text) - 4
    }

    private func drawn(_ share: Double, columns: Int) -> String {
        let full = Int(share * Double(columns))
        let head = full < columns ? ">" : ""
        return "[" + String(repeating: "=", count: full) + head
            + String(repeating: " ", count: columns - full - head.count) + "]"
    }

    private func clipped(_ line: String) -> String {
        var shown = ""
        var used = 0
        for scalar in line.unicodeScalars {
            used += DisplayWidth.of(scalar)
            guard used < width else { break }
            shown.unicodeScalars.append(scalar)
        }
        return shown
    }
}
