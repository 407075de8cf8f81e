package import Findings

/// Why a command could not do its work: what happened, where, and what to do about it.
package struct WorkflowError: Error, Sendable, CustomStringConvertible {
    /// How the command ends.
    package let status: ExitStatus
    /// What happened and what to do.
    package let message: String
    /// The findings that stand in the way, when that is what it is.
    package let findings: FindingList?

    /// Makes an error from what happened and what to do.
    package init(_ message: String, status: ExitStatus = .failed, findings: FindingList? = nil) {
        self.status = status
        self.message = message
        self.findings = findings
    }

    package var description: String { message }
}
