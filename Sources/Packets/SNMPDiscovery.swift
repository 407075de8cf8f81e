/// The question that every SNMPv3 agent answers without credentials: who are you (RFC 3414, 4).
struct SNMPDiscovery {
    /// A message number of 31 bits, the first of them set so that it always takes four bytes.
    private let id: UInt32

    init(tag: UInt64) {
        id = UInt32(truncatingIfNeeded: tag) & 0x3fff_ffff | 0x4000_0000
    }

    var bytes: [UInt8] {
        var number: [UInt8] = []
        number.append(bigEndian: id)
        let integer: [UInt8] = [2, 4] + number
        // Message number, the largest message we take, reportable and plain, user-based security.
        let header = Self.wrapped(0x30, integer + [2, 3, 0, 0xff, 0xe3, 4, 1, 4, 2, 1, 3])
        // No engine yet, no boots, no time, no user, no keys.
        let security = Self.wrapped(4, Self.wrapped(0x30, [4, 0, 2, 1, 0, 2, 1, 0, 4, 0, 4, 0, 4, 0]))
        // A get request for nothing in no context.
        let content = Self.wrapped(0x30, [4, 0, 4, 0] + Self.wrapped(0xa0, integer + [2, 1, 0, 2, 1, 0, 0x30, 0]))
        return Self.wrapped(0x30, [2, 1, 3] + header + security + content)
    }

    /// The report returns the message number in its header.
    func isAnswered(by bytes: Span<UInt8>) -> Bool {
        guard bytes.byte(at: 0) == 0x30, let message = Self.contentStart(bytes, at: 0),
            bytes.byte(at: message) == 2, bytes.byte(at: message + 1) == 1, bytes.byte(at: message + 2) == 3,
            bytes.byte(at: message + 3) == 0x30, let header = Self.contentStart(bytes, at: message + 3),
            bytes.byte(at: header) == 2, bytes.byte(at: header + 1) == 4,
            let high = bytes.word16(at: header + 2), let low = bytes.word16(at: header + 4)
        else { return false }
        return UInt32(high) << 16 | UInt32(low) == id
    }

    /// Where the content of an element begins, in either form of its length (X.690, 8.1.3).
    private static func contentStart(_ bytes: Span<UInt8>, at offset: Int) -> Int? {
        guard let length = bytes.byte(at: offset + 1) else { return nil }
        guard length & 0x80 != 0 else { return offset + 2 }
        let octets = Int(length & 0x7f)
        return (1...4).contains(octets) ? offset + 2 + octets : nil
    }

    /// An element of less than 128 bytes.
    private static func wrapped(_ kind: UInt8, _ content: [UInt8]) -> [UInt8] {
        [kind, UInt8(truncatingIfNeeded: content.count)] + content
    }
}
