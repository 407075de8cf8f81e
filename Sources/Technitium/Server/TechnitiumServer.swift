package import Addressing
import Foundation
package import ZoneData

/// The zones and records of a Technitium DNS Server, version 15 or newer, through its HTTP API.
package struct TechnitiumServer: Sendable {
    private let transport: any Transport
    private let token: AccessToken
    /// The most seconds that an answer may take.
    private let seconds: Int

    /// A zone may hold hundreds of thousands of records, of some 400 bytes each.
    private static let longestList = 256 << 20
    private static let longestAnswer = 1 << 20

    /// Takes a way to a server.
    package init(over transport: any Transport, token: AccessToken, seconds: Int) {
        self.transport = transport
        self.token = token
        self.seconds = seconds
    }

    /// All zones that the token may see.
    package func zones() throws(ServerError) -> [ServerZone] {
        let list: ZoneList = try ask("/api/zones/list", [:], limit: Self.longestList)
        return list.zones
    }

    /// All records of a zone.
    package func records(of zone: DomainName) throws(ServerError) -> [ServerRecord] {
        let records = try records(["domain": zone.wire, "zone": zone.wire, "listZone": "true"], in: zone)
        // No zone is without: a list that lacks it is not the whole list.
        guard records.contains(where: { $0.type == "SOA" && $0.name == zone }) else {
            throw ServerError(
                .unexpected, "the server's list of records in the zone \(zone) has no SOA, so it is not whole")
        }
        return records
    }

    /// The records of one name.
    package func records(at name: DomainName, in zone: DomainName) throws(ServerError) -> [ServerRecord] {
        try records(["domain": name.wire, "zone": zone.wire], in: zone).filter { $0.name == name }
    }

    private func records(_ form: Form, in zone: DomainName) throws(ServerError) -> [ServerRecord] {
        let list: RecordList = try ask("/api/zones/records/get", form, limit: Self.longestList)
        try require(list.zone, is: zone)
        // A list with records of another zone is no answer, and nothing is to be concluded from it.
        guard list.records.allSatisfy({ $0.name?.isSubdomain(of: zone) ?? true }) else {
            throw ServerError(.unexpected, "the server lists records in the zone \(zone) that lie outside of it")
        }
        return list.records.compactMap { $0.record }
    }

    /// Makes a primary zone, with a SOA and an NS record of the server's own.
    package func create(_ zone: DomainName) throws(ServerError) {
        let answer: CreationAnswer = try ask(
            "/api/zones/create", ["zone": zone.wire, "type": "Primary"], limit: Self.longestAnswer)
        try require(ZoneName(name: answer.domain), is: zone)
    }

    /// Adds a record with a comment.
    package func add(_ record: ResourceRecord, to zone: DomainName, comment: String) throws(ServerError) {
        var form = question(record, in: zone)
        form.append(["ttl": "\(record.ttl)", "comments": comment])
        form.append(record.data.fields())
        try change("/api/zones/records/add", form, in: zone)
    }

    /// Gives a record another time to live, or other data, in one step.
    package func replace(
        _ old: ResourceRecord, by new: ResourceRecord, in zone: DomainName, comment: String
    ) throws(ServerError) {
        var form = question(old, in: zone)
        form.append(["ttl": "\(new.ttl)", "comments": comment, "disable": "false"])
        form.append(old.data.fields(becoming: new.data))
        try change("/api/zones/records/update", form, in: zone)
    }

    /// Deletes a record.
    package func delete(_ record: ResourceRecord, from zone: DomainName) throws(ServerError) {
        var form = question(record, in: zone)
        form.append(record.data.fields())
        try change("/api/zones/records/delete", form, in: zone)
    }

    private func question(_ record: ResourceRecord, in zone: DomainName) -> Form {
        ["domain": record.owner.wire, "zone": zone.wire, "type": record.data.type.technitiumName]
    }

    private func change(_ path: String, _ form: Form, in zone: DomainName) throws(ServerError) {
        let answer: ChangeAnswer = try ask(path, form, limit: Self.longestAnswer)
        // A server without the zone would have changed the one around it.
        if let changed = answer.zone { try require(changed, is: zone) }
    }

    private func require(_ answered: ZoneName, is zone: DomainName) throws(ServerError) {
        guard DomainName(answered.name) == zone else {
            throw ServerError(
                .unexpected,
                "the server was asked about the zone \(zone) and answers about '\(answered.name.prefix(100))'")
        }
    }

    private func ask<Answer: Decodable>(_ path: String, _ form: Form, limit: Int) throws(ServerError) -> Answer {
        let reply = try transport.post(
            form, to: path, token: token, within: ReplyLimits(seconds: seconds, bytes: limit))
        guard reply.body.count <= limit else {
            throw ServerError(.unexpected, "the server sent more than \(limit) bytes to \(path)")
        }
        do {
            return try ReplyReader.read(reply, to: path)
        } catch {
            throw ServerError(error.code, token.redacted(error.message))
        }
    }
}

extension DomainName {
    /// The name as the API has it: without its final dot, but for the root.
    var wire: String { isRoot ? "." : labels.joined(separator: ".") }
}
