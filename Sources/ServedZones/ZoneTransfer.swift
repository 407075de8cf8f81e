import Addressing
import Packets
import ZoneData

/// A whole zone as it comes, message by message (RFC 5936).
struct ZoneTransfer {
    /// What a message means for the transfer.
    enum Progress {
        case refused
        case unfinished
        case complete
    }

    private let zone: DomainName
    private let question: DNSQuestion
    /// What was handed out so far.
    private(set) var records: [ServedRecord] = []
    /// How many records more, with names that nobody could declare.
    private(set) var undeclarable = 0
    private var authority: DNSRecord?

    /// The most records that are taken, so that a transfer without end has one.
    private static let recordLimit = 2_000_000

    init(of zone: DomainName, by question: DNSQuestion) {
        self.zone = zone
        self.question = question
    }

    /// Takes in the next message.
    ///
    /// - Throws: ``ServedZoneError`` if what has begun as this zone does not go on or end as it has to.
    mutating func take(_ message: DNSMessage) throws(ServedZoneError) -> Progress {
        guard authority != nil || (message.code == 0 && !message.answers.isEmpty) else { return .refused }
        guard message.code == 0 else { throw ServedZoneError("the transfer ends with code \(message.code)") }
        // Only the first message has to repeat the question.
        guard message.id == question.id, message.repeats(question) || (message.question == nil && authority != nil),
            !message.answers.isEmpty
        else { throw .malformed }
        var isComplete = false
        for answer in message.answers {
            guard !isComplete else { throw Self.badEnds }
            if answer.type == RecordType.soa.number {
                isComplete = try takeAuthority(answer)
            } else if authority == nil {
                throw Self.badEnds
            } else if let record = ServedRecord(answer) {
                records.append(record)
            } else if !ServedRecord.isOfServer(answer) {
                undeclarable += 1
            }
        }
        guard records.count <= Self.recordLimit else {
            throw ServedZoneError("the transfer has more than \(Self.recordLimit) records")
        }
        return isComplete ? .complete : .unfinished
    }

    /// Takes the first or the last record; whether it is the last.
    private mutating func takeAuthority(_ record: DNSRecord) throws(ServedZoneError) -> Bool {
        guard DomainName(labels: record.owner) == zone else { throw Self.badEnds }
        guard let authority else {
            self.authority = record
            return false
        }
        // Behind the names, which each message shortens in its own way, stand the serial and the times.
        guard authority.data.suffix(Self.numbers) == record.data.suffix(Self.numbers) else {
            throw ServedZoneError("the zone changed while it was handed out")
        }
        return true
    }

    private static let numbers = 20
    private static let badEnds = ServedZoneError("the transfer does not begin and end with the zone's SOA record")
}
