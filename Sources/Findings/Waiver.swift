package import Chronology

/// A finding that its owner accepts until a day: rule, subject, reason, owner and expiry, all required.
package struct Waiver: Sendable {
    /// The rule whose findings are accepted.
    package let rule: Located<String>
    /// Which findings: an address, prefix, MAC, device, zone or fingerprint; see ``WaiverScope``.
    package let subject: Located<String>
    /// Why it is accepted.
    package let reason: String
    /// Who answers for it.
    package let owner: String
    /// The last day it holds, in UTC.
    package let expires: Located<CalendarDate>
    /// The whole entry.
    package let span: SourceSpan

    /// Makes a waiver.
    package init(
        rule: Located<String>, subject: Located<String>, reason: String, owner: String,
        expires: Located<CalendarDate>, span: SourceSpan
    ) {
        self.rule = rule
        self.subject = subject
        self.reason = reason
        self.owner = owner
        self.expires = expires
        self.span = span
    }

    /// Whether the waiver still holds on `day`, its last day included.
    package func holds(on day: CalendarDate) -> Bool { day <= expires.value }
}
