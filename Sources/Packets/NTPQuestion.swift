/// A client's request for the time (RFC 5905, 7.3), with the tag where its own time would stand.
struct NTPQuestion {
    private let tag: UInt64

    init(tag: UInt64) {
        self.tag = tag
    }

    var bytes: [UInt8] {
        // Version 4, mode 3 (client).
        var bytes: [UInt8] = [0x23] + Array(repeating: 0, count: 39)
        bytes.append(bigEndian: tag)
        return bytes
    }

    /// A server returns the client's transmit time as the origin time, in mode 4.
    func isAnswered(by bytes: Span<UInt8>) -> Bool {
        bytes.count >= 48 && bytes.byte(at: 0).map { $0 & 7 == 4 } == true && bytes.word64(at: 24) == tag
    }
}
