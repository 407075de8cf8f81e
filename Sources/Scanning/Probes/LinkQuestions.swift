import Addressing
import Glibc
import Observations
import Packets

/// Questions for hardware addresses, as ARP and its successor for IPv6 both ask them.
struct LinkQuestions {
    private let attempts: [ProbeAttempt]
    private let environment: ProbeEnvironment

    init(_ attempts: [ProbeAttempt], environment: ProbeEnvironment) {
        self.attempts = attempts
        self.environment = environment
    }

    /// Sends the tries; those to our own addresses, which nobody on the link would answer, are answered here.
    ///
    /// - Parameter question: appends the packet that asks in the name of our own address and hardware address, and
    ///   returns for whom on the link it is.
    func send(
        through channel: any LinkChannel, ownAnswers: inout [ProbeReport],
        question: (ProbeAttempt, _ own: IPAddress, MACAddress, _ packets: inout [UInt8]) -> MACAddress
    ) -> [SendOutcome] {
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
            stations.append(Station(interface: own.interface, mac: question(attempt, own.address, mac, &packets)))
            places.append(place)
        }
        guard !places.isEmpty else { return outcomes }
        for (place, errno) in zip(places, channel.send(packets, to: stations)) {
            outcomes[place] = SendOutcome(errno: errno)
        }
        return outcomes
    }
}

extension OpenedProbe {
    /// Opens a probe that asks for hardware addresses of one family.
    static func onLink(
        _ linkProtocol: LinkProtocol, for family: AddressFamily, among families: [AddressFamily], name: ProbeName,
        in environment: ProbeEnvironment, make: (any LinkChannel) -> any Probe
    ) -> OpenedProbe {
        var refusals: [AddressFamily: ProbeRefusal] = [:]
        for other in families where other != family {
            refusals[other] = ProbeRefusal(evidence: "for \(family == .v4 ? "IPv4" : "IPv6") only", notice: nil)
        }
        guard families.contains(family) else { return OpenedProbe(probe: nil, refusals: refusals) }
        do {
            return OpenedProbe(probe: make(try environment.channels.openLink(linkProtocol)), refusals: refusals)
        } catch {
            refusals[family] = refusal(name, error)
            return OpenedProbe(probe: nil, refusals: refusals)
        }
    }

    private static func refusal(_ name: ProbeName, _ error: SystemError) -> ProbeRefusal {
        guard error.isMissingPermission else {
            return ProbeRefusal(
                evidence: "not possible: \(error)", notice: "Probe \(name) is not possible here: \(error).")
        }
        return ProbeRefusal(
            evidence: "not permitted",
            notice:
                "Probe \(name) is not permitted: run `sudo setcap cap_net_raw+ep` on the executable, or leave it out "
                + "of `probes`."
        )
    }
}
