package import Addressing
package import Chronology

/// What one run learned about one address.
package struct Observation: Hashable, Sendable {
    /// The routing domain that the address belongs to; `default` unless the inventory says otherwise.
    package var vrf: String
    /// The address that was probed.
    package var address: IPAddress
    /// What the run is entitled to say about it.
    package var verdict: Verdict
    /// When the verdict was reached: the answer's arrival, or the end of the last round.
    package var at: Timestamp
    /// What supports the verdict, in order of probes.
    package var evidence: [ProbeEvidence]
    /// The hardware address that answered, on attached links.
    package var mac: MACAddress?
    /// Further hardware addresses that answered for it in the same run, sorted: two hosts with one address.
    package var rivals: [MACAddress]
    /// The name that the address had.
    package var name: String?
    /// Whether a DNS server said that it has none, so that one known from before holds no longer.
    package var isNameless = false
    /// The fastest round trip, in microseconds.
    package var roundTrip: Int64?
    /// The services found on the host.
    package var services: [ObservedService]

    /// Makes an observation.
    package init(
        vrf: String = "default", address: IPAddress, verdict: Verdict, at: Timestamp, evidence: [ProbeEvidence] = [],
        mac: MACAddress? = nil, rivals: [MACAddress] = [], name: String? = nil, roundTrip: Int64? = nil,
        services: [ObservedService] = []
    ) {
        self.vrf = vrf
        self.address = address
        self.verdict = verdict
        self.at = at
        self.evidence = evidence
        self.mac = mac
        self.rivals = rivals
        self.name = name
        self.roundTrip = roundTrip
        self.services = services
    }
}

/// What became of one way of probing an address.
package struct ProbeEvidence: Hashable, Sendable {
    /// How it was probed: `icmp`, `tcp/22`, or another tool's own word such as `arp-response`.
    package let probe: String
    /// What happened, in a few words: `echo reply`, `refused`, `no answer to 3 probes`, `not permitted`.
    package let outcome: String
    /// Who answered when it was not the address itself, such as a router with an ICMP error.
    package let responder: IPAddress?

    /// Makes evidence.
    package init(probe: String, outcome: String, responder: IPAddress? = nil) {
        self.probe = probe
        self.outcome = outcome
        self.responder = responder
    }
}

/// A transport port on which a host answered.
package struct ObservedService: Hashable, Sendable {
    /// The transport and port, such as `tcp/22`.
    package let port: String
    /// `open`, `closed`, or another tool's own word such as `open|filtered`.
    package let state: String
    /// What runs there, when it is known.
    package let product: String?

    /// Makes a service.
    package init(port: String, state: String, product: String? = nil) {
        self.port = port
        self.state = state
        self.product = product
    }
}
