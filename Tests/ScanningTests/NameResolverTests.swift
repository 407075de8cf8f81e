import Addressing
import Chronology
import Observations
import Packets
import TestSupport
import Testing

@testable import Scanning

/// A DNS server that exists in memory only.
@Suite("Names of living hosts")
struct NameResolverTests {
    private static let server = IPAddress(v4: 0x7f00_0035)

    private static func host(_ number: UInt32) -> IPAddress { IPAddress(v4: 0xc000_0200 + number) }

    /// What the resolver makes of two hosts, the first alive, when the server answers a question like this.
    private func resolve(
        from source: IPAddress = server, overTCP: @escaping @Sendable ([UInt8]) -> [UInt8]? = { _ in nil },
        _ answer: @escaping @Sendable ([UInt8]) -> [[UInt8]]
    ) -> (observations: [Observation], notices: [String]) {
        var channels = FakeNetwork().channels()
        channels.openDatagram = { _ throws(SystemError) in
            FakeServer { question in
                answer(question).map { .datagram($0, from: ServiceAddress(address: source, port: 53)) }
            }
        }
        channels.exchange = { message, _ in overTCP(message) }
        var observations = [Verdict.alive, .silent].enumerated().map { number, verdict in
            Observation(address: Self.host(UInt32(number) + 1), verdict: verdict, at: Timestamp(seconds: 0))
        }
        var generator = SeededGenerator(seed: 1)
        var resolver = NameResolver(server: Self.server, channels: channels, rate: 1000)
        let notices = resolver.resolve(into: &observations, generator: &generator, isCancelled: { false })
        return (observations, notices)
    }

    /// The answer to a question with these names, or with a response code.
    private static func answer(_ question: [UInt8], names: [String] = [], code: UInt8 = 0) -> [UInt8] {
        var bytes = question
        bytes[2] = 0x81
        bytes[3] = 0x80 | code
        bytes[7] = UInt8(names.count)
        for name in names {
            var labels: [UInt8] = []
            for label in name.split(separator: ".") { labels += [UInt8(label.utf8.count)] + Array(label.utf8) }
            labels.append(0)
            bytes += [0xc0, 12, 0, 12, 0, 1, 0, 0, 1, 44, 0, UInt8(labels.count)] + labels
        }
        return bytes
    }

    @Test("only the living are asked for, and of several names it is always the same one")
    func named() {
        let result = resolve { [Self.answer($0, names: ["web.example", "alias.example"])] }
        #expect(result.observations.map(\.name) == ["alias.example", nil])
        #expect(result.notices == [])
    }

    @Test("no such name is no name; a failure is none either, and says so")
    func withoutName() {
        for (code, outcome) in [(3, "no name"), (2, "failed with code 2"), (5, "failed with code 5")]
            as [(UInt8, String)]
        {
            let observation = resolve { [Self.answer($0, code: code)] }.observations[0]
            #expect(observation.name == nil)
            #expect(observation.evidence == [ProbeEvidence(probe: "ptr", outcome: outcome, responder: Self.server)])
        }
    }

    /// An answer that says that there would be more.
    private static func stub(_ question: [UInt8]) -> [UInt8] {
        var bytes = answer(question)
        bytes[2] |= 2
        return bytes
    }

    @Test("an answer that does not fit into a datagram is asked for over TCP")
    func long() {
        let names = (10..<60).map { "host\($0).example" }
        let result = resolve(overTCP: { Self.answer($0, names: names) }) { [Self.stub($0)] }
        #expect(result.observations.map(\.name) == ["host10.example", nil])
        #expect(result.observations[0].evidence == [])
    }

    @Test("where TCP fails too, or brings another answer, nothing is known")
    func cutShort() {
        let answers: [@Sendable ([UInt8]) -> [UInt8]?] = [
            { _ in nil }, { Self.stub($0) }, { Array(Self.answer($0, names: ["evil.example"]).dropLast()) },
            { [$0[0] ^ 1] + Self.answer($0, names: ["evil.example"]).dropFirst() },
        ]
        for answer in answers {
            let observation = resolve(overTCP: answer) { [Self.stub($0)] }.observations[0]
            #expect(observation.name == nil)
            #expect(observation.evidence.map(\.outcome) == ["answer cut short"])
        }
    }

    @Test("an answer with another number or from another server is none")
    func forged() {
        let renumbered = resolve { question in
            var bytes = Self.answer(question, names: ["evil.example"])
            bytes[0] ^= 1
            return [bytes]
        }
        let elsewhere = resolve(from: Self.host(66)) { [Self.answer($0, names: ["evil.example"])] }
        for result in [renumbered, elsewhere] {
            #expect(result.observations[0].name == nil)
            #expect(result.notices.joined().contains("did not answer for 1 of 1"))
        }
    }
}

/// A socket at whose other end something answers at once.
private final class FakeServer: DatagramChannel {
    let descriptor: Int32 = -1
    let dropped = 0
    private let answer: ([UInt8]) -> [DatagramArrival]
    private var arrivals: [DatagramArrival] = []

    init(_ answer: @escaping ([UInt8]) -> [DatagramArrival]) {
        self.answer = answer
    }

    func send(_ datagrams: [UInt8], to services: [ServiceAddress]) -> [Int32] {
        arrivals += answer(datagrams)
        return services.map { _ in 0 }
    }

    func receive() -> [DatagramArrival] {
        defer { arrivals.removeAll() }
        return arrivals
    }
}
