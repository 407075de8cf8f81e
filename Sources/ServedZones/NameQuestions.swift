import Addressing
import Packets
import ZoneData

/// The questions for the declared names of a zone, some of them on their way at a time.
struct NameQuestions {
    private var waiting: ArraySlice<Question>
    private var asked: [UInt16: Question] = [:]
    /// What was answered so far.
    private(set) var records: Set<ServedRecord> = []

    /// So many answers a server may owe; it may give them in another order (RFC 7766, 6.2.1.1).
    private static let window = 32

    private struct Question: Hashable {
        let owner: DomainName
        let type: RecordType
    }

    /// Asks for the names and types that a zone declares.
    init(for zone: ZoneContent) {
        let cuts = Set(zone.records.filter { $0.data.type == .ns && $0.owner != zone.name }.map(\.owner))
        var known: Set<Question> = []
        waiting =
            zone.records.lazy.filter { record in
                // What lies below a delegation is for others to say.
                !sequence(first: record.owner, next: \.parent).prefix { $0 != zone.name }.contains(where: cuts.contains)
            }.map { Question(owner: $0.owner, type: $0.data.type) }.filter { known.insert($0).inserted }[...]
    }

    /// How many answers are still to come.
    var open: Int { waiting.count + asked.count }

    /// Asks what is not answered yet, over a connection of its own.
    ///
    /// - Throws: ``ServedZoneError`` for a question that is not answered; what was answered before stays so.
    mutating func ask(over stream: inout any MessageStream) throws(ServedZoneError) {
        waiting = asked.sorted { $0.key < $1.key }.map(\.value) + waiting
        asked = [:]
        var id: UInt16 = 2
        while open > 0 {
            // One more for each answer, rather than all at once: whoever has nothing to send acknowledges late.
            while asked.count < Self.window, let question = waiting.popFirst() {
                repeat { id &+= 1 } while asked[id] != nil
                asked[id] = question
                try stream.send(Self.message(id, question).bytes)
            }
            try take(try stream.message())
        }
    }

    private static func message(_ id: UInt16, _ question: Question) -> DNSQuestion {
        DNSQuestion(id: id, name: question.owner.wireLabels, type: question.type.number)
    }

    private mutating func take(_ message: DNSMessage) throws(ServedZoneError) {
        guard let question = asked[message.id] else { throw .malformed }
        guard message.code == 0 || message.code == 3 else {
            throw ServedZoneError("the server refuses with code \(message.code)")
        }
        guard message.repeats(Self.message(message.id, question)) else { throw .malformed }
        guard message.isAuthoritative else { throw ServedZoneError("the server does not answer for it by itself") }
        asked[message.id] = nil
        records.formUnion(message.answers.compactMap { ServedRecord($0) }.filter { $0.owner == question.owner })
    }
}
