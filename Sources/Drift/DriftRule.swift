package import Findings

/// A difference between inventory and network: its documentation, its examples and its check in one file.
package protocol DriftRule: Sendable {
    /// Id, severity, explanation and examples.
    static var card: RuleCard { get }
    /// Makes the rule.
    init()
    /// Reports every such difference.
    func check(_ context: inout DriftContext)
}

extension DriftRule {
    /// Id, severity, explanation and examples.
    package var card: RuleCard { Self.card }
}
