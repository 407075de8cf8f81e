import Addressing
import TestSupport
import Testing

@testable import Packets

@Suite("ICMP echo")
struct ICMPEchoTests {
    let echo = ICMPEcho(identifier: 0x1234, stamp: EchoStamp(sequence: 0x5_0001, tag: 0xdead_beef_0bad_cafe))

    @Test("an IPv4 request has the bytes of RFC 792")
    func bytes() {
        let expected: [UInt8] = [
            8, 0, 0, 0,  // type, code, checksum
            0x12, 0x34, 0x00, 0x01,  // identifier, sequence
            0, 0, 0, 0, 0, 5, 0, 1,  // number of the probe
            0xde, 0xad, 0xbe, 0xef, 0x0b, 0xad, 0xca, 0xfe,  // tag
        ]
        let bytes = echo.request(.v4)
        #expect(bytes[..<2] + [0, 0] + bytes[4...] == expected[...])
        #expect(InternetChecksum.of(bytes.span) == 0)
    }

    @Test("an IPv6 request leaves the checksum to the kernel")
    func v6Bytes() {
        #expect(Array(echo.request(.v6)[..<8]) == [128, 0, 0, 0, 0x12, 0x34, 0x00, 0x01])
    }

    @Test("a reply that echoes the request reads back as it", arguments: AddressFamily.allCases)
    func roundTrip(family: AddressFamily) {
        #expect(ICMPMessage(reply(to: echo, family).span, family) == .reply(echo))
    }

    @Test("random echoes survive the way there and back")
    func randomRoundTrips() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<2_000 {
            let stamp = EchoStamp(sequence: generator.next(), tag: generator.next())
            let echo = ICMPEcho(identifier: .random(in: 0...UInt16.max, using: &generator), stamp: stamp)
            let family: AddressFamily = Bool.random(using: &generator) ? .v4 : .v6
            #expect(ICMPMessage(reply(to: echo, family).span, family) == .reply(echo))
        }
    }

    @Test("an IPv4 reply with any one bit turned is refused or differs")
    func corruption() {
        let reply = reply(to: echo, .v4)
        for bit in 0..<reply.count * 8 {
            var damaged = reply
            damaged[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(ICMPMessage(damaged.span, .v4) == nil)
        }
    }

    @Test("a request is not taken for a reply")
    func ownRequest() {
        #expect(ICMPMessage(echo.request(.v4).span, .v4) == nil)
    }

    @Test("a reply cut short has no stamp, and one without a full header is refused")
    func truncated() {
        let reply = reply(to: echo, .v6)
        for length in 0..<reply.count {
            let message = ICMPMessage(reply.span.extracting(0..<length), .v6)
            guard length >= 8 else {
                #expect(message == nil)
                continue
            }
            guard case .reply(let short) = message else {
                Issue.record("\(length) bytes are no reply")
                continue
            }
            #expect(short.stamp == nil)
        }
    }
}

/// What the target makes of a request: the type of a reply, and the checksum to match.
func reply(to echo: ICMPEcho, _ family: AddressFamily) -> [UInt8] {
    var bytes = echo.request(family)
    bytes[0] = family == .v4 ? 0 : 129
    return family == .v4 ? withChecksum(bytes) : bytes
}

/// The same ICMPv4 message with the right checksum.
func withChecksum(_ message: [UInt8]) -> [UInt8] {
    var bytes = message
    bytes[2] = 0
    bytes[3] = 0
    let sum = InternetChecksum.of(bytes.span)
    bytes[2] = UInt8(sum >> 8)
    bytes[3] = UInt8(sum & 0xff)
    return bytes
}
