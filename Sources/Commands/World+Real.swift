import Chronology
import Foundation
import Observations
import Scanning
import Workflows

extension World {
    /// The real world, judged as of a fixed moment if one is given.
    static func real(now: Timestamp?, _ console: Console) throws(WorkflowError) -> World {
        let clock: @Sendable () -> Timestamp = { now ?? Timestamp(Date()) }
        return World(
            now: clock,
            hostName: ProcessInfo.processInfo.hostName,
            scan: { plan, vantage, progress in
                Interruption.shared.listen()
                var generator = SystemRandomNumberGenerator()
                return Scanner(vantage: vantage).scan(
                    plan, started: clock(), generator: &generator, progress: progress
                ) { Interruption.shared.isRequested }
            },
            notify: { console.notify($0) }
        )
    }
}
