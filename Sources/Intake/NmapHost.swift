import Addressing
import Chronology
import Observations

/// What one `host` element says, in nmap's words.
struct NmapHost {
    /// A `port` element.
    struct Port {
        /// The transport and the number, such as `tcp/22`.
        let name: String
        var state = ""
        var reason = ""
        /// Who answered when it was not the host.
        var responder: IPAddress?
        var product: String?
    }

    var state = ""
    var reason = ""
    var address: IPAddress?
    var mac: MACAddress?
    var name: String?
    var ports: [Port] = []
    /// Reasons for the states of ports that are not listed one by one.
    var otherReasons: [String] = []
    var roundTrip: Int64?
    var ended: Timestamp?

    /// What it amounts to; nil without a readable address.
    ///
    /// - Parameter endOfRun: When it was seen, if the element does not say: nmap gives no times for hosts that are down.
    func observation(endOfRun: Timestamp) -> Observation? {
        guard let address else { return nil }
        let (verdict, evidence) = conclusion(about: address)
        let services = ports.map { ObservedService(port: $0.name, state: $0.state, product: $0.product) }
        return Observation(
            address: address, verdict: verdict, at: ended ?? endOfRun, evidence: evidence, mac: mac, name: name,
            roundTrip: verdict == .alive ? roundTrip : nil, services: verdict == .alive ? services : [])
    }

    private func conclusion(about address: IPAddress) -> (Verdict, [ProbeEvidence]) {
        let status = ProbeEvidence(probe: reason.isEmpty ? "status" : reason, outcome: state.isEmpty ? "none" : state)
        switch (state, reason) {
        case ("up", "user-set"):
            // With -Pn nmap takes every host for up and probes ports only: just an answer from one counts.
            let signs = signsOfLife(of: address)
            return signs.isEmpty ? (.unknown, [status]) : (.alive, signs)
        case ("up", _):
            return (.alive, [status])
        case ("down", "no-response"):
            return (.silent, [status])
        case ("down", let reason) where Self.routerErrors.contains(reason):
            return (.unreachable, [status])
        default:
            // Skipped, administratively prohibited, or a word that a later nmap may add.
            return (.unknown, [status])
        }
    }

    private func signsOfLife(of address: IPAddress) -> [ProbeEvidence] {
        let listed = ports.filter { Self.answers.contains($0.reason) && ($0.responder ?? address) == address }
            .map { ProbeEvidence(probe: $0.name, outcome: $0.reason) }
        let others = otherReasons.filter(Self.answers.contains).map { ProbeEvidence(probe: "other ports", outcome: $0) }
        return Array((listed + others).prefix(Self.evidenceLimit))
    }

    private static let evidenceLimit = 8

    /// Reasons for a port's state that only the host itself can give.
    private static let answers: Set<String> = ["syn-ack", "reset", "conn-refused", "udp-response", "port-unreach"]

    /// Errors that a router reports about a host; a prohibition says nothing about the host and is not one of them.
    private static let routerErrors: Set<String> = ["host-unreach", "net-unreach", "dest-unreach", "time-exceeded"]
}
