package import Addressing

/// The header of an IPv4 packet as a raw socket takes it that writes headers itself.
///
/// The kernel spends a good part of a sweep's time on what such a packet does not need: choosing an identification and
/// gathering parts.
package enum IPv4Request {
    /// The length of the header in bytes.
    package static let headerLength = 20

    /// Appends the header of a packet that may not be fragmented and holds `length` bytes of `content`, a protocol's number.
    ///
    /// The kernel fills in the source, the total length and the checksum (raw(7)). Of a packet that may not be fragmented
    /// the identification can be anything (RFC 6864, 4.1); zero would make the kernel choose one.
    package static func appendHeader(to destination: IPAddress, content: UInt8, length: Int, to bytes: inout [UInt8]) {
        bytes.append(0x45)
        bytes.append(0)
        bytes.append(bigEndian: UInt16(truncatingIfNeeded: headerLength + length))
        bytes.append(bigEndian: UInt16(1))
        bytes.append(bigEndian: UInt16(0x4000))
        bytes.append(timeToLive)
        bytes.append(content)
        bytes.append(bigEndian: UInt16(0))
        bytes.append(bigEndian: UInt32(0))
        bytes.append(bigEndian: UInt32(truncatingIfNeeded: destination.bits))
    }

    /// As systems choose it (RFC 1340).
    private static let timeToLive: UInt8 = 64
}
