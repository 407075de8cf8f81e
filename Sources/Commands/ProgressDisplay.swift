import Reports
import Scanning

/// Shows how far a scan is: a bar that redraws itself on a terminal, a line at its end elsewhere.
struct ProgressDisplay: Sendable {
    private static let width = 80

    private let console: Console

    init(_ console: Console) {
        self.console = console
    }

    func show(_ progress: ScanProgress) {
        guard console.tellsProgress else { return }
        let figures = ProgressFigures(
            phase: "scanning", done: progress.done, total: progress.total, answered: progress.alive,
            sent: progress.sent, elapsed: progress.elapsed, left: progress.left
        )
        let isLast = progress.done == progress.total
        if console.drawsProgress {
            console.draw("\r\u{1b}[K" + ProgressBar(width: Self.width).line(figures) + (isLast ? "\n" : ""))
        } else if isLast {
            console.tell(ProgressLine.ended(figures))
        }
    }
}
