import Addressing
import Synchronization

@testable import Scanning

/// A network and a clock that exist in memory only: what each host does with an echo request is given.
final class FakeNetwork: Sendable {
    /// What sending to a host brings about.
    struct Behaviour: Sendable {
        /// The error number of sending; 0 if it works.
        var sendError: Int32 = 0
        /// How many sends fail; then they work.
        var failures = Int.max
        /// What arrives for a request, and after how many nanoseconds.
        var answers: @Sendable ([UInt8], IPAddress) -> [(delay: Int64, arrival: EchoArrival)] = { _, _ in [] }
    }

    private struct State {
        var now: Int64 = 1_000_000_000_000
        var hosts: [IPAddress: Behaviour] = [:]
        var arrivals: [(at: Int64, arrival: EchoArrival)] = []
        var requests: [(at: Int64, target: IPAddress)] = []
        var dropped = 0
        /// When everything stands still, for how long, and whether what comes meanwhile is lost.
        var sleep: (at: Int64, length: Int64, isDeaf: Bool)?
    }

    private let state = Mutex(State())

    init(_ hosts: [IPAddress: Behaviour] = [:]) {
        state.withLock { $0.hosts = hosts }
    }

    /// Has a host behave in another way from now on.
    func behave(_ behaviour: Behaviour, at address: IPAddress) {
        state.withLock { $0.hosts[address] = behaviour }
    }

    /// What left, and when.
    var requests: [(at: Int64, target: IPAddress)] { state.withLock { $0.requests } }
    var now: Int64 { state.withLock { $0.now } }
    /// How many arrivals the system threw away.
    var dropped: Int { state.withLock { $0.dropped } }

    /// Throws away an arrival.
    func drop() { state.withLock { $0.dropped += 1 } }

    /// Lets everything stand still once so many nanoseconds have passed.
    func sleep(after delay: Int64, for length: Int64, isDeaf: Bool) {
        state.withLock { $0.sleep = ($0.now + delay, length, isDeaf) }
    }

    /// The channels of a machine on this network; opening fails with the error number unless it is 0.
    func channels(openError: Int32 = 0, localAddresses: Set<IPAddress> = []) -> ScanChannels {
        ScanChannels(
            openEcho: { [self] _ throws(SystemError) in
                guard openError == 0 else { throw SystemError(errno: openError) }
                return FakeEchoChannel(network: self)
            },
            openConnect: { () throws(SystemError) in throw SystemError(errno: 24) },
            openDatagram: { _ throws(SystemError) in throw SystemError(errno: 1) },
            openGreeting: { _ in nil },
            exchange: { _, _ in nil },
            openLink: { _ throws(SystemError) in throw SystemError(errno: 1) },
            interfaces: {
                localAddresses.map {
                    InterfaceAddress(
                        address: $0, network: IPPrefix(containing: $0, length: $0.family.width), interface: 1, mac: nil,
                        isRunning: true)
                }
            },
            now: { [self] in now },
            wait: { [self] _, longest in wait(longest) }
        )
    }

    fileprivate func send(_ message: [UInt8], to target: IPAddress) -> Int32 {
        let host: Behaviour? = state.withLock { state in
            guard var host = state.hosts[target] else {
                state.requests.append((state.now, target))
                return Behaviour()
            }
            if host.sendError != 0, host.failures > 0 {
                host.failures -= 1
                state.hosts[target] = host
                return nil
            }
            state.requests.append((state.now, target))
            return host
        }
        guard let host else { return state.withLock { $0.hosts[target]?.sendError ?? 0 } }
        // Outside the lock, because an answer may ask what has been sent so far.
        let answers = host.answers(message, target)
        state.withLock { state in
            for (delay, arrival) in answers { state.arrivals.append((state.now + delay, arrival)) }
        }
        return 0
    }

    fileprivate func receive() -> [EchoArrival] {
        state.withLock { state in
            let due = state.arrivals.filter { $0.at <= state.now }.map(\.arrival)
            state.arrivals.removeAll { $0.at <= state.now }
            return due
        }
    }

    private func wait(_ longest: Int64) {
        state.withLock { state in
            if let sleep = state.sleep, sleep.at <= state.now {
                state.now += sleep.length
                if sleep.isDeaf { state.arrivals.removeAll { $0.at <= state.now } }
                state.sleep = nil
                return
            }
            let next = min(state.arrivals.map(\.at).min() ?? .max, state.sleep?.at ?? .max)
            state.now = max(state.now, min(state.now + longest, next))
        }
    }
}

private final class FakeEchoChannel: EchoChannel {
    let descriptor: Int32 = -1
    let hasOwnIdentifier = false
    private let network: FakeNetwork

    init(network: FakeNetwork) { self.network = network }

    func send(_ messages: [UInt8], to targets: [IPAddress]) -> [Int32] {
        let length = messages.count / max(targets.count, 1)
        return targets.enumerated().map { number, target in
            network.send(Array(messages[number * length..<(number + 1) * length]), to: target)
        }
    }

    var dropped: Int { network.dropped }
    func receive() -> [EchoArrival] { network.receive() }
}

extension FakeNetwork.Behaviour {
    /// Answers each request after a delay, as if from `source` or from the target itself.
    static func echoes(after delay: Int64 = 1_000_000, from source: IPAddress? = nil, times: Int = 1) -> Self {
        Self(answers: { request, target in
            Array(repeating: (delay, .message(reply(to: request), from: source ?? target)), count: times)
        })
    }

    /// A router complains about each request, quoting so many bytes of it.
    static func complains(code: UInt8, from router: IPAddress, quoting length: Int = .max) -> Self {
        Self(answers: { request, target in
            let quote = Array(request.prefix(length))
            return [(1_000_000, .error(type: 3, code: code, quote: quote, target: target, from: router))]
        })
    }

    /// The system refuses to send.
    static func fails(_ errno: Int32, times: Int = .max) -> Self { Self(sendError: errno, failures: times) }

    /// An ICMPv4 request as its target returns it: 8 less in the type is 0x0800 more in the checksum.
    static func reply(to request: [UInt8]) -> [UInt8] {
        var bytes = request
        let sum = UInt32(bytes[2]) << 8 + UInt32(bytes[3]) + 0x0800
        let folded = sum & 0xffff + sum >> 16
        bytes[0] = 0
        bytes[2] = UInt8(folded >> 8)
        bytes[3] = UInt8(folded & 0xff)
        return bytes
    }
}
