/// What findings are made by: its documentation and its examples stand in one file with its check.
package protocol Rule: Sendable {
    /// Id, severity, explanation and examples.
    static var card: RuleCard { get }
    /// Makes the rule.
    init()
}

extension Rule {
    /// Id, severity, explanation and examples.
    package var card: RuleCard { Self.card }
}
