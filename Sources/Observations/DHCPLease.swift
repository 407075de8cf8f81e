package import Addressing
package import Chronology

/// An address that a DHCP server has handed out, as the server's own records say.
package struct DHCPLease: Hashable, Sendable {
    /// The routing domain that the server serves.
    package var vrf: String
    /// The address.
    package var address: IPAddress
    /// The vantage point at which the records were read.
    package var vantage: String
    /// Whose records they are: `kea-dhcp4`, `dnsmasq`.
    package var tool: String
    /// The hardware address of the client, where the server knows it.
    package var mac: MACAddress?
    /// What the client calls itself.
    package var name: String?
    /// When the lease ends; nil if it never does.
    package var expires: Timestamp?
    /// When the records were read.
    package var at: Timestamp

    /// Makes a lease.
    package init(
        vrf: String = "default", address: IPAddress, vantage: String, tool: String, mac: MACAddress? = nil,
        name: String? = nil, expires: Timestamp?, at: Timestamp
    ) {
        self.vrf = vrf
        self.address = address
        self.vantage = vantage
        self.tool = tool
        self.mac = mac
        self.name = name
        self.expires = expires
        self.at = at
    }

    /// Whether the client may still use the address.
    package func isActive(at now: Timestamp) -> Bool { expires.map { $0 > now } ?? true }
}
