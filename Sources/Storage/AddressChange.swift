package import Addressing
package import Chronology

/// What about an address changed.
package enum ChangedField: Hashable, Sendable {
    case verdict
    case mac
    case name
    /// Who a DHCP server gave the address to: hardware address and name.
    case lease
    /// What runs on a port, such as `tcp/22`.
    case service(port: String)
}

extension ChangedField: CustomStringConvertible {
    package var description: String {
        switch self {
        case .verdict: "verdict"
        case .mac: "mac"
        case .name: "name"
        case .lease: "lease"
        case .service(let port): port
        }
    }

    /// Reads the description; any other text is a port.
    init(_ text: String) {
        switch text {
        case "verdict": self = .verdict
        case "mac": self = .mac
        case "name": self = .name
        case "lease": self = .lease
        default: self = .service(port: text)
        }
    }
}

/// One entry of an address's history.
package struct AddressChange: Hashable, Sendable {
    /// When the run saw it.
    package let at: Timestamp
    /// From where it was seen.
    package let vantage: String
    /// What saw it: `ipam`, `nmap`.
    package let tool: String
    /// The address.
    package let address: IPAddress
    /// What changed.
    package let field: ChangedField
    /// What it was; nil if nothing was known.
    package let before: String?
    /// What it became.
    package let after: String?
}
