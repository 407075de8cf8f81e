import Addressing
import Glibc
import Observations
import Packets

/// `icmp`: asks with an echo request. Any answer of the target that returns the tag is a sign of life.
final class ICMPProbe: Probe {
    // The real socket, or a scripted one in tests.
    private let channels: [AddressFamily: any EchoChannel]
    private let environment: ProbeEnvironment

    init(channels: [AddressFamily: any EchoChannel], environment: ProbeEnvironment) {
        self.channels = channels
        self.environment = environment
    }

    static let isRepeatedByKernel = false

    static func handles(_ name: ProbeName) -> Bool { name == .icmp }

    static func open(_ families: [AddressFamily], in environment: ProbeEnvironment) -> OpenedProbe {
        var channels: [AddressFamily: any EchoChannel] = [:]
        var refusals: [AddressFamily: ProbeRefusal] = [:]
        for family in families {
            do {
                channels[family] = try environment.channels.openEcho(family)
            } catch {
                refusals[family] = refusal(family, error)
            }
        }
        let probe = channels.isEmpty ? nil : ICMPProbe(channels: channels, environment: environment)
        return OpenedProbe(probe: probe, refusals: refusals)
    }

    private static func refusal(_ family: AddressFamily, _ error: SystemError) -> ProbeRefusal {
        let version = family == .v4 ? "IPv4" : "IPv6"
        guard error.isMissingPermission else {
            return ProbeRefusal(
                evidence: "not possible: \(error)",
                notice: "Probe icmp over \(version) is not possible here: \(error)."
            )
        }
        return ProbeRefusal(
            evidence: "not permitted",
            notice: "Probe icmp over \(version) is not permitted: run `sudo setcap cap_net_raw+ep` on the executable, "
                + "or `sudo sysctl -w net.ipv4.ping_group_range=\"0 2147483647\"`, or set `probes: [tcp/22]`."
        )
    }

    var descriptors: [Int32] { channels.values.map(\.descriptor).sorted() }

    func send(_ attempts: [ProbeAttempt]) -> [SendOutcome] {
        var outcomes = [SendOutcome](repeating: .failed(EAFNOSUPPORT), count: attempts.count)
        for (family, channel) in channels {
            let places = attempts.indices.filter { attempts[$0].target.family == family }
            guard !places.isEmpty else { continue }
            var messages: [UInt8] = []
            messages.reserveCapacity(places.count * ICMPEcho.requestLength)
            for place in places {
                let stamp = environment.key.stamp(
                    target: attempts[place].target, sequence: attempts[place].key.sequence)
                ICMPEcho(identifier: environment.identifier, stamp: stamp).appendRequest(family, to: &messages)
            }
            let errors = channel.send(messages, to: places.map { attempts[$0].target })
            for (place, errno) in zip(places, errors) { outcomes[place] = SendOutcome(errno: errno) }
        }
        return outcomes
    }

    var dropped: Int { channels.values.reduce(0) { $0 + $1.dropped } }

    func receive() -> [ProbeReport] {
        AddressFamily.allCases.flatMap { family in
            channels[family]?.receive().compactMap { report($0, family) } ?? []
        }
    }

    func abandon(_ key: ProbeKey) -> ProbeReport? { nil }

    private func report(_ arrival: EchoArrival, _ family: AddressFamily) -> ProbeReport? {
        switch arrival {
        case .message(let bytes, let source):
            switch ICMPMessage(bytes.span, family) {
            case .reply(let echo): return answer(echo, from: source)
            case .fault(let fault, let target, let quoted):
                return report(fault, about: quoted, to: target, from: source)
            case nil: return nil
            }
        case .error(let type, let code, let quote, let target, let source):
            guard let fault = ICMPFault(family, type: type, code: code),
                let quoted = ICMPEcho(quotedRequest: quote.span, family)
            else { return nil }
            return report(fault, about: quoted, to: target, from: source)
        }
    }

    /// A reply counts only with the tag of the very address that it comes from.
    private func answer(_ echo: ICMPEcho, from source: IPAddress) -> ProbeReport? {
        guard let stamp = echo.stamp, environment.key.signed(stamp, for: source),
            let key = ProbeKey(sequence: stamp.sequence)
        else { return nil }
        return ProbeReport(reference: .key(key), reading: .answered(ProbeAnswer(outcome: "echo reply", service: nil)))
    }

    private func report(
        _ fault: ICMPFault, about quoted: ICMPEcho, to target: IPAddress, from source: IPAddress
    ) -> ProbeReport? {
        guard let stamp = quoted.stamp else {
            // Many routers quote no more than eight bytes. That is enough for a complaint, never for a sign of life.
            guard channels[target.family]?.hasOwnIdentifier == true || quoted.identifier == environment.identifier
            else {
                return nil
            }
            return ProbeReport(
                reference: .short(quoted.sequence, target: target), reading: complaint(fault, from: source)
            )
        }
        guard environment.key.signed(stamp, for: target), let key = ProbeKey(sequence: stamp.sequence) else {
            return nil
        }
        guard source != target else {
            let answer = ProbeAnswer(outcome: "\(fault.rawValue), says the host itself", service: nil)
            return ProbeReport(reference: .key(key), reading: .answered(answer))
        }
        return ProbeReport(reference: .key(key), reading: complaint(fault, from: source))
    }

    private func complaint(_ fault: ICMPFault, from source: IPAddress) -> ProbeReading {
        let isOwn = environment.localAddresses.contains(source)
        return isOwn && fault == .hostUnreachable ? .noNeighbour : .fault(fault, from: source)
    }
}
