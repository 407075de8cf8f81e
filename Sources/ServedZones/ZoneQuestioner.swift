import Addressing
import Packets
package import ZoneData

/// A connection to a name server over which whole messages go to and fro (RFC 7766).
package protocol MessageStream {
    /// Sends a message.
    ///
    /// - Throws: ``ServedZoneError`` if that takes too long.
    mutating func send(_ message: [UInt8]) throws(ServedZoneError)
    /// The next message.
    ///
    /// - Throws: ``ServedZoneError`` if none comes in time, or the connection is closed.
    mutating func receive() throws(ServedZoneError) -> [UInt8]
}

/// Why nothing is known about a zone, as a clause without a full stop.
package struct ServedZoneError: Error, Hashable, Sendable {
    /// What happened.
    package let reason: String

    /// Makes an error.
    package init(_ reason: String) {
        self.reason = reason
    }
}

/// Asks a name server what it has in a zone: all of it, or where that is refused name by name.
package struct ZoneQuestioner {
    private let server: String

    /// The most records that are taken, so that a transfer without end has one.
    private static let recordLimit = 5_000_000

    /// Takes what the server is called in findings.
    package init(server: String) {
        self.server = server
    }

    /// What the server has in a zone that is declared to be so.
    ///
    /// - Parameter connect: opens a connection; called once for the transfer and once for the questions.
    /// - Throws: ``ServedZoneError`` if the server does not answer, or not for this zone: then nothing is known, which is
    ///   not to say that anything is missing.
    package func ask(
        for zone: ZoneContent, over connect: () throws(ServedZoneError) -> any MessageStream
    ) throws(ServedZoneError) -> ServedZone {
        var stream = try connect()
        if let records = try transfer(zone.name, over: &stream) {
            return ServedZone(name: zone.name, server: server, records: records, isWhole: true)
        }
        stream = try connect()
        return ServedZone(
            name: zone.name, server: server, records: try records(of: zone, over: &stream), isWhole: false)
    }

    /// All records of a zone; nil if the server does not hand them out (RFC 5936).
    private func transfer(
        _ zone: DomainName, over stream: inout any MessageStream
    ) throws(ServedZoneError) -> [ServedRecord]? {
        let question = DNSQuestion(id: 1, name: zone.wireLabels, type: DNSQuestion.axfr)
        try stream.send(question.bytes)
        var records: [ServedRecord] = []
        var authorities = 0
        while authorities < 2 {
            let message: DNSMessage
            do {
                message = try answer(to: question, over: &stream)
            } catch {
                // Some servers hang up where they refuse; the questions that follow show whether this one answers.
                guard authorities == 0 else { throw error }
                return nil
            }
            guard message.code == 0, authorities > 0 || !message.answers.isEmpty else {
                guard authorities == 0 else { throw ServedZoneError("the transfer ends with code \(message.code)") }
                return nil
            }
            for answer in message.answers {
                let isAuthority = answer.type == RecordType.soa.number
                guard authorities == 1 || (authorities == 0 && isAuthority) else {
                    throw ServedZoneError("the transfer does not begin and end with the SOA record")
                }
                if isAuthority { authorities += 1 }
                if let record = ServedRecord(answer) { records.append(record) }
            }
            guard records.count <= Self.recordLimit else {
                throw ServedZoneError("the transfer has more than \(Self.recordLimit) records")
            }
        }
        return records
    }

    /// The records of the names and types that are declared.
    private func records(
        of zone: ZoneContent, over stream: inout any MessageStream
    ) throws(ServedZoneError) -> [ServedRecord] {
        let cuts = Set(zone.records.filter { $0.data.type == .ns && $0.owner != zone.name }.map(\.owner))
        var asked: Set<Question> = []
        var records: [ServedRecord] = []
        var id: UInt16 = 2
        for record in zone.records {
            // What lies below a delegation is for others to say.
            let isBelow = sequence(first: record.owner, next: \.parent).prefix { $0 != zone.name }.contains(
                where: cuts.contains)
            guard !isBelow, asked.insert(Question(owner: record.owner, type: record.data.type)).inserted else {
                continue
            }
            id = id == .max ? 2 : id + 1
            let question = DNSQuestion(id: id, name: record.owner.wireLabels, type: record.data.type.number)
            try stream.send(question.bytes)
            let message = try answer(to: question, over: &stream)
            guard message.code == 0 || message.code == 3, message.isAuthoritative else {
                throw ServedZoneError(
                    message.code == 0 || message.code == 3
                        ? "the server does not answer for it by itself" : "the server refuses with code \(message.code)"
                )
            }
            records += message.answers.compactMap { ServedRecord($0) }.filter { $0.owner == record.owner }
        }
        return Array(Set(records))
    }

    private struct Question: Hashable {
        let owner: DomainName
        let type: RecordType
    }

    private func answer(
        to question: DNSQuestion, over stream: inout any MessageStream
    ) throws(ServedZoneError) -> DNSMessage {
        let bytes = try stream.receive()
        guard let message = DNSMessage(bytes.span), message.id == question.id, !message.isTruncated else {
            throw ServedZoneError("what the server says is malformed, or no answer to the question")
        }
        return message
    }
}
