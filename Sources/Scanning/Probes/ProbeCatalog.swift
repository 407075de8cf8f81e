import Observations

/// All kinds of probes that there are.
enum ProbeCatalog {
    // Metatypes of different kinds in one list: an existential is the only type that they share.
    static let all: [any Probe.Type] = [
        ResolutionProbe<ARP>.self,
        ResolutionProbe<NDP>.self,
        ICMPProbe.self,
        TCPConnectProbe.self,
        UDPProbe.self,
    ]
}
