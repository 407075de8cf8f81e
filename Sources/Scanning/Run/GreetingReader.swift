import Observations

/// Reads how open TCP services greet whoever connects: a line at most, from a stream that may be hostile or endless.
struct GreetingReader {
    private let channels: ScanChannels
    private var pacer: SendPacer

    /// Conversations under way at once.
    private static let batch = 32
    /// How long a service may take for its line, however many bytes it sends.
    private static let patience: Int64 = 1_500_000_000
    private static let longest = 1024

    /// Makes a reader that connects no faster than `rate` a second.
    init(channels: ScanChannels, rate: Int) {
        self.channels = channels
        pacer = SendPacer(rate: rate)
    }

    private struct Conversation {
        let observation: Int
        let service: Int
        // The real stream, or a scripted one in tests.
        let stream: any GreetingStream
        var bytes: [UInt8] = []
        var isOver = false
    }

    /// Puts the greetings in as the services' products.
    mutating func read(into observations: inout [Observation], isCancelled: () -> Bool) {
        let places = observations.indices.flatMap { index in
            observations[index].services.indices
                .filter { observations[index].services[$0].port.hasPrefix("tcp/") }
                .filter { observations[index].services[$0].state == "open" }
                .map { (index, $0) }
        }
        for start in stride(from: 0, to: places.count, by: Self.batch) where !isCancelled() {
            var talks: [Conversation] = []
            for (index, service) in places[start..<min(start + Self.batch, places.count)] {
                let observation = observations[index]
                guard let port = TransportPort(observation.services[service].port)?.port else { continue }
                waitForTurn()
                let target = ServiceAddress(address: observation.address, port: port)
                guard let stream = channels.openGreeting(target) else { continue }
                talks.append(Conversation(observation: index, service: service, stream: stream))
            }
            listen(to: &talks, isCancelled: isCancelled)
            for talk in talks {
                guard let text = Greeting.text(talk.bytes) else { continue }
                let known = observations[talk.observation].services[talk.service]
                observations[talk.observation].services[talk.service] = ObservedService(
                    port: known.port, state: known.state, product: text)
            }
        }
    }

    private mutating func waitForTurn() {
        let now = channels.now()
        if pacer.readyAt > now { channels.wait([], pacer.readyAt - now) }
        pacer.take(now: channels.now())
    }

    private func listen(to talks: inout [Conversation], isCancelled: () -> Bool) {
        let deadline = channels.now() + Self.patience
        while talks.contains(where: { !$0.isOver }), channels.now() < deadline, !isCancelled() {
            let open = talks.filter { !$0.isOver }.map(\.stream.descriptor)
            channels.wait(open, min(deadline - channels.now(), 50_000_000))
            for index in talks.indices where !talks[index].isOver {
                guard let bytes = talks[index].stream.read() else { continue }
                talks[index].bytes += bytes
                talks[index].isOver =
                    bytes.isEmpty || talks[index].bytes.count >= Self.longest
                    || talks[index].bytes.contains(UInt8(ascii: "\n"))
            }
        }
    }
}

/// A service's first line as text.
enum Greeting {
    private static let longest = 120

    /// The first line with all but printable ASCII escaped as `\xNN`; nil if it is empty.
    static func text(_ bytes: [UInt8]) -> String? {
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }.prefix(longest)
        guard !line.isEmpty else { return nil }
        return line.map { byte in
            switch byte {
            case UInt8(ascii: "\\"): "\\\\"
            case 0x20...0x7e: String(UnicodeScalar(byte))
            default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }.joined()
    }
}
