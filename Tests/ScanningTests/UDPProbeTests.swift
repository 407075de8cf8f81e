import Addressing
import Chronology
import Observations
import Packets
import TestSupport
import Testing

@testable import Scanning

@Suite("UDP")
struct UDPProbeTests {
    private static let prefix = IPPrefix(containing: IPAddress(v4: 0xc000_0200), length: 24)
    private static let target = IPAddress(v4: 0xc000_0207)
    private static let router = IPAddress(v4: 0xc633_6401)

    /// What a run makes of one port whose questions bring this about.
    private func scan(
        port: UInt16, _ answer: @escaping @Sendable ([UInt8], ServiceAddress) -> [DatagramArrival]
    ) -> Observation? {
        var channels = FakeNetwork().channels()
        channels.openDatagram = { _ throws(SystemError) in FakeSocket(answer) }
        let scope = ScanScope(prefix: Self.prefix, targets: [IPRange(Self.target)], probes: [.udp(port: port)])
        var generator = SeededGenerator(seed: 1)
        return Scanner(vantage: "here", channels: channels)
            .scan(ScanPlan(scopes: [scope]), started: Timestamp(seconds: 0), generator: &generator).observations.first
    }

    @Test("a service that answers with our tag is alive and open")
    func open() {
        let seen = scan(port: 123) { question, service in
            var reply = question
            reply[0] = 0x24
            reply.replaceSubrange(24..<32, with: question[40..<48])
            return [.datagram(reply, from: service)]
        }
        #expect(seen?.verdict == .alive)
        #expect(seen?.services == [ObservedService(port: "udp/123", state: "open")])
    }

    @Test("an answer without our tag, or from another port, is none")
    func forged() {
        let seen = scan(port: 123) { question, service in
            let other = ServiceAddress(address: service.address, port: 124)
            return [.datagram(question, from: service), .datagram(question, from: other)]
        }
        #expect(seen?.verdict == .silent)
    }

    @Test("the target's own `port unreachable` is a closed port of a living host")
    func closed() {
        let seen = scan(port: 9999) { _, service in [.fault(.rejected, about: service, from: service.address)] }
        #expect(seen?.verdict == .alive)
        #expect(seen?.services == [ObservedService(port: "udp/9999", state: "closed")])
    }

    @Test("a router's complaint is no sign of life")
    func complaint() {
        let seen = scan(port: 9999) { _, service in [.fault(.prohibited, about: service, from: Self.router)] }
        #expect(seen?.verdict == .unknown)
    }

    @Test("a port that does not answer is neither open nor closed")
    func silent() {
        let seen = scan(port: 53) { _, _ in [] }
        #expect(seen?.verdict == .silent)
        #expect(seen?.services == [])
    }
}

/// A socket whose datagrams bring something about at once.
private final class FakeSocket: DatagramChannel {
    let descriptor: Int32 = -1
    let dropped = 0
    private let answer: ([UInt8], ServiceAddress) -> [DatagramArrival]
    private var arrivals: [DatagramArrival] = []

    init(_ answer: @escaping ([UInt8], ServiceAddress) -> [DatagramArrival]) {
        self.answer = answer
    }

    func send(_ datagrams: [UInt8], to services: [ServiceAddress]) -> [Int32] {
        for service in services { arrivals += answer(datagrams, service) }
        return services.map { _ in 0 }
    }

    func receive() -> [DatagramArrival] {
        defer { arrivals.removeAll() }
        return arrivals
    }
}
