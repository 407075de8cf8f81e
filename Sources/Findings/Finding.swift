/// One thing that the tool has to say about the user's data, from validation and from drift alike.
package struct Finding: Hashable, Sendable {
    /// The rule that is broken.
    package let rule: RuleID
    /// How much it matters.
    package let severity: Severity
    /// What is wrong, in one clause that names the values involved.
    package let message: String
    /// What to do about it; nil when the rule's explanation says enough.
    package let help: String?
    /// What to write in the inventory to resolve it; nil where no edit would.
    package let edit: InventoryEdit?
    /// Where it is declared; nil for what is declared nowhere, such as a host outside the inventory.
    package private(set) var location: SourceLocation?
    /// Other places that it involves.
    package private(set) var related: [Related]
    /// The object that is wrong.
    package let subject: Subject
    /// What was seen on the network; nil in validation.
    package let evidence: Evidence?
    /// The identity: the same fault keeps it over edits and moves.
    package var fingerprint: Fingerprint
    /// The waiver that covers it; a waived finding leaves the exit code alone.
    package var waiver: WaiverNote?

    /// A second place and what is there.
    package struct Related: Hashable, Sendable {
        /// What this place has to do with the finding.
        package let message: String
        /// The place.
        package let location: SourceLocation

        /// Makes a related place.
        package init(_ message: String, at location: SourceLocation) {
            self.message = message
            self.location = location
        }
    }

    /// Makes a finding; its fingerprint follows from rule and subject.
    package init(
        rule: RuleID, severity: Severity, message: String, help: String? = nil, edit: InventoryEdit? = nil,
        location: SourceLocation?, related: [Related] = [], subject: Subject, evidence: Evidence? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.help = help
        self.edit = edit
        self.location = location
        self.related = related
        self.subject = subject
        self.evidence = evidence
        fingerprint = Fingerprint(rule: rule, subject: subject, ordinal: 0)
    }

    /// The same finding where files have other paths.
    package func renamingFiles(_ newPath: (String) -> String) -> Finding {
        var finding = self
        finding.location = location?.renamed(newPath)
        finding.related = related.map { Related($0.message, at: $0.location.renamed(newPath)) }
        return finding
    }

    /// Makes a finding of a fault.
    package init(_ fault: Fault, severity: Severity, locator: inout SourceLocator) {
        self.init(
            rule: fault.rule,
            severity: severity,
            message: fault.message,
            help: fault.help,
            location: locator.location(of: fault.span),
            related: fault.related.map { Related($0.message, at: locator.location(of: $0.span)) },
            subject: fault.subject
        )
    }
}

/// What was seen on the network that makes a drift finding true.
package struct Evidence: Hashable, Sendable {
    /// The verdict on the address: `alive`, `silent`, `unreachable` or `unknown`; `leased` for a DHCP server's
    /// word, `served` for a name server's.
    package let verdict: String
    /// What answered, or what failed to, such as `icmp` or `tcp/22`.
    package let probe: String?
    /// The vantage point that it was seen from.
    package let vantage: String
    /// The hardware address that answered.
    package let mac: String?
    /// The name that the address had.
    package let name: String?
    /// When it was first seen alive.
    package let firstSeen: String?
    /// When it was last seen alive.
    package let lastSeen: String?
    /// When it was last probed.
    package let lastProbed: String?

    /// Makes evidence; times are RFC 3339 texts.
    package init(
        verdict: String, probe: String? = nil, vantage: String, mac: String? = nil, name: String? = nil,
        firstSeen: String? = nil, lastSeen: String? = nil, lastProbed: String? = nil
    ) {
        self.verdict = verdict
        self.probe = probe
        self.vantage = vantage
        self.mac = mac
        self.name = name
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.lastProbed = lastProbed
    }
}

/// The part of a waiver that a waived finding carries.
package struct WaiverNote: Hashable, Sendable {
    /// Why the finding is accepted for now.
    package let reason: String
    /// Who answers for that.
    package let owner: String
    /// The last day it holds, as `YYYY-MM-DD`.
    package let expires: String

    /// Makes a note.
    package init(reason: String, owner: String, expires: String) {
        self.reason = reason
        self.owner = owner
        self.expires = expires
    }
}
