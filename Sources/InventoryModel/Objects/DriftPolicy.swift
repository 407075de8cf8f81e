package import Chronology

/// What becomes of drift in a subnet.
package enum DriftMode: String, InventoryWord {
    /// Every rule speaks with its own severity.
    case report
    /// Nothing is graver than a warning.
    case warn
    /// Nothing is said.
    case ignore
}

/// How differences between the inventory and the network are judged.
package struct DriftPolicy: InventoryObject {
    package static let noun = "drift setting"
    package static let summary = "How differences between inventory and network are judged."

    /// What becomes of drift.
    package let mode: DriftMode?
    /// How long a device may be silent before it is missing.
    package let missingAfter: TimeSpan?
    /// How old a scan may be before its verdicts are not believed.
    package let staleAfter: TimeSpan?

    package init(_ fields: inout Fields) {
        mode = fields.optional("mode", "What becomes of drift: report, warn (never an error) or ignore.")
        missingAfter = fields.optional("missing_after", "How long a device may be silent before it is missing.")
        staleAfter = fields.optional("stale_after", "How old the last complete scan may be.")
    }
}
