/// Writes progress as plain lines for logs, one for each phase.
package enum ProgressLine {
    /// The line that opens a phase, without a line break.
    package static func begun(_ figures: ProgressFigures) -> String {
        "\(TerminalText.escaped(figures.phase)): \(addresses(figures))"
    }

    /// The line that closes a phase, without a line break.
    package static func ended(_ figures: ProgressFigures) -> String {
        let rate = figures.rate.map { ", \(ProgressText.whole($0))/s" } ?? ""
        let time = ProgressText.clock(figures.seconds)
        let probes = Plural.count(figures.sent, of: "probe")
        return "\(TerminalText.escaped(figures.phase)): \(figures.done) of \(addresses(figures)) in \(time), "
            + "\(probes)\(rate), \(figures.answered) alive"
    }

    private static func addresses(_ figures: ProgressFigures) -> String {
        Plural.count(figures.total, of: "address", plural: "addresses")
    }
}
