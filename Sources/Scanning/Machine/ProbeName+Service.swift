import Observations

extension ProbeName {
    /// Whether the probe says something about a port too, and is therefore worth its tries on a living target.
    var asksForService: Bool {
        switch self {
        case .arp, .ndp, .icmp: false
        case .tcp, .udp: true
        }
    }
}
