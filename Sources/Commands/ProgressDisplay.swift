import Reports
import Scanning
import Synchronization

/// Shows how far a scan is: a bar that redraws itself on a terminal, a line at the end elsewhere.
final class ProgressDisplay: Sendable {
    private let console: Console

    init(_ console: Console) {
        self.console = console
    }

    func show(_ progress: ScanProgress) {
        guard console.tellsProgress else { return }
        let amount = ProgressAmount(
            sent: progress.sent, answered: progress.alive, done: progress.done, total: progress.total,
            elapsed: progress.elapsed, left: progress.left
        )
        let isLast = progress.done == progress.total
        if console.drawsProgress {
            console.write("\r\u{1b}[K" + ProgressBar.line(amount, width: 80) + (isLast ? "\n" : ""))
        } else if isLast {
            console.tell(ProgressBar.plain(amount))
        }
    }
}
