/// A whole message of a name server with the records of its answer (RFC 1035, 4.1).
package struct DNSMessage: Hashable, Sendable {
    /// The number of the question.
    package let id: UInt16
    /// Whether the server answers for the name itself, rather than from what others told it.
    package let isAuthoritative: Bool
    /// Whether more would have followed.
    package let isTruncated: Bool
    /// How the server took the question: 0 well, 3 no such name, 5 refused.
    package let code: UInt8
    /// The question that it repeats, in the letters that it has there; nil if it repeats none.
    package let question: DNSQuestion?
    /// The records of the answer, in their order.
    package let answers: [DNSRecord]

    /// Reads an answer; nil for bytes that are malformed or none.
    package init?(_ bytes: Span<UInt8>) {
        guard let id = bytes.word16(at: 0), let flags = bytes.word16(at: 2), flags & 0x8000 != 0,
            let questions = bytes.word16(at: 4), questions < 2, let count = bytes.word16(at: 6), bytes.count >= 12
        else { return nil }
        self.id = id
        isAuthoritative = flags & 0x0400 != 0
        isTruncated = flags & 0x0200 != 0
        code = UInt8(flags & 0xf)
        var reader = DNSReader(at: 12)
        var question: DNSQuestion?
        if questions == 1 {
            guard let name = reader.name(in: bytes), let type = bytes.word16(at: reader.offset),
                bytes.word16(at: reader.offset + 2) == DNSQuestion.internet
            else { return nil }
            question = DNSQuestion(id: id, name: name, type: type)
            reader.offset += 4
        }
        self.question = question
        var answers: [DNSRecord] = []
        for _ in 0..<count {
            guard let record = DNSRecord(bytes, &reader) else { return nil }
            answers.append(record)
        }
        self.answers = answers
    }

    /// Whether it repeats a question, but for the case of letters.
    package func repeats(_ asked: DNSQuestion) -> Bool {
        guard let question else { return false }
        return question.id == asked.id && question.type == asked.type && DNSReader.isSame(question.name, asked.name)
    }
}

/// A record as a message carries it.
package struct DNSRecord: Hashable, Sendable {
    /// The labels of the name that it belongs to.
    package let owner: [[UInt8]]
    /// The number of its type.
    package let type: UInt16
    /// How long it may be cached, in seconds.
    package let ttl: UInt32
    /// What it says, names written out in full (RFC 3597, 4).
    package let data: [UInt8]

    /// Reads the record at the reader's offset, which moves behind it; nil if it is malformed.
    init?(_ bytes: Span<UInt8>, _ reader: inout DNSReader) {
        guard let owner = reader.name(in: bytes), let type = bytes.word16(at: reader.offset),
            bytes.word16(at: reader.offset + 2) == DNSQuestion.internet,
            let high = bytes.word16(at: reader.offset + 4), let low = bytes.word16(at: reader.offset + 6),
            let length = bytes.word16(at: reader.offset + 8)
        else { return nil }
        let start = reader.offset + 10
        let end = start + Int(length)
        guard end <= bytes.count else { return nil }
        reader.offset = end
        // Only the types of RFC 1035 may have compressed names.
        let plain: Int
        switch type {
        case 2, 5, 12: plain = 0
        case 15: plain = 2
        case 33: plain = 6
        default: plain = Int(length)
        }
        guard plain <= Int(length) else { return nil }
        var data = (start..<start + plain).map { bytes[$0] }
        if plain < Int(length) {
            var names = DNSReader(at: start + plain)
            guard let name = names.name(in: bytes), names.offset == end else { return nil }
            for label in name { data += [UInt8(truncatingIfNeeded: label.count)] + label }
            data.append(0)
        }
        self.owner = owner
        self.type = type
        ttl = UInt32(high) << 16 | UInt32(low)
        self.data = data
    }
}
