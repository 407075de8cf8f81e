import Changes
import Findings
package import JSONShapes
import Reports

/// How a report on a change prints as JSON.
package enum ChangeReportSchema {
    /// The version of the shape; raised when something that scripts rely on changes or goes.
    private static let formatVersion: Int64 = 1

    /// The schema of what `plan -o json` prints (JSON Schema draft-07).
    package static let document = shape.schema.document(title: "ipam plan")

    /// How a report prints.
    static let shape = JSONShape<ChangeReport>(
        "What a change of the inventory means.",
        [
            .init("format_version", .integer().with("const", .integer(formatVersion)), "The version of this format.") {
                _ in .integer(formatVersion)
            },
            .init("base", ChangeReport.Revision.shape.schema, "What it is to be merged into; the commit it began at.") {
                ChangeReport.Revision.shape.json($0.base)
            },
            .init("head", ChangeReport.Revision.shape.schema, "What it has come to.") {
                ChangeReport.Revision.shape.json($0.head)
            },
            .init("summary", ChangeTally.shape.schema, "How much of each sort it does.") {
                ChangeTally.shape.json(ChangeTally($0))
            },
            .init("changes", .array(of: ChangeReport.PlacedChange.shape.schema), "Objects and addresses that differ.") {
                .array($0.placed.map(ChangeReport.PlacedChange.shape.json))
            },
            .init("use", .array(of: UseChange.shape.schema), "Subnets and pools whose use differs.") {
                .array(($0.changes?.uses ?? []).map(UseChange.shape.json))
            },
            .init("records", parts(of: RecordChange.shape).schema, "DNS records that differ.") { report in
                parts(of: RecordChange.shape).json(
                    Parts(report.changes?.records ?? []) { ($0.before == nil, $0.after == nil) })
            },
            .init("reservations", parts(of: DHCPReservationChange.shape).schema, "DHCP reservations that differ.") {
                parts(of: DHCPReservationChange.shape).json(
                    Parts($0.changes?.reservations ?? []) { ($0.before == nil, $0.after == nil) })
            },
            .init("safety", .nullable(SafetyVerdict.shape.schema), "Whether it removes too much; null if not known.") {
                $0.safety.map(SafetyVerdict.shape.json) ?? .null
            },
            .init("findings", .array(of: Finding.shape.schema), "What is wrong that was not before.") {
                .array($0.findingReport.listed.map(Finding.shape.json))
            },
            .init("resolved", .array(of: Finding.shape.schema), "What was wrong and is not any more.") {
                .array($0.resolved.map(Finding.shape.json))
            },
            .init("notices", .array(of: .string), "What else to know.") { .array($0.notices.map { .string($0) }) },
        ])

    /// Differences by what happens.
    struct Parts<Element> {
        let removed: [Element]
        let changed: [Element]
        let added: [Element]

        init(_ all: [Element], lacks: (Element) -> (before: Bool, after: Bool)) {
            removed = all.filter { lacks($0).after }
            changed = all.filter { !lacks($0).after && !lacks($0).before }
            added = all.filter { lacks($0).before }
        }
    }

    private static func parts<Element>(of shape: JSONShape<Element>) -> JSONShape<Parts<Element>> {
        JSONShape(
            "Differences by what happens.",
            [
                .init("removed", .array(of: shape.schema), "What goes.") { .array($0.removed.map(shape.json)) },
                .init("changed", .array(of: shape.schema), "What differs.") { .array($0.changed.map(shape.json)) },
                .init("added", .array(of: shape.schema), "What comes.") { .array($0.added.map(shape.json)) },
            ])
    }
}

extension ChangeReport.Revision {
    static let shape = JSONShape<ChangeReport.Revision>(
        "A side of the comparison.",
        [
            .init("name", .string, "What it was called on the command line.") { .string($0.name) },
            .init("commit", .nullable(.string), "The full id of the commit; null for the working tree.") {
                JSON($0.id)
            },
        ])
}

extension ChangeTally {
    static let shape = JSONShape<ChangeTally>(
        "How much of each sort a change does.",
        [
            .init("addresses", counts("freed", "moved", "claimed").schema, "Claims of addresses and ranges.") {
                counts("freed", "moved", "claimed").json($0.addresses)
            },
            .init("objects", counts("removed", "changed", "added").schema, "Subnets, pools, devices and the like.") {
                counts("removed", "changed", "added").json($0.objects)
            },
            .init("records", counts("removed", "changed", "added").schema, "DNS records by name and type.") {
                counts("removed", "changed", "added").json($0.records)
            },
            .init("reservations", counts("removed", "changed", "added").schema, "DHCP reservations.") {
                counts("removed", "changed", "added").json($0.reservations)
            },
            .init("findings", FindingCounts.shape.schema, "New findings.") {
                FindingCounts.shape.json(FindingCounts($0.report.findings))
            },
            .init("resolved", .integer(0...Int64.max), "Findings that are gone.") {
                .integer(Int64($0.report.resolved.count))
            },
            .init("persisting", .integer(0...Int64.max), "Findings that are as before; not listed.") {
                .integer(Int64($0.report.persisting))
            },
        ])

    private static func counts(_ gone: String, _ changed: String, _ new: String) -> JSONShape<Counts> {
        JSONShape(
            "Three numbers.",
            [
                .init(gone, .integer(0...Int64.max), "How many go.") { .integer(Int64($0.gone)) },
                .init(changed, .integer(0...Int64.max), "How many differ.") { .integer(Int64($0.changed)) },
                .init(new, .integer(0...Int64.max), "How many come.") { .integer(Int64($0.new)) },
            ])
    }
}
