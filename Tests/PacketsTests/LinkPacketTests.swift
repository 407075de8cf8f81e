import Addressing
import TestSupport
import Testing

@testable import Packets

@Suite("Questions for hardware addresses")
struct LinkPacketTests {
    private static let own = IPAddress(v4: 0xc000_0201)
    private static let target = IPAddress(v4: 0xc000_0207)
    private static let ownMAC = MACAddress(bits: 0x0200_5e20_0001)
    private static let targetMAC = MACAddress(bits: 0x0200_5e20_0007)
    private static let own6 = IPAddress(v6: 0x2001_0db8 << 96 | 1)
    private static let target6 = IPAddress(v6: 0x2001_0db8 << 96 | 0x12_3456)

    // Spans cannot be taken inside an expectation.
    private func arp(_ bytes: [UInt8]) -> ARPPacket? { ARPPacket(bytes.span) }
    private func neighbour(_ bytes: [UInt8]) -> NeighbourAnswer? { NeighbourAnswer(bytes.span) }

    @Test("an ARP request has the bytes of RFC 826")
    func request() {
        var bytes: [UInt8] = []
        ARPPacket(asking: Self.target, from: Self.own, mac: Self.ownMAC).append(to: &bytes)
        let expected: [UInt8] = [
            0, 1, 8, 0, 6, 4, 0, 1,  // Ethernet, IPv4, their lengths, request
            2, 0, 0x5e, 0x20, 0, 1, 192, 0, 2, 1,  // we
            0, 0, 0, 0, 0, 0, 192, 0, 2, 7,  // whom we ask for
        ]
        #expect(bytes == expected)
    }

    @Test("an ARP packet is read with padding behind it, and not if it is cut short or about other networks")
    func reading() throws {
        var bytes: [UInt8] = []
        ARPPacket(asking: Self.target, from: Self.own, mac: Self.ownMAC).append(to: &bytes)
        let padded = bytes + Array(repeating: 0, count: 18)
        let packet = try #require(arp(padded))
        #expect(packet.operation == .request && packet.sender == Self.own && packet.target == Self.target)
        for length in 0..<bytes.count { #expect(arp(Array(bytes[..<length])) == nil) }
        for place in 0..<8 {
            var other = bytes
            other[place] ^= 0x80
            #expect(arp(other) == nil)
        }
    }

    @Test("a neighbour solicitation goes to the target's group, with a checksum that comes out right")
    func solicitation() {
        let question = NeighbourQuestion(asking: Self.target6, from: Self.own6, mac: Self.ownMAC)
        #expect(question.group.description == "ff02::1:ff12:3456")
        #expect(question.groupMAC.description == "33:33:ff:12:34:56")
        var bytes: [UInt8] = []
        question.append(to: &bytes)
        #expect(bytes.count == NeighbourQuestion.length)
        let sum = InternetChecksum.ofICMPv6(
            bytes.span.extracting(40..<bytes.count), source: Self.own6, destination: question.group)
        #expect(sum == 0)
    }

    /// A neighbour advertisement as a host sends it.
    private func advertisement(hopLimit: UInt8 = 255, flags: UInt8 = 0x60, option: [UInt8]? = nil) -> [UInt8] {
        let option = option ?? [2, 1] + Self.targetMAC.bytes
        var content: [UInt8] = [136, 0, 0, 0, flags, 0, 0, 0] + Self.target6.bytes + option
        let sum = InternetChecksum.ofICMPv6(content.span, source: Self.target6, destination: Self.own6)
        content[2] = UInt8(sum >> 8)
        content[3] = UInt8(sum & 0xff)
        return [0x60, 0, 0, 0, 0, UInt8(content.count), 58, hopLimit] + Self.target6.bytes + Self.own6.bytes + content
    }

    @Test("a neighbour advertisement says who has the address")
    func advertised() throws {
        let answer = try #require(neighbour(advertisement()))
        #expect(answer.target == Self.target6 && answer.destination == Self.own6)
        #expect(answer.isSolicited && answer.mac == Self.targetMAC)
        #expect(neighbour(advertisement(flags: 0x20))?.isSolicited == false)
        #expect(neighbour(advertisement(option: []))?.mac == nil)
    }

    @Test("a neighbour advertisement that was forwarded, damaged or cut short is none")
    func refused() {
        #expect(neighbour(advertisement(hopLimit: 254)) == nil)
        let bytes = advertisement()
        for place in 40..<bytes.count {
            var damaged = bytes
            damaged[place] ^= 1
            #expect(neighbour(damaged) == nil)
        }
        for length in 0..<64 { #expect(neighbour(Array(bytes[..<length])) == nil) }
    }

    @Test("any bytes at all can be read without a trap")
    func noise() {
        var generator = SeededGenerator(seed: 22)
        var read = 0
        for _ in 0..<20_000 {
            var bytes = (0..<Int.random(in: 0...96, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            if bytes.count > 44 {
                bytes.replaceSubrange(0..<8, with: [0x60, 0, 0, 0, 0, UInt8(bytes.count - 40), 58, 255])
                bytes[40] = 136
            }
            if ARPPacket(bytes.span) != nil { read += 1 }
            if NeighbourAnswer(bytes.span) != nil { read += 1 }
        }
        // One of 65,536 has the right checksum by chance.
        #expect(read < 10)
    }
}
