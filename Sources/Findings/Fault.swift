/// Something wrong with the inventory, before its rule's severity and its line numbers are known.
///
/// Readers and rules make faults; a severity and a ``SourceLocator`` turn them into findings.
package struct Fault: Sendable {
    /// The rule that is broken.
    package let rule: RuleID
    /// What is wrong, in one clause that names the values involved.
    package let message: String
    /// The exact text that is wrong.
    package let span: SourceSpan
    /// The object that is wrong.
    package let subject: Subject
    /// Other places that the fault involves, each with its part in it.
    package let related: [Note]
    /// What to do about it, when there is something better to say than the rule's explanation.
    package let help: String?

    /// A second place and what is there.
    package struct Note: Hashable, Sendable {
        /// What this place has to do with the fault: `first claimed here`.
        package let message: String
        /// The place.
        package let span: SourceSpan

        /// Makes a note.
        package init(_ message: String, at span: SourceSpan) {
            self.message = message
            self.span = span
        }
    }

    /// Makes a fault.
    package init(
        _ rule: RuleID, _ message: String, at span: SourceSpan, subject: Subject, related: [Note] = [],
        help: String? = nil
    ) {
        self.rule = rule
        self.message = message
        self.span = span
        self.subject = subject
        self.related = related
        self.help = help
    }
}
