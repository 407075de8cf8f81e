package import Findings

/// A claim that every inventory must live up to.
package protocol ValidationRule: Rule {
    /// Reports every breach in the inventory.
    func check(_ context: inout ValidationContext)
}

/// A rule whose breaches are found while the text is read; what is left to it is to explain them.
package protocol ReadingRule: ValidationRule {}

extension ReadingRule {
    package func check(_ context: inout ValidationContext) {
        context.reportReadingFaults()
    }
}
