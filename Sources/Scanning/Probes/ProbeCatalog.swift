import Observations

/// All kinds of probes that there are.
enum ProbeCatalog {
    // Metatypes of different kinds in one list: an existential is the only type that they share.
    static let all: [any Probe.Type] = [
        ARPProbe.self,
        NDPProbe.self,
        ICMPProbe.self,
        TCPConnectProbe.self,
    ]

    /// The refusal of a probe that no kind handles.
    static func unsupported(_ name: ProbeName) -> ProbeRefusal {
        ProbeRefusal(
            evidence: "not supported yet",
            notice: "Probe \(name) is not supported yet and was left out: ask for icmp or tcp/PORT beside it."
        )
    }
}
