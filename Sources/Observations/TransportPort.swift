/// A port of a transport protocol as users write it, such as `tcp/22` or `udp/53`.
package struct TransportPort: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The transport protocols that services are declared and probed on.
    package enum Transport: String, Sendable, CaseIterable {
        case tcp, udp
    }

    /// The protocol.
    package let transport: Transport
    /// The port, never 0.
    package let port: UInt16

    /// Makes a port; the caller vouches that it is not 0.
    package init(transport: Transport, port: UInt16) {
        self.transport = transport
        self.port = port
    }

    /// Parses the user's spelling; nil for anything else, port 0 and leading zeros included.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let transport = Transport(rawValue: String(parts[0])),
            let port = UInt16(parts[1]), port > 0, parts[1] == String(port)
        else { return nil }
        self.transport = transport
        self.port = port
    }

    package static func < (left: TransportPort, right: TransportPort) -> Bool {
        (left.transport.rawValue, left.port) < (right.transport.rawValue, right.port)
    }

    package var description: String { "\(transport)/\(port)" }
}
