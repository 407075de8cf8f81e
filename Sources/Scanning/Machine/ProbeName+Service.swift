import Observations

extension ProbeName {
    /// Whether the probe asks the target's link, without whose answer no other probe reaches the target.
    var asksLink: Bool { self == .arp || self == .ndp }

    /// Whether the probe says something about a port too, and is therefore worth its tries on a living target.
    var asksForService: Bool {
        switch self {
        case .arp, .ndp, .icmp: false
        case .tcp, .udp: true
        }
    }
}
