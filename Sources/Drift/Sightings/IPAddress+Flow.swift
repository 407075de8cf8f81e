import Addressing

extension IPAddress {
    /// The address as it is written inside a YAML flow mapping, where an IPv6 address needs quotes.
    var flowText: String { family == .v4 ? "\(self)" : "\"\(self)\"" }
}
