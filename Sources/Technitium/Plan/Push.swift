import Addressing
package import ZoneData

/// Brings the records of a server in line with what is declared: looks, plans, changes, and looks again.
package struct Push: Sendable {
    private let server: TechnitiumServer
    private let zones: [ZoneContent]
    private let comment: String
    private let makesZones: Bool

    /// Why a push stopped half-way.
    package struct Failure: Error, Sendable {
        /// How many zones and steps were made before.
        package let done: Int
        /// What went wrong with the next one.
        package let error: ServerError
    }

    /// Takes a server, what it is to have, and the comment by which records are known as ours.
    ///
    /// - Parameter makesZones: whether zones that the server lacks are to be made. None is ever deleted.
    package init(to server: TechnitiumServer, zones: [ZoneContent], comment: String, makesZones: Bool = false) {
        self.makesZones = makesZones
        self.server = server
        self.zones = zones
        self.comment = comment
    }

    /// The comment that marks the records of an inventory; two inventories of different names leave each other alone.
    package static func comment(for inventory: String?) -> String {
        // Servers keep 255 bytes.
        "managed by ipam" + (inventory.map { " (\($0.prefix(50)))" } ?? "")
    }

    /// Reads what the server has, and plans. Changes nothing.
    ///
    /// - Throws: ``ServerError`` if the server lacks a zone, or does not answer as it should.
    package func plan() throws(ServerError) -> PushPlan {
        let there = try server.zones()
        let missing = try missingZones(there)
        var existing: [DomainName: [ServerRecord]] = [:]
        for zone in zones where !missing.contains(zone.name) { existing[zone.name] = try server.records(of: zone.name) }
        for zone in missing { try requireUnused(zone, existing, there) }
        let plan = PushPlan(zones, existing: existing, newZones: missing, comment: comment)
        return plan.withholding(try deletionsWithForeignPointers(plan, existing, there))
    }

    /// Makes the steps of a plan one after the other, and stops at the first that fails.
    ///
    /// - Throws: ``Failure``.
    package func apply(_ plan: PushPlan) throws(Failure) {
        for (done, zone) in plan.newZones.enumerated() {
            do {
                try server.create(zone)
            } catch {
                throw Failure(done: done, error: error)
            }
        }
        for (done, step) in plan.steps.enumerated() {
            do {
                switch step {
                case .add(let record, let zone): try server.add(record, to: zone, comment: comment)
                case .replace(let old, let new, let zone):
                    try server.replace(old, by: new, in: zone, comment: comment)
                case .delete(let record, let zone): try server.delete(record, from: zone)
                }
            } catch {
                throw Failure(done: plan.newZones.count + done, error: error)
            }
        }
    }

    /// The zones that the server lacks, and that are to be made.
    private func missingZones(_ there: [ServerZone]) throws(ServerError) -> [DomainName] {
        let known = Dictionary(there.map { ($0.name, $0) }) { first, _ in first }
        let missing = zones.map(\.name).filter { known[$0] == nil }
        guard missing.isEmpty || makesZones else {
            throw ServerError(
                .refused,
                "the server has no zone \(missing.prefix(10).map { "'\($0)'" }.joined(separator: ", "))"
                    + (missing.count > 10 ? " and \(missing.count - 10) more" : "")
                    + ": --create-zones makes \(missing.count == 1 ? "it" : "them"), or name the zones to push with "
                    + "--zone")
        }
        for zone in zones {
            guard let found = known[zone.name], !found.isWritable else { continue }
            throw ServerError(
                .refused,
                "the zone '\(zone.name)' is of type \(found.type.prefix(30)) there, and only a primary one is written to"
            )
        }
        return missing
    }

    /// Refuses to make a zone that would hide records of others in the zone around it.
    private func requireUnused(
        _ zone: DomainName, _ existing: [DomainName: [ServerRecord]], _ there: [ServerZone]
    ) throws(ServerError) {
        guard let around = Self.closest(to: zone, in: Set(there.map(\.name))) else { return }
        let records: [ServerRecord]
        if let known = existing[around] { records = known } else { records = try server.records(of: around) }
        let hidden = records.first { $0.comments != comment && $0.name.isSubdomain(of: zone) && $0.type != "NSEC" }
        guard let hidden else { return }
        throw ServerError(
            .refused,
            "the zone '\(zone)' cannot be made: it would hide records in '\(around)' there which ipam did not write, such "
                + "as \(hidden.type.prefix(20)) of '\(hidden.name)'")
    }

    /// The deletions of addresses that would make the server delete a PTR record of somebody else's.
    private func deletionsWithForeignPointers(
        _ plan: PushPlan, _ existing: [DomainName: [ServerRecord]], _ there: [ServerZone]
    ) throws(ServerError) -> [PushStep: PushComplaint] {
        let names = Set(there.map(\.name))
        let byName = existing.mapValues { Dictionary(grouping: $0, by: \.name) }
        var complaints: [PushStep: PushComplaint] = [:]
        for step in plan.steps {
            guard case .delete(let record, let zone) = step, case .address(let address) = record.data,
                let holder = Self.closest(to: address.reverseName, in: names)
            else { continue }
            let back: [ServerRecord]
            if let names = byName[holder] {
                back = names[address.reverseName] ?? []
            } else {
                back = try server.records(at: address.reverseName, in: holder)
            }
            guard back.contains(where: { $0.data == .ptr(record.owner) && $0.comments != comment }) else { continue }
            complaints[step] = PushComplaint(
                zone: zone, owner: record.owner, type: record.data.type,
                reason:
                    "with \(address) the server would delete the PTR record that leads back from it, which ipam did "
                    + "not write: delete that there")
        }
        return complaints
    }

    private static func closest(to name: DomainName, in zones: Set<DomainName>) -> DomainName? {
        var candidate: DomainName? = name
        while let zone = candidate {
            if zones.contains(zone) { return zone }
            candidate = zone.parent
        }
        return nil
    }
}
