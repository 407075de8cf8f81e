import Addressing
package import ZoneData

/// Brings the records of a server in line with what is declared: looks, plans, changes, and looks again.
package struct Push: Sendable {
    private let server: TechnitiumServer
    private let zones: [ZoneContent]
    private let comment: String

    /// Why a push stopped half-way.
    package struct Failure: Error, Sendable {
        /// How many steps were made before.
        package let done: Int
        /// What went wrong with the next one.
        package let error: ServerError
    }

    /// Takes a server, what it is to have, and the comment by which records are known as ours.
    package init(to server: TechnitiumServer, zones: [ZoneContent], comment: String) {
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
        try requireWritable(there)
        var existing: [DomainName: [ServerRecord]] = [:]
        for zone in zones { existing[zone.name] = try server.records(of: zone.name) }
        let plan = PushPlan(zones, existing: existing, comment: comment)
        return plan.withholding(try deletionsWithForeignPointers(plan, existing, there))
    }

    /// Makes the steps of a plan one after the other, and stops at the first that fails.
    ///
    /// - Throws: ``Failure``.
    package func apply(_ plan: PushPlan) throws(Failure) {
        for (done, step) in plan.steps.enumerated() {
            do {
                switch step {
                case .add(let record, let zone): try server.add(record, to: zone, comment: comment)
                case .replace(let old, let new, let zone):
                    try server.replace(old, by: new, in: zone, comment: comment)
                case .delete(let record, let zone): try server.delete(record, from: zone)
                }
            } catch {
                throw Failure(done: done, error: error)
            }
        }
    }

    private func requireWritable(_ there: [ServerZone]) throws(ServerError) {
        let known = Dictionary(there.map { ($0.name, $0) }) { first, _ in first }
        let missing = zones.filter { known[$0.name] == nil }.map { "'\($0.name)'" }
        guard missing.isEmpty else {
            let isOne = missing.count == 1
            throw ServerError(
                .refused,
                "the server has no zone \(missing.prefix(10).joined(separator: ", "))"
                    + (missing.count > 10 ? " and \(missing.count - 10) more" : "")
                    + ": make \(isOne ? "it a primary zone" : "them primary zones") there, or name the zones to push "
                    + "with --zone")
        }
        for zone in zones {
            guard let found = known[zone.name], !found.isWritable else { continue }
            throw ServerError(
                .refused,
                "the zone '\(zone.name)' is of type \(found.type.prefix(30)) there, and only a primary one is written to"
            )
        }
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
