import Addressing
import Chronology
import Observations
import Packets
import Synchronization
import TestSupport
import Testing

@testable import Scanning

/// ARP over a link that exists in memory only.
@Suite("ARP")
struct LinkProbeTests {
    static let network = IPPrefix(containing: IPAddress(v4: 0xc000_0200), length: 24)
    static let own = InterfaceAddress(
        address: host(1), network: network, interface: 2, mac: mac(1), isRunning: true)

    static func host(_ number: UInt32) -> IPAddress { IPAddress(v4: 0xc000_0200 + number) }
    static func mac(_ number: UInt64) -> MACAddress { MACAddress(bits: 0x0200_5e20_0000 + number) }

    /// The bytes of a reply, field by field.
    static func reply(
        from sender: IPAddress, _ senderMAC: MACAddress, to target: IPAddress = own.address,
        _ targetMAC: MACAddress = mac(1), operation: UInt8 = 2
    ) -> [UInt8] {
        [0, 1, 8, 0, 6, 4, 0, operation] + senderMAC.bytes + sender.bytes + targetMAC.bytes + target.bytes
    }

    private func scan(
        _ targets: ClosedRange<UInt32>, answers: @escaping @Sendable (ARPPacket) -> [[UInt8]]
    ) -> [Observation] {
        let fake = FakeNetwork()
        var channels = fake.channels()
        channels.openLink = { _ throws(SystemError) in FakeLink(answers: answers) }
        channels.interfaces = { [Self.own] }
        let scope = ScanScope(prefix: Self.network, targets: targets.map { IPRange(Self.host($0)) }, probes: [.arp])
        var generator = SeededGenerator(seed: 1)
        return Scanner(vantage: "here", channels: channels)
            .scan(ScanPlan(scopes: [scope]), started: Timestamp(seconds: 0), generator: &generator).observations
    }

    @Test("a station that answers is alive with its hardware address, one that does not is silent")
    func answers() {
        let seen = scan(2...3) { $0.target == Self.host(2) ? [Self.reply(from: Self.host(2), Self.mac(2))] : [] }
        #expect(seen.map(\.verdict) == [.alive, .silent])
        #expect(seen[0].mac == Self.mac(2))
    }

    @Test("two stations that answer for one address are both kept")
    func rivals() {
        let seen = scan(2...3) { packet in
            packet.target == Self.host(2) ? [7, 2, 7].map { Self.reply(from: Self.host(2), Self.mac($0)) } : []
        }
        #expect(seen[0].mac == Self.mac(7))
        #expect(seen[0].rivals == [Self.mac(2)])
    }

    @Test("our own address is alive without a word on the link")
    func ownAddress() {
        let seen = scan(1...1) { _ in
            Issue.record("asked for our own address")
            return []
        }
        #expect(seen.map(\.verdict) == [.alive])
    }

    @Test(
        "what is no answer to us about a target is ignored",
        arguments: [
            reply(from: host(9), mac(9)),
            reply(from: host(2), mac(2), to: host(5)),
            reply(from: host(2), mac(2), to: own.address, mac(5)),
            reply(from: host(2), mac(2), operation: 1),
            reply(from: IPAddress(v4: .max), mac(2)),
            reply(from: host(2), MACAddress(bits: 0xffff_ffff_ffff)),
            reply(from: host(2), MACAddress(bits: 0)),
            Array(reply(from: host(2), mac(2)).dropLast()),
        ])
    func ignored(bytes: [UInt8]) {
        #expect(scan(2...2) { _ in [bytes] }.map(\.verdict) == [.silent])
    }
}

/// A link whose stations answer at once.
private final class FakeLink: LinkChannel {
    let descriptor: Int32 = -1
    let dropped = 0
    private let answers: (ARPPacket) -> [[UInt8]]
    private var arrivals: [LinkArrival] = []

    init(answers: @escaping (ARPPacket) -> [[UInt8]]) {
        self.answers = answers
    }

    func send(_ packets: [UInt8], to stations: [Station]) -> [Int32] {
        for (number, station) in stations.enumerated() {
            let bytes = Array(packets[number * ARPPacket.length..<(number + 1) * ARPPacket.length])
            guard let packet = ARPPacket(bytes.span) else { continue }
            arrivals += answers(packet).map {
                LinkArrival(packet: $0, station: Station(interface: station.interface, mac: MACAddress(bits: 2)))
            }
        }
        return Array(repeating: 0, count: stations.count)
    }

    func receive() -> [LinkArrival] {
        defer { arrivals.removeAll() }
        return arrivals
    }
}
