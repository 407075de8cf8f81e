import Addressing
import Chronology
import Glibc
import Observations
import Synchronization
import TestSupport
import Testing

@testable import Scanning

@Suite("Scanner")
struct ScannerTests {
    static let prefix = IPPrefix(containing: IPAddress(v4: 0xc000_0200), length: 24)
    static let router = IPAddress(v4: 0xc633_6401)

    static func host(_ number: UInt32) -> IPAddress { IPAddress(v4: 0xc000_0200 + number) }

    private func plan(_ count: UInt32 = 4, probes: [ProbeName] = [.icmp]) -> ScanPlan {
        let targets = (1...count).map { IPRange(Self.host($0)) }
        return ScanPlan(scopes: [ScanScope(prefix: Self.prefix, targets: targets, probes: probes)])
    }

    private func scan(
        _ network: FakeNetwork, _ plan: ScanPlan, openError: Int32 = 0, localAddresses: Set<IPAddress> = [],
        progress: (ScanProgress) -> Void = { _ in }, isCancelled: () -> Bool = { false }
    ) -> ScanResult {
        var generator = SeededGenerator(seed: 1)
        let channels = network.channels(openError: openError, localAddresses: localAddresses)
        return Scanner(vantage: "here", channels: channels).scan(
            plan, started: Timestamp(seconds: 1000), generator: &generator, progress: progress,
            isCancelled: isCancelled
        )
    }

