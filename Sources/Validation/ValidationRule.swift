package import Findings

/// A claim that every inventory must live up to: its documentation, its examples and its check in one file.
package protocol ValidationRule: Sendable {
    /// Id, severity, explanation and examples.
    static var card: RuleCard { get }
    /// Makes the rule.
    init()
    /// Reports every breach in the inventory.
    func check(_ context: inout ValidationContext)
}

extension ValidationRule {
    /// Id, severity, explanation and examples.
    package var card: RuleCard { Self.card }
}

/// A rule whose breaches are found while the text is read; what is left to it is to explain them.
package protocol ReadingRule: ValidationRule {}

extension ReadingRule {
    package func check(_ context: inout ValidationContext) {
        context.reportReadingFaults()
    }
}
