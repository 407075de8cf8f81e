import Chronology
package import Findings

/// A finding that its owner accepts until a day, as it is written in the inventory.
package struct WaiverEntry: InventoryObject {
    package static let noun = "waiver"
    package static let summary = "A finding that its owner accepts until a day."

    /// What reports match findings against.
    package let waiver: Waiver

    package init(_ fields: inout Fields) {
        waiver = Waiver(
            rule: fields.required("rule", "Id of the rule whose finding is accepted; see `ipam rules`."),
            subject: fields.required("subject", "Address, prefix, MAC, device, zone or fingerprint that it is about."),
            reason: fields.required("reason", "Why it is accepted for now."),
            owner: fields.required("owner", "Who answers for that."),
            expires: fields.required("expires", "Last day it holds, in UTC, at most a year from now."),
            span: fields.span
        )
    }
}
