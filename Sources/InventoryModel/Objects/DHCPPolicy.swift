package import Addressing
package import Chronology
package import Findings

/// What a DHCP server needs to know to serve a subnet.
package struct DHCPPolicy: InventoryObject {
    package static let noun = "dhcp setting"
    package static let summary = "What a DHCP server needs to know to serve the subnet."

    /// Kea's subnet id, which must never change.
    package let id: Located<Int>?
    /// How long leases last.
    package let lease: TimeSpan?
    /// The DNS servers that clients are told of.
    package let nameservers: [IPAddress]
    /// The domain that clients are told of.
    package let domain: DomainName?

    package init(_ fields: inout Fields) {
        id = fields.optional("id", in: 1...4_294_967_294, "Kea's subnet id; unique, and never to be changed.")
        lease = fields.optional("lease", "How long leases last, such as 12h.")
        nameservers = fields.list("nameservers", "Addresses of the DNS servers that clients are told of.")
        domain = fields.optional("domain", "Domain that clients are told of; the subnet's zone otherwise.")
    }
}
