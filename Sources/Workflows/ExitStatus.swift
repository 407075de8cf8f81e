/// How a command ends, the same for every command and format.
package enum ExitStatus: Int32, Hashable, Sendable, CaseIterable {
    /// Done; nothing at or above the threshold.
    case done = 0
    /// Findings at or above the threshold, or something that was to be equal differs.
    case findings = 1
    /// The job could not be done: unreadable input, no inventory, I/O, a cache that cannot be used.
    case failed = 2
    /// A safety limit was exceeded, and nothing was written.
    case safetyStop = 3
    /// Scan data is missing, stale or incomplete, so there is no verdict.
    case noVerdict = 4
    /// The command was called in a way it does not understand (`EX_USAGE`).
    case usage = 64
    /// The user broke it off.
    case interrupted = 130

    /// Of two reasons to end, the one that scripts are told: failure, then safety stop, then no verdict, then findings.
    package func or(_ other: ExitStatus) -> ExitStatus {
        let precedence: [ExitStatus] = [.usage, .interrupted, .failed, .safetyStop, .noVerdict, .findings, .done]
        return precedence.first { $0 == self || $0 == other } ?? .failed
    }
}
