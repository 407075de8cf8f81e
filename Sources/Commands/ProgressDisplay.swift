import ArgumentParser
import JSONShapes
import Reports
import Scanning
import Synchronization

/// How progress is told.
enum ProgressStyle: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// A bar on a terminal, a line now and then elsewhere.
    case auto
    /// A JSON object on a line of its own for each report.
    case json
    case none
}

/// Shows how far a scan is: a bar that redraws itself on a terminal, a line every ten seconds elsewhere.
final class ProgressDisplay: Sendable {
    private static let width = 80
    private static let lineInterval: Duration = .seconds(10)

    private let console: Console
    private let style: ProgressStyle
    /// How long the scan had run when a line was last told.
    private let toldAt = Mutex(Duration.zero)

    init(_ console: Console, _ style: ProgressStyle) {
        self.console = console
        self.style = style
    }

    func show(_ progress: ScanProgress) {
        switch style {
        case .none: break
        case .json: console.draw(ProgressDisplay.json(progress).text(.compact) + "\n")
        case .auto: if console.tellsProgress { tell(progress) }
        }
    }

    private func tell(_ progress: ScanProgress) {
        let figures = ProgressFigures(
            phase: phase(progress), done: progress.done, total: progress.total, answered: progress.alive,
            sent: progress.sent, elapsed: progress.elapsed, left: progress.left
        )
        let isLast = progress.done == progress.total
        if console.drawsProgress {
            console.draw("\r\u{1b}[K" + ProgressBar(width: Self.width).line(figures) + (isLast ? "\n" : ""))
        } else if isLast || isLineDue(progress.elapsed) {
            console.tell(ProgressLine.ended(figures))
        }
    }

    /// On a terminal also which subnet the scan is at, when there are several.
    private func phase(_ progress: ScanProgress) -> String {
        let open = progress.subnets.filter { $0.done < $0.total }
        guard console.drawsProgress, progress.subnets.count > 1, let first = open.first else { return "scanning" }
        return "scanning \(first.prefix) \(first.done)/\(first.total)" + (open.count > 1 ? " +\(open.count - 1)" : "")
    }

    private func isLineDue(_ elapsed: Duration) -> Bool {
        toldAt.withLock { last in
            guard elapsed - last >= Self.lineInterval else { return false }
            last = elapsed
            return true
        }
    }

    private static func json(_ progress: ScanProgress) -> JSON {
        [
            "sent": .integer(Int64(progress.sent)), "alive": .integer(Int64(progress.alive)),
            "done": .integer(Int64(progress.done)), "total": .integer(Int64(progress.total)),
            "rate": .integer(Int64(progress.rate)), "elapsed_ms": milliseconds(progress.elapsed),
            "left_ms": milliseconds(progress.left),
            "subnets": .array(
                progress.subnets.map { subnet in
                    [
                        "prefix": .text(subnet.prefix), "sent": .integer(Int64(subnet.sent)),
                        "alive": .integer(Int64(subnet.alive)), "done": .integer(Int64(subnet.done)),
                        "total": .integer(Int64(subnet.total)),
                    ]
                }),
        ]
    }

    private static func milliseconds(_ duration: Duration) -> JSON {
        .integer(duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000)
    }
}
