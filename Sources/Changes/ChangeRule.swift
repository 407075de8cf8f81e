package import Findings

/// Something about a change that neither inventory shows by itself: documentation, examples and check in one file.
package protocol ChangeRule: Sendable {
    /// Id, severity, explanation and examples.
    static var card: RuleCard { get }
    /// Makes the rule.
    init()
    /// Reports every breach.
    func check(_ context: inout ChangeContext)
}

extension ChangeRule {
    /// Id, severity, explanation and examples.
    package var card: RuleCard { Self.card }
}
