import Addressing
import Chronology
import Observations
import TestSupport
import Testing

@testable import Scanning

/// Real sockets, on this machine's loopback only.
@Suite("Real sockets on loopback")
struct LoopbackTests {
    private func scan(_ target: IPAddress, _ probe: ProbeName) -> Observation? {
        let prefix = IPPrefix(containing: target, length: target.family.width)
        let scope = ScanScope(prefix: prefix, targets: [IPRange(target)], probes: [probe])
        var generator = SystemRandomNumberGenerator()
        let plan = ScanPlan(scopes: [scope], settings: ScanSettings(timeout: .milliseconds(200), cooldown: .zero))
        return Scanner(vantage: "test", channels: Self.channels).scan(
            plan, started: Timestamp(seconds: 0), generator: &generator
        )
        .observations.first
    }

    /// Sockets of this process, which keeps its privileges for the tests beside this one.
    private static let channels = ScanChannels.live(OpenedSockets())

    static let v4 = IPAddress(v4: 0x7f00_0001)
    static let v6 = IPAddress(v6: 1)

    static func isEchoPermitted(_ family: AddressFamily) -> Bool {
        Requirement.lab.isStrict || (try? channels.openEcho(family)) != nil
    }

    /// Whether this machine has the family at all: containers often lack IPv6.
    static func isConfigured(_ address: IPAddress) -> Bool {
        Requirement.lab.isStrict || InterfaceAddress.readAll().contains { $0.address == address }
    }

    @Test("an open port is alive and a service that is open")
    func openPort() throws {
        let listener = try LoopbackListener()
        let observation = scan(Self.v4, .tcp(port: listener.port))
        #expect(observation?.verdict == .alive)
        #expect(observation?.services == [ObservedService(port: "tcp/\(listener.port)", state: "open")])
    }

    @Test("a refused connection is alive and a service that is closed")
    func closedPort() throws {
        let port = try LoopbackListener().port
        let observation = scan(Self.v4, .tcp(port: port))
        #expect(observation?.verdict == .alive)
        #expect(observation?.services == [ObservedService(port: "tcp/\(port)", state: "closed")])
    }

    @Test("a refused connection is alive over IPv6 too", .enabled(if: isConfigured(v6), "no ::1 on this machine"))
    func closedPortV6() throws {
        let port = try LoopbackListener().port
        #expect(scan(Self.v6, .tcp(port: port))?.verdict == .alive)
    }

    @Test(
        "127.0.0.1 answers an echo request",
        .enabled(if: isEchoPermitted(.v4), "neither raw nor ping sockets are permitted")
    )
    func echo() {
        #expect(scan(Self.v4, .icmp)?.verdict == .alive)
    }

    @Test(
        "::1 answers an echo request",
        .enabled(if: isEchoPermitted(.v6) && isConfigured(v6), "no ::1, or neither raw nor ping sockets permitted")
    )
    func echoV6() {
        #expect(scan(Self.v6, .icmp)?.verdict == .alive)
    }

    @Test("the real clock goes on and waiting for nothing takes as long as was asked")
    func clock() {
        let before = MonotonicClock.now()
        Readiness.wait([], longest: 2_000_000)
        #expect(MonotonicClock.now() - before >= 2_000_000)
    }
}
