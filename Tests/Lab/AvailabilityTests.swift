import TestSupport
import Testing

@Test("where the lab is required, it is available")
func availability() {
    if Requirement.lab.isStrict { #expect(Lab.obstacle == nil) }
}

/// All that works on a network of the lab, one test after the other.
@Suite(.enabled(if: Lab.isAvailable, "\(Lab.obstacle ?? "")"), .serialized, .timeLimit(.minutes(2)))
enum LabTests {}
