import Foundation

/// Things that a test needs from the machine, and whether their absence is a failure or a reason to skip.
package enum Requirement: String, Sendable {
    /// Programs of other people, and libraries to judge with: `IPAM_CHECKERS=required`.
    case checkers = "IPAM_CHECKERS"
    /// Network namespaces and sockets of every kind: `IPAM_LAB=required`.
    case lab = "IPAM_LAB"

    /// Whether a test that lacks it must fail.
    package var isStrict: Bool { ProcessInfo.processInfo.environment[rawValue] == "required" }
}

extension Program {
    /// Whether tests with these programs are to run: if all are installed, or if their absence is a failure.
    package static func areWanted(_ names: String...) -> Bool {
        Requirement.checkers.isStrict || names.allSatisfy { Program(installed: $0) != nil }
    }
}
