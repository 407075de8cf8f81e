package import Addressing

/// An echo request or reply (RFC 792; RFC 4443, 4.1 and 4.2).
package struct ICMPEcho: Hashable, Sendable {
    /// Which process asked; the kernel overwrites it on unprivileged ping sockets.
    package let identifier: UInt16
    /// The number that the header has room for: the low 16 bits of the stamp's.
    package let sequence: UInt16
    /// What follows the header; nil if too few bytes do.
    package let stamp: EchoStamp?

    /// Makes an echo that carries `stamp`.
    package init(identifier: UInt16, stamp: EchoStamp) {
        self.identifier = identifier
        self.sequence = UInt16(truncatingIfNeeded: stamp.sequence)
        self.stamp = stamp
    }

    /// The length of a request that carries a stamp, in bytes.
    package static let requestLength = headerLength + EchoStamp.length

    /// The bytes of the request.
    package func request(_ family: AddressFamily) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.requestLength)
        appendRequest(family, to: &bytes)
        return bytes
    }

    /// Appends the bytes of the request.
    ///
    /// The checksum of ICMPv6 stays zero: it covers the source address, which only the kernel knows, so the kernel
    /// fills it in (RFC 3542, 3.1).
    package func appendRequest(_ family: AddressFamily, to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(Self.requestType(family))
        bytes.append(0)
        bytes.append(bigEndian: UInt16(0))
        bytes.append(bigEndian: identifier)
        bytes.append(bigEndian: sequence)
        if let stamp {
            bytes.append(bigEndian: stamp.sequence)
            bytes.append(bigEndian: stamp.tag)
        }
        if family == .v4 {
            let sum = InternetChecksum.of(bytes.span.extracting(start..<bytes.count))
            bytes[start + 2] = UInt8(truncatingIfNeeded: sum &>> 8)
            bytes[start + 3] = UInt8(truncatingIfNeeded: sum)
        }
    }

    /// Reads a request, such as an ICMP error quotes it: cut short anywhere behind the header, checksum unchecked.
    package init?(quotedRequest bytes: Span<UInt8>, _ family: AddressFamily) {
        self.init(bytes, type: Self.requestType(family))
    }

    /// Reads a reply whose checksum has been checked; nil if it is anything else.
    init?(reply bytes: Span<UInt8>, _ family: AddressFamily) {
        self.init(bytes, type: family == .v4 ? 0 : 129)
    }

    private init?(_ bytes: Span<UInt8>, type: UInt8) {
        guard bytes.byte(at: 0) == type, bytes.byte(at: 1) == 0, let identifier = bytes.word16(at: 4),
            let sequence = bytes.word16(at: 6)
        else { return nil }
        self.identifier = identifier
        self.sequence = sequence
        stamp = EchoStamp(bytes, at: Self.headerLength)
    }

    private static let headerLength = 8

    private static func requestType(_ family: AddressFamily) -> UInt8 { family == .v4 ? 8 : 128 }
}
