import Addressing
import Chronology
import Observations
import Testing

@testable import Scanning

@Suite("Greetings of services")
struct GreetingTests {
    /// What is kept of a service that sends these pieces, one at a time, and then goes on as `last` says.
    private func product(_ pieces: [[UInt8]], last: [UInt8]?) -> (product: String?, seconds: Int64) {
        let network = FakeNetwork()
        var channels = network.channels()
        channels.openGreeting = { _ in ScriptedStream(pieces, last: last) }
        let service = ObservedService(port: "tcp/22", state: "open")
        var observations = [
            Observation(
                address: IPAddress(v4: 0xc000_0201), verdict: .alive, at: Timestamp(seconds: 0),
                services: [service, ObservedService(port: "tcp/23", state: "closed")])
        ]
        let start = network.now
        var reader = GreetingReader(channels: channels, rate: 1000)
        reader.read(into: &observations, isCancelled: { false })
        #expect(observations[0].services[1].product == nil)
        return (observations[0].services[0].product, (network.now - start) / 1_000_000_000)
    }

    @Test("the first line is kept, however it was cut on the way")
    func line() {
        let pieces = [Array("SSH-2.0-Open".utf8), Array("SSH_9.6\r\nsecond line".utf8)]
        #expect(product(pieces, last: nil).product == "SSH-2.0-OpenSSH_9.6")
    }

    @Test("control characters, escapes and bytes that are no ASCII are made visible")
    func escaped() {
        #expect(product([[0x1b, 0x5b, 0x32, 0x4a, 0xff, 0x5c, 0x0a]], last: []).product == "\\x1b[2J\\xff\\\\")
    }

    @Test("an endless stream is cut short")
    func endless() {
        #expect(product([], last: Array(repeating: 97, count: 512)).product == String(repeating: "a", count: 120))
    }

    @Test("one that sends a byte now and then, or nothing, costs no more than its time")
    func slow() {
        let silent = product([], last: nil)
        #expect(silent.product == nil && silent.seconds <= 2)
    }

    @Test("one that closes at once has no greeting")
    func closed() {
        #expect(product([], last: []).product == nil)
    }
}

/// A stream that gives out its pieces and then the same for ever.
private final class ScriptedStream: GreetingStream {
    let descriptor: Int32 = -1
    private var pieces: [[UInt8]]
    private let last: [UInt8]?

    init(_ pieces: [[UInt8]], last: [UInt8]?) {
        self.pieces = pieces
        self.last = last
    }

    func read() -> [UInt8]? { pieces.isEmpty ? last : pieces.removeFirst() }
}
