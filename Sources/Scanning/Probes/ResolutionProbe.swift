import Addressing
import Glibc
import Observations
import Packets

/// How stations of a link ask each other for hardware addresses.
protocol AddressResolution {
    /// The probe that asks so.
    static var name: ProbeName { get }
    /// The addresses that it is for.
    static var family: AddressFamily { get }
    /// What it is sent as.
    static var link: LinkProtocol { get }

    /// Appends the packet that asks for a target in the name of our own address and hardware address.
    ///
    /// - Returns: for whom on the link it is.
    static func ask(
        for target: IPAddress, as own: IPAddress, _ mac: MACAddress, in packets: inout [UInt8]
    ) -> MACAddress

    /// The answer that a packet is; nil if it is something else.
    static func answer(_ arrival: LinkArrival) -> ResolutionAnswer?
}

/// Somebody's word on who has an address.
struct ResolutionAnswer {
    let target: IPAddress
    let mac: MACAddress
    /// Who was told, by address and, where the packet names it, by hardware address.
    let asker: (address: IPAddress, mac: MACAddress?)
    /// A few words for evidence.
    let outcome: String
}

/// Asks all stations of an attached link who has the address. An answer to us is a sign of life, and no host can refuse
/// it and still be reached.
///
/// There is no room for a tag: what counts is an answer to our own address, about a target that was asked for.
final class ResolutionProbe<Resolution: AddressResolution>: Probe {
    // The real socket, or a scripted one in tests.
    private let channel: any LinkChannel
    private let environment: ProbeEnvironment
    /// The latest try to each target.
    private var asked: [IPAddress: ProbeKey] = [:]
    private var ownAnswers: [ProbeReport] = []

    init(channel: any LinkChannel, environment: ProbeEnvironment) {
        self.channel = channel
        self.environment = environment
    }

    static var isRepeatedByKernel: Bool { false }

    static func handles(_ name: ProbeName) -> Bool { name == Resolution.name }

    func refusal(of target: IPAddress) -> ProbeRefusal? {
        environment.links.own(for: target) == nil ? AttachedLinks.elsewhere : nil
    }

    var descriptors: [Int32] { [channel.descriptor] }
    var dropped: Int { channel.dropped }

    /// Sends the tries; those to our own addresses, which nobody on the link would answer, are answered here.
    func send(_ attempts: [ProbeAttempt]) -> [SendOutcome] {
        var outcomes = [SendOutcome](repeating: .sent, count: attempts.count)
        var packets: [UInt8] = []
        var stations: [Station] = []
        var places: [Int] = []
        for (place, attempt) in attempts.enumerated() {
            guard let own = environment.links.own(for: attempt.target), let mac = own.mac else {
                outcomes[place] = .failed(EHOSTUNREACH)
                continue
            }
            guard !environment.localAddresses.contains(attempt.target) else {
                let answer = ProbeAnswer(outcome: "this machine's own", service: nil, mac: mac)
                ownAnswers.append(ProbeReport(reference: .key(attempt.key), reading: .answered(answer)))
                continue
            }
            asked[attempt.target] = attempt.key
            let receiver = Resolution.ask(for: attempt.target, as: own.address, mac, in: &packets)
            stations.append(Station(interface: own.interface, mac: receiver))
            places.append(place)
        }
        guard !places.isEmpty else { return outcomes }
        for (place, errno) in zip(places, channel.send(packets, to: stations)) {
            outcomes[place] = SendOutcome(errno: errno)
        }
        return outcomes
    }

    func receive() -> [ProbeReport] {
        defer { ownAnswers.removeAll() }
        return ownAnswers + channel.receive().compactMap(report)
    }

    func abandon(_ key: ProbeKey) -> ProbeReport? { nil }

    private func report(_ arrival: LinkArrival) -> ProbeReport? {
        guard let answer = Resolution.answer(arrival), let key = asked[answer.target],
            let own = environment.links.own(for: answer.target), own.interface == arrival.station.interface,
            answer.asker.address == own.address, answer.asker.mac.map({ $0 == own.mac }) ?? true,
            !answer.mac.isMulticast, !answer.mac.isZero
        else { return nil }
        let reading = ProbeAnswer(outcome: answer.outcome, service: nil, mac: answer.mac)
        return ProbeReport(reference: .key(key), reading: .answered(reading))
    }
}

extension ResolutionProbe {
    static func open(_ families: [AddressFamily], in environment: ProbeEnvironment) -> OpenedProbe {
        let family = Resolution.family
        var refusals: [AddressFamily: ProbeRefusal] = [:]
        for other in families where other != family {
            refusals[other] = ProbeRefusal(evidence: "for \(family == .v4 ? "IPv4" : "IPv6") only", notice: nil)
        }
        guard families.contains(family) else { return OpenedProbe(probe: nil, refusals: refusals) }
        do {
            let channel = try environment.channels.openLink(Resolution.link)
            return OpenedProbe(
                probe: ResolutionProbe(channel: channel, environment: environment), refusals: refusals)
        } catch {
            refusals[family] = refusal(error)
            return OpenedProbe(probe: nil, refusals: refusals)
        }
    }

    private static func refusal(_ error: SystemError) -> ProbeRefusal {
        guard error.isMissingPermission else {
            return ProbeRefusal(
                evidence: "not possible: \(error)", notice: "Probe \(Resolution.name) is not possible here: \(error).")
        }
        return ProbeRefusal(
            evidence: "not permitted",
            notice:
                "Probe \(Resolution.name) is not permitted: run `sudo setcap cap_net_raw+ep` on the executable, or "
                + "leave it out of `probes`."
        )
    }
}
