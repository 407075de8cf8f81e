import Addressing
import Chronology
import Observations
import Testing

@testable import Scanning

@Suite("Canary")
struct CanaryTests {
    private static let prefix = IPPrefix(containing: IPAddress(v4: 0xc000_0200), length: 24)
    private static let gateway = host(1)
    private static let router = IPAddress(v4: 0xc633_6401)

    private static func host(_ number: UInt32) -> IPAddress { IPAddress(v4: 0xc000_0200 + number) }

    private static func seen(_ number: UInt32, _ verdict: Verdict, responder: IPAddress? = nil) -> Observation {
        let evidence = responder.map { ProbeEvidence(probe: "icmp", outcome: "host unreachable", responder: $0) }
        return Observation(
            address: host(number), verdict: verdict, at: Timestamp(seconds: 0),
            evidence: [evidence].compactMap(\.self))
    }

    private static func own(_ number: UInt32, isRunning: Bool = true) -> InterfaceAddress {
        InterfaceAddress(address: host(number), network: prefix, interface: 2, mac: nil, isRunning: isRunning)
    }

    private func isBelieved(
        gateway: IPAddress? = nil, interfaces: [InterfaceAddress] = [], _ observations: [Observation]
    ) -> Bool {
        let scope = ScanScope(
            prefix: Self.prefix, targets: [Self.prefix.usable], probes: [.icmp], gateway: gateway)
        return Canary(interfaces).doubt(about: scope, observations) == nil
    }

    @Test("one living neighbour is enough to believe the others' silence")
    func neighbour() {
        #expect(isBelieved(gateway: Self.gateway, [Self.seen(1, .silent), Self.seen(7, .alive)]))
    }

    @Test("without any, a gateway that is silent too means that nothing is known")
    func silentGateway() {
        #expect(!isBelieved(gateway: Self.gateway, [Self.seen(1, .silent), Self.seen(7, .silent)]))
    }

    @Test("our own answer to ourselves proves nothing about a gateway")
    func ownAnswer() {
        let observations = [Self.seen(1, .silent), Self.seen(5, .alive)]
        #expect(!isBelieved(gateway: Self.gateway, interfaces: [Self.own(5)], observations))
    }

    @Test("without a gateway, our own address on a link that runs is believed, on one that does not it is not")
    func attached() {
        #expect(isBelieved(interfaces: [Self.own(5)], [Self.seen(7, .silent)]))
        #expect(!isBelieved(interfaces: [Self.own(5, isRunning: false)], [Self.seen(7, .silent)]))
    }

    @Test("we ourselves as the gateway are no canary, our link is")
    func ownGateway() {
        #expect(isBelieved(gateway: Self.gateway, interfaces: [Self.own(1)], [Self.seen(7, .silent)]))
    }

    @Test("a router's complaint about a neighbour makes the others' silence doubtful")
    func complaint() {
        #expect(!isBelieved([Self.seen(6, .unreachable, responder: Self.router), Self.seen(7, .silent)]))
    }

    @Test("an empty network without gateway or complaint is believed to be empty")
    func empty() {
        #expect(isBelieved([Self.seen(7, .silent)]))
    }
}
