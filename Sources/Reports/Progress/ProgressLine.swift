/// Writes progress as plain lines for logs, one for each phase.
package enum ProgressLine {
    /// The line that opens a phase, without a line break.
    package static func begun(_ figures: ProgressFigures) -> String {
        "\(TerminalText.escaped(figures.phase)): \(Plural.count(figures.total, of: "probe"))"
    }

    /// The line that closes a phase, without a line break.
    package static func ended(_ figures: ProgressFigures) -> String {
        let rate = figures.rate.map { ", \(ProgressText.whole($0))/s" } ?? ""
        let time = ProgressText.clock(figures.seconds)
        return "\(TerminalText.escaped(figures.phase)): \(figures.sent) of \(Plural.count(figures.total, of: "probe")) "
            + "sent in \(time)\(rate), \(figures.answered) alive"
    }
}
