/// A question to a name server (RFC 1035, 4.1).
package struct DNSQuestion: Hashable, Sendable {
    /// Name servers.
    package static let ns: UInt16 = 2
    /// Another name for the same thing.
    package static let cname: UInt16 = 5
    /// A whole zone (RFC 5936).
    package static let axfr: UInt16 = 252
    /// What an address is called.
    package static let ptr: UInt16 = 12

    /// The class of all that is asked for here.
    static let internet: UInt16 = 1

    /// The number that the answer repeats.
    package let id: UInt16
    /// The name that is asked about, as labels of 1 to 63 bytes; the root without any.
    package let name: [[UInt8]]
    /// What is asked for.
    package let type: UInt16
    /// Whether the server is to ask others.
    package let wantsRecursion: Bool

    /// Makes a question.
    package init(id: UInt16, name: [[UInt8]], type: UInt16, wantsRecursion: Bool = false) {
        self.id = id
        self.name = name
        self.type = type
        self.wantsRecursion = wantsRecursion
    }

    /// The bytes of the message.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(bigEndian: id)
        bytes.append(bigEndian: UInt16(wantsRecursion ? 0x0100 : 0))
        for count in [1, 0, 0, 0] as [UInt16] { bytes.append(bigEndian: count) }
        for label in name { bytes += [UInt8(truncatingIfNeeded: label.count)] + label }
        bytes.append(0)
        bytes.append(bigEndian: type)
        bytes.append(bigEndian: Self.internet)
        return bytes
    }
}
