import Chronology
import Foundation
import Observations
import Scanning
import Synchronization
import Workflows

extension World {
    /// The real world, judged as of a fixed moment if one is given.
    ///
    /// - Parameter channels: How to reach the network; nil for a command that does not.
    static func real(now: Timestamp?, channels: ScanChannels?, _ console: Console) throws(WorkflowError) -> World {
        let clock: @Sendable () -> Timestamp = { now ?? Timestamp(Date()) }
        var world = World(
            now: clock,
            hostName: ProcessInfo.processInfo.hostName,
            scan: { plan, vantage, progress in
                Interruption.shared.listen()
                var generator = SystemRandomNumberGenerator()
                guard let channels else { preconditionFailure("a command that scans says so beforehand") }
                return Scanner(vantage: vantage, channels: channels).scan(
                    plan, started: clock(), generator: &generator, progress: progress
                ) { Interruption.shared.isRequested }
            },
            environment: ProcessInfo.processInfo.environment,
            token: {
                (0..<4).map { _ in String(UInt64.random(in: .min ... .max) | 1 << 63, radix: 16) }.joined()
            },
            notify: { console.notify($0) }
        )
        world.discard = { leftover in leftovers.withLock { $0.append(leftover) } }
        return world
    }

    /// What is kept until the process ends, and goes with its memory.
    private static let leftovers = Mutex<[any Sendable]>([])
}
