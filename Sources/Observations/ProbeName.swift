/// A way of probing as users write it: `icmp`, `arp`, `ndp`, `tcp/22`, `udp/53`.
package enum ProbeName: Hashable, Comparable, Sendable {
    case arp
    case ndp
    case icmp
    case tcp(port: UInt16)
    case udp(port: UInt16)

    /// Parses the user's spelling; nil for anything else, port 0 and leading zeros included.
    package init?(_ text: String) {
        switch text {
        case "arp": self = .arp
        case "ndp": self = .ndp
        case "icmp": self = .icmp
        default:
            guard let service = TransportPort(text) else { return nil }
            self.init(service)
        }
    }

    /// The probe that asks for a port.
    package init(_ service: TransportPort) {
        self = service.transport == .tcp ? .tcp(port: service.port) : .udp(port: service.port)
    }

    package static func < (left: ProbeName, right: ProbeName) -> Bool { left.order < right.order }

    private var order: (Int, UInt16) {
        switch self {
        case .arp: (0, 0)
        case .ndp: (1, 0)
        case .icmp: (2, 0)
        case .tcp(let port): (3, port)
        case .udp(let port): (4, port)
        }
    }
}

extension ProbeName: CustomStringConvertible {
    package var description: String {
        switch self {
        case .arp: "arp"
        case .ndp: "ndp"
        case .icmp: "icmp"
        case .tcp(let port): "tcp/\(port)"
        case .udp(let port): "udp/\(port)"
        }
    }
}
