/// What a name server says to a question (RFC 1035, 4.1).
package enum DNSAnswer: Hashable, Sendable {
    /// Names that the question led to, in the order of the message, control and special characters escaped.
    case names([String])
    /// The name does not exist, or has nothing of the type.
    case nothing
    /// The server could not or would not say; its response code, or nil if the answer was cut short.
    case failed(UInt8?)

    /// Reads the answer to `question`; nil for bytes that are malformed or answer another question.
    package init?(_ bytes: Span<UInt8>, to question: DNSQuestion) {
        guard bytes.word16(at: 0) == question.id, let flags = bytes.word16(at: 2), flags & 0x8000 != 0,
            bytes.word16(at: 4) == 1, let count = bytes.word16(at: 6)
        else { return nil }
        var reader = DNSReader(at: 12)
        guard let asked = reader.name(in: bytes), DNSReader.isSame(asked, question.name),
            bytes.word16(at: reader.offset) == question.type, bytes.word16(at: reader.offset + 2) == 1
        else { return nil }
        reader.offset += 4
        guard flags & 0x0200 == 0 else {
            self = .failed(nil)
            return
        }
        let code = UInt8(flags & 0xf)
        switch code {
        case 0: break
        case 3:
            self = .nothing
            return
        default:
            self = .failed(code)
            return
        }
        guard let names = Self.names(bytes, &reader, count: Int(count), question) else { return nil }
        self = names.isEmpty ? .nothing : .names(names)
    }

    /// The names at the end of the aliases that begin at the question's name; nil if the records are malformed.
    private static func names(
        _ bytes: Span<UInt8>, _ reader: inout DNSReader, count: Int, _ question: DNSQuestion
    ) -> [String]? {
        var owner = question.name
        var names: [String] = []
        for _ in 0..<min(count, Self.recordLimit) {
            guard let name = reader.name(in: bytes), let type = bytes.word16(at: reader.offset),
                let length = bytes.word16(at: reader.offset + 8)
            else { return nil }
            var content = DNSReader(at: reader.offset + 10)
            reader.offset += 10 + Int(length)
            guard reader.offset <= bytes.count else { return nil }
            guard DNSReader.isSame(name, owner), type == question.type || type == DNSQuestion.cname else { continue }
            guard let target = content.name(in: bytes) else { return nil }
            // Servers list an alias before what it stands for, so one pass follows any chain and no loop.
            if type == question.type { names.append(DNSReader.text(target)) } else { owner = target }
        }
        return names
    }

    /// An address with more names than this has no name that says anything.
    private static let recordLimit = 100
}
