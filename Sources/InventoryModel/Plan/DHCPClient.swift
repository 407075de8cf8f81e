package import Addressing
import Findings

/// What a DHCP server knows a client by.
package enum DHCPClient: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The hardware address of its interface.
    case mac(MACAddress)
    /// The identifier that it chose itself (RFC 8415, 11).
    case duid(DUID)

    /// The hardware address, if it is known by that.
    package var mac: MACAddress? { if case .mac(let mac) = self { mac } else { nil } }

    /// The DUID, if it is known by that.
    package var duid: DUID? { if case .duid(let duid) = self { duid } else { nil } }

    /// The hardware address alone, or the DUID with that word in front.
    package var description: String {
        switch self {
        case .mac(let mac): "\(mac)"
        case .duid(let duid): "duid \(duid)"
        }
    }
}

extension Interface {
    /// What a DHCP server knows it by when it hands out addresses of a family; nil if it could not tell.
    ///
    /// Messages of DHCP for IPv6 carry a DUID and seldom a hardware address, so where both are declared the DUID counts.
    package func dhcpClient(_ family: AddressFamily) -> DHCPClient? {
        if family == .v6, let duid { return .duid(duid.value) }
        return mac.map { .mac($0.value) }
    }
}
