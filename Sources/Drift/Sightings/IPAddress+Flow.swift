import Addressing
import Observations

extension IPAddress {
    /// The address as it is written inside a YAML flow mapping, where an IPv6 address needs quotes.
    var flowText: String { family == .v4 ? "\(self)" : "\"\(self)\"" }
}

extension [TransportPort] {
    /// The ports as a YAML list on one line.
    var flowText: String { "[\(map(\.description).joined(separator: ", "))]" }
}
