package import JSONShapes

extension PushReport {
    /// The version of the shape; raised when something that scripts rely on changes or goes.
    private static let formatVersion: Int64 = 1

    /// The JSON of `push`.
    package static let shape = JSONShape<PushReport>(
        "What a push changes on a DNS server.",
        [
            .init("format_version", .integer().with("const", .integer(formatVersion)), "The version of this format.") {
                _ in .integer(formatVersion)
            },
            .init("server", .string, "The URL of the server.") { .string($0.server) },
            .init(
                "made", .nullable(.integer(0...Int64.max)),
                "How many changes were made and read back; null if none was tried."
            ) {
                $0.made.map { .integer(Int64($0)) } ?? .null
            },
            .init(
                "removals", .integer(0...Int64.max), "How many sets of records go: what --allow-removals has to name."
            ) {
                .integer(Int64($0.removals))
            },
            .init("stops", .array(of: .string), "The limits that are exceeded.") {
                .array($0.stops.map { .string($0) })
            },
            .init("zones", .array(of: .string), "The zones that were compared.") {
                .array($0.zones.map { .string($0) })
            },
            .init("new_zones", .array(of: .string), "Those of them that the server lacks, and that are made.") {
                .array($0.newZones.map { .string($0) })
            },
            .init("changes", listOf: changeShape, "The changes, in the order in which they are made.") { $0.changes },
            .init("left_alone", listOf: complaintShape, "What is declared and not pushed.") { $0.complaints },
        ])

    private static let changeShape = JSONShape<Change>(
        "A change to the records of a name.",
        [
            .init("action", .oneOf(["add", "change", "delete"]), "What is done.") { .string($0.action) },
            .init("zone", .string, "The zone.") { .string($0.zone) },
            .init("owner", .string, "The name.") { .string($0.owner) },
            .init("type", .string, "The type of the record.") { .string($0.type) },
            .init("before", .nullable(sideShape.schema), "The record before; null for one that is added.") {
                $0.before.map(sideShape.json) ?? .null
            },
            .init("after", .nullable(sideShape.schema), "The record afterwards; null for one that is deleted.") {
                $0.after.map(sideShape.json) ?? .null
            },
        ])

    private static let sideShape = JSONShape<Side>(
        "A record.",
        [
            .init("ttl", .integer(0...2_147_483_647), "How long it may be cached, in seconds.") {
                .integer(Int64($0.ttl))
            },
            .init("data", .string, "What it says, as a zone file writes it.") { .string($0.data) },
        ])

    private static let complaintShape = JSONShape<Complaint>(
        "Something that is declared and not pushed.",
        [
            .init("zone", .string, "The zone.") { .string($0.zone) },
            .init("owner", .string, "The name.") { .string($0.owner) },
            .init("type", .string, "The type of the records.") { .string($0.type) },
            .init("reason", .string, "What is in the way and what to do.") { .string($0.reason) },
        ])
}
