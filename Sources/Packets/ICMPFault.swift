package import Addressing

/// Why the network says that it did not deliver a packet.
package enum ICMPFault: String, Hashable, Sendable, CaseIterable {
    /// No way to the network.
    case networkUnreachable = "network unreachable"
    /// The last router, or the sender itself, got no answer on the target's link.
    case hostUnreachable = "host unreachable"
    /// Nothing listens: true of the host if it says so itself; from anyone else it is a firewall's refusal.
    case rejected = "port or protocol unreachable"
    /// A filter refused the packet, which says nothing about the host.
    case prohibited = "administratively prohibited"
    /// The packet ran in circles or too far.
    case timeExceeded = "time exceeded in transit"

    /// Grades an ICMP message; nil if it is not an error that ends a probe.
    package init?(_ family: AddressFamily, type: UInt8, code: UInt8) {
        let grade = family == .v4 ? Self.grade(v4Type: type, code: code) : Self.grade(v6Type: type, code: code)
        guard let grade else { return nil }
        self = grade
    }

    /// RFC 792, and RFC 1812, 5.2.7.1 for the later codes.
    private static func grade(v4Type type: UInt8, code: UInt8) -> ICMPFault? {
        switch (type, code) {
        case (3, 0), (3, 5), (3, 6), (3, 8), (3, 11): .networkUnreachable
        case (3, 1), (3, 7), (3, 12): .hostUnreachable
        case (3, 2), (3, 3): .rejected
        case (3, 9), (3, 10), (3, 13), (3, 14), (3, 15): .prohibited
        case (11, 0): .timeExceeded
        default: nil
        }
    }

    /// RFC 4443, 3.1 and 3.3.
    private static func grade(v6Type type: UInt8, code: UInt8) -> ICMPFault? {
        switch (type, code) {
        case (1, 0), (1, 2), (1, 6): .networkUnreachable
        case (1, 1), (1, 5): .prohibited
        case (1, 3): .hostUnreachable
        case (1, 4): .rejected
        case (3, 0): .timeExceeded
        default: nil
        }
    }
}