    @Test("gives each target the verdict that the network allows")
    func verdicts() {
        let network = FakeNetwork([
            Self.host(1): .echoes(), Self.host(2): .complains(code: 1, from: Self.router),
            Self.host(3): .complains(code: 13, from: Self.router),
        ])
        let result = scan(network, plan())
        #expect(result.observations.map(\.verdict) == [.alive, .unreachable, .unknown, .silent])
        #expect(result.run.state == .complete)
        #expect(
            result.run.coverage == [
                SubnetCoverage(
                    prefix: Self.prefix, targets: 4, verdicts: [.alive: 1, .unreachable: 1, .unknown: 1, .silent: 1]
                )
            ])
    }

    @Test("takes an echo from any other address for no answer")
    func forgedSource() {
        let network = FakeNetwork([Self.host(1): .echoes(from: Self.host(2))])
        #expect(scan(network, plan(2)).observations.map(\.verdict) == [.silent, .silent])
    }

    @Test("takes the replies of an earlier run for no answer")
    func replay() {
        let recorded = Mutex<[UInt8]>([])
        let first = FakeNetwork([
            Self.host(1): .init(answers: { request, _ in
                recorded.withLock { $0 = FakeNetwork.Behaviour.reply(to: request) }
                return []
            })
        ])
        _ = scan(first, plan(1))
        let old = recorded.withLock { $0 }
        let second = FakeNetwork([Self.host(1): .init(answers: { _, target in [(1, .message(old, from: target))] })])
        var generator = SeededGenerator(seed: 2)
        let result = Scanner(vantage: "here", channels: second.channels())
            .scan(plan(1), started: Timestamp(seconds: 0), generator: &generator)
        #expect(old.count == 24)
        #expect(result.observations[0].verdict == .silent)
    }

    @Test("counts an answer that comes after the last timeout but within the cool-down")
    func late() {
        let network = FakeNetwork([Self.host(1): .echoes(after: 3_900_000_000)])
        let observation = scan(network, plan(1)).observations[0]
        #expect(observation.verdict == .alive)
        #expect(observation.roundTrip == 3_900_000)
    }

    @Test("believes a complaint that quotes only eight bytes of the probe")
    func shortQuote() {
        let network = FakeNetwork([Self.host(1): .complains(code: 1, from: Self.router, quoting: 8)])
        let expected = ProbeEvidence(probe: "icmp", outcome: "host unreachable", responder: Self.router)
        #expect(scan(network, plan(1)).observations[0].evidence == [expected])
    }

    @Test("takes a target's own signed complaint for a sign of life, but not an unsigned one")
    func ownComplaint() {
        let network = FakeNetwork([
            Self.host(1): .complains(code: 10, from: Self.host(1)),
            Self.host(2): .complains(code: 10, from: Self.host(2), quoting: 8),
        ])
        #expect(scan(network, plan(2)).observations.map(\.verdict) == [.alive, .unknown])
    }

    @Test("takes our own kernel's `host unreachable` for silence on the link")
    func noNeighbour() {
        let own = IPAddress(v4: 0xc000_02fe)
        let network = FakeNetwork([Self.host(1): .complains(code: 1, from: own)])
        #expect(scan(network, plan(1), localAddresses: [own]).observations[0].verdict == .silent)
    }

    @Test(
        "never takes what could not be sent for down",
        arguments: [
            EPERM, EACCES, ENETUNREACH, EHOSTUNREACH, ENETDOWN, EINVAL, ENOBUFS, EAGAIN, ENOMEM, EMSGSIZE,
            EADDRNOTAVAIL,
            EIO,
        ])
    func sendErrors(errno: Int32) {
        let network = FakeNetwork([Self.host(1): .fails(errno), Self.host(2): .echoes()])
        let result = scan(network, plan(3))
        #expect(result.observations.map(\.verdict) == [.unknown, .alive, .silent])
        #expect(result.observations[0].evidence[0].outcome.hasPrefix("could not be sent"))
    }

    @Test("sends again what the system had no room for", arguments: [ENOBUFS, EAGAIN])
    func backOff(errno: Int32) {
        let network = FakeNetwork([Self.host(1): .fails(errno, times: 3)])
        #expect(scan(network, plan(1)).observations[0].evidence[0].outcome == "no answer to 3 probes")
        #expect(network.requests.count == 3)
    }

    @Test("asks again, at a lower rate, while answers are thrown away here, and then believes the silence")
    func overflow() {
        let network = FakeNetwork()
        network.behave(
            .init(answers: { [network] _, _ in
                if network.requests.count <= 2 { network.drop() }
                return []
            }), at: Self.host(1))
        let result = scan(network, plan(2))
        #expect(result.observations[0].evidence[0].outcome == "no answer to 4 probes")
        #expect(result.observations[1].evidence[0].outcome == "no answer to 4 probes")
        #expect(result.run.notices.joined().contains("threw away 1 arrival"))
    }

    @Test(
        "asks again what was in flight while the machine slept, and knows what arrived while it was stopped",
        arguments: [(isDeaf: true, tries: 2), (isDeaf: false, tries: 1)])
    func standstill(isDeaf: Bool, tries: Int) {
        let network = FakeNetwork([Self.host(1): .echoes(after: 20_000_000)])
        network.sleep(after: 10_000_000, for: 60_000_000_000, isDeaf: isDeaf)
        let result = scan(network, ScanPlan(scopes: plan(2).scopes, settings: ScanSettings(attempts: 1)))
        #expect(result.observations.map(\.verdict) == [.alive, .silent])
        #expect(network.requests.count { $0.target == Self.host(1) } == tries)
        #expect(result.run.notices.joined().contains("stood still for 60 s"), "\(result.run.notices)")
    }

    @Test("believes no silence if answers are thrown away here to the end")
    func endlessOverflow() {
        let network = FakeNetwork()
        network.behave(
            .init(answers: { [network] _, _ in
                network.drop()
                return []
            }), at: Self.host(1))
        let result = scan(network, plan(2))
        #expect(result.observations.map(\.verdict) == [.unknown, .unknown])
        #expect(result.observations[0].evidence[0].outcome.contains("answers were lost here"))
    }

    @Test("without permission all is unknown, the run incomplete, and the notice says what to do")
    func noPermission() {
        let result = scan(FakeNetwork(), plan(2), openError: EPERM)
        #expect(result.observations.map(\.verdict) == [.unknown, .unknown])
        #expect(result.observations[0].evidence == [ProbeEvidence(probe: "icmp", outcome: "not permitted")])
        #expect(result.run.state == .incomplete)
        let notice = result.run.notices.joined()
        #expect(notice.contains("setcap cap_net_raw+ep"))
        #expect(notice.contains("net.ipv4.ping_group_range"))
        #expect(notice.contains("probes: [tcp/22]"))
    }

    @Test("a probe that is not permitted is said to be so, beside one that is")
    func refusedBeside() {
        let result = scan(FakeNetwork([Self.host(1): .echoes()]), plan(2, probes: [.arp, .icmp]))
        #expect(result.observations.map(\.verdict) == [.alive, .silent])
        #expect(result.observations[0].evidence.contains(ProbeEvidence(probe: "arp", outcome: "not permitted")))
        #expect(result.run.state == .complete)
        #expect(result.run.notices.count == 1)
    }

    @Test("a cancelled run ends at once, keeps who answered and knows nothing of the rest")
    func cancelled() {
        let network = FakeNetwork([Self.host(1): .echoes()])
        let start = network.now
        let result = scan(network, plan(200), isCancelled: { network.now - start > 500_000_000 })
        #expect(network.now - start < 600_000_000)
        #expect(result.run.state == .incomplete)
        #expect(result.observations.filter { $0.verdict == .alive }.map(\.address) == [Self.host(1)])
        #expect(result.observations.filter { $0.verdict == .unknown }.count == 199)
    }

    @Test("a run cancelled at any moment calls nothing silent that did not get all its probes", arguments: 0..<40)
    func cancelledAnywhere(tenths: Int64) {
        let network = FakeNetwork([Self.host(1): .echoes(), Self.host(2): .complains(code: 1, from: Self.router)])
        let start = network.now
        let result = scan(network, plan(30), isCancelled: { network.now - start >= tenths * 100_000_000 })
        for observation in result.observations where observation.verdict == .silent {
            #expect(network.requests.filter { $0.target == observation.address }.count == 3)
        }
        #expect(result.run.state == .incomplete)
    }

    @Test("reports progress at most five times a second, and at the end that all is done")
    func progress() {
        var reports: [ScanProgress] = []
        let result = scan(FakeNetwork(), plan(50), progress: { reports.append($0) })
        let seconds = result.run.ended.since(result.run.started).seconds + 1
        #expect(reports.count <= Int(seconds) * 5 + 1)
        #expect(reports.last.map { [$0.done, $0.total, $0.sent] } == [50, 50, 150])
    }

    @Test("an address in two scopes of a VRF is probed once, and once more in another VRF")
    func repeated() {
        let network = FakeNetwork([Self.host(1): .echoes()])
        let target = [IPRange(Self.host(1))]
        let scopes = ["default", "default", "lab"].map {
            ScanScope(vrf: $0, prefix: Self.prefix, targets: target, probes: [.icmp])
        }
        let result = scan(network, ScanPlan(scopes: scopes))
        #expect(result.observations.map(\.vrf) == ["default", "lab"])
        #expect(network.requests.count == 2)
    }

    @Test("a plan without targets is complete at once")
    func empty() {
        let result = scan(FakeNetwork(), ScanPlan(scopes: []))
        #expect(result.run.state == .complete)
        #expect(result.observations.isEmpty)
    }
}
