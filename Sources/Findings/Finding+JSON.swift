package import JSONShapes

extension Finding {
    /// How a finding prints as JSON: the shape that scripts rely on.
    package static let shape = JSONShape<Finding>(
        "One thing that ipam has to say about the inventory or the network.",
        [
            .init("rule", .string, "The rule that is broken; `ipam explain RULE` tells more.") {
                .string($0.rule.name)
            },
            .init("severity", .oneOf(Severity.allCases.reversed().map(\.rawValue)), "How much it matters.") {
                .string($0.severity.rawValue)
            },
            .init("message", .string, "What is wrong, in one clause.") { .string($0.message) },
            .init("path", .nullable(.string), "File, relative to the working directory; null if declared nowhere.") {
                JSON($0.location?.path)
            },
            .init("line", .nullable(.position), "First line, counted from 1.") { .count($0.location?.line) },
            .init("column", .nullable(.position), "First column, counted from 1 in Unicode scalars.") {
                .count($0.location?.column)
            },
            .init("end_line", .nullable(.position), "Last line.") { .count($0.location?.endLine) },
            .init("end_column", .nullable(.position), "Column behind the last character.") {
                .count($0.location?.endColumn)
            },
            .init("subject", Subject.shape.schema, "The object that is wrong.") { Subject.shape.json($0.subject) },
            .init(
                "fingerprint", .string(pattern: "^[0-9a-f]{16}$", example: "9f2c41d07a55e310"),
                "The finding's identity: it survives edits and moves."
            ) { .text($0.fingerprint) },
            .init("related", listOf: Related.shape, "Other places that it involves.") { $0.related },
            .init("evidence", .nullable(Evidence.shape.schema), "What was seen on the network; null in validation.") {
                $0.evidence.map(Evidence.shape.json) ?? .null
            },
            .init("waiver", .nullable(WaiverNote.shape.schema), "The waiver that covers it; null if none does.") {
                $0.waiver.map(WaiverNote.shape.json) ?? .null
            },
            .init("help", .nullable(.string), "What to do about it, where that is more than the rule says.") {
                JSON($0.help)
            },
            .init(
                "edit", .nullable(InventoryEdit.shape.schema), "What to write to resolve it; null where no edit would."
            ) {
                $0.edit.map(InventoryEdit.shape.json) ?? .null
            },
        ])
}

extension InventoryEdit {
    /// How an edit prints as JSON.
    package static let shape = JSONShape<InventoryEdit>(
        "A change of the inventory that would resolve a finding.",
        [
            .init(
                "action", .oneOf(Action.allCases.map(\.rawValue)),
                "`add` an entry to a list, `replace` the text at the place, or `set` a key of the entry there."
            ) { .string($0.action.rawValue) },
            .init("key", .string, "The key of the list or value.") { .string($0.key) },
            .init("value", .string, "What to write, as YAML on one line.") { .string($0.value) },
            .init("path", .nullable(.string), "File; null if any will do.") { JSON($0.location?.path) },
            .init("line", .nullable(.position), "First line, counted from 1.") { .count($0.location?.line) },
            .init("column", .nullable(.position), "First column, counted from 1 in Unicode scalars.") {
                .count($0.location?.column)
            },
            .init("end_line", .nullable(.position), "Last line.") { .count($0.location?.endLine) },
            .init("end_column", .nullable(.position), "Column behind the last character.") {
                .count($0.location?.endColumn)
            },
        ])
}

extension Subject {
    /// How a subject prints as JSON.
    package static let shape = JSONShape<Subject>(
        "The object that a finding is about.",
        [
            .init("kind", .oneOf(Kind.allCases.map(\.rawValue)), "What sort of object it is.") {
                .string($0.kind.rawValue)
            },
            .init("id", .string, "Which one; outside the default VRF as `vrf/object`.") { .string($0.id) },
        ])
}

extension Finding.Related {
    /// How a related place prints as JSON.
    package static let shape = JSONShape<Finding.Related>(
        "A second place and what is there.",
        [
            .init("path", .string, "File, relative to the working directory.") { .string($0.location.path) },
            .init("line", .position, "Line, counted from 1.") { .count($0.location.line) },
            .init("column", .position, "Column, counted from 1 in Unicode scalars.") { .count($0.location.column) },
            .init("message", .string, "What this place has to do with the finding.") { .string($0.message) },
        ])
}

extension Evidence {
    /// How evidence prints as JSON.
    package static let shape = JSONShape<Evidence>(
        "What was seen on the network that makes a finding true.",
        [
            .init("verdict", .string, "`alive`, `silent`, `unreachable`, `unknown` or `leased`.") {
                .string($0.verdict)
            },
            .init("probe", .nullable(.string), "What answered or failed to, such as `icmp` or `tcp/22`.") {
                JSON($0.probe)
            },
            .init("vantage", .string, "The vantage point that it was seen from.") { .string($0.vantage) },
            .init("mac", .nullable(.string), "The hardware address that answered.") { JSON($0.mac) },
            .init("name", .nullable(.string), "The name that the address had.") { JSON($0.name) },
            .init("first_seen", .nullable(.string), "When it was first seen alive (RFC 3339).") { JSON($0.firstSeen) },
            .init("last_seen", .nullable(.string), "When it was last seen alive (RFC 3339).") { JSON($0.lastSeen) },
            .init("last_probed", .nullable(.string), "When it was last probed (RFC 3339).") { JSON($0.lastProbed) },
        ])
}

extension WaiverNote {
    /// How a waiver prints as JSON inside the finding that it covers.
    package static let shape = JSONShape<WaiverNote>(
        "The acceptance of a finding until a day.",
        [
            .init("reason", .string, "Why it is accepted.") { .string($0.reason) },
            .init("owner", .string, "Who answers for that.") { .string($0.owner) },
            .init(
                "expires", .string(pattern: "^\\d{4}-\\d{2}-\\d{2}$", example: "2027-03-31"), "The last day it holds."
            ) {
                .string($0.expires)
            },
        ])
}

extension JSONSchema {
    /// A line or column number.
    fileprivate static let position = JSONSchema.integer(1...Int64.max)
}

extension JSON {
    /// A number of things or a position, or null.
    fileprivate static func count(_ number: Int?) -> JSON {
        number.map { .integer(Int64($0)) } ?? .null
    }
}
