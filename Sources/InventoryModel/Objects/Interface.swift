package import Addressing
package import Findings

/// A network interface of a device.
package struct Interface: InventoryObject {
    package static let noun = "interface"
    package static let summary = "A network interface of a device."

    /// Unique name within the device.
    package let name: Located<String>
    /// The hardware address.
    package let mac: Located<MACAddress>?
    /// What DHCP for IPv6 knows it by.
    package let duid: Located<DUID>?
    /// The routing domain of its addresses.
    package let vrf: Located<String>?
    /// What people should know about it.
    package let description: String?
    /// Its addresses.
    package let addresses: [InterfaceAddress]

    package init(_ fields: inout Fields) {
        name = fields.required("name", "Unique name within the device, such as eth0.")
        mac = fields.optional("mac", "Hardware address, such as 02:00:5e:10:00:01.")
        duid = fields.optional(
            "duid",
            "What DHCP for IPv6 knows it by (RFC 8415), such as 00:03:00:01:02:00:5e:10:00:01; the MAC otherwise.")
        vrf = fields.optional("vrf", "Routing domain of its addresses, where several hold them.")
        description = fields.optional("description", "What people should know about it.")
        addresses = fields.list("addresses", "Its addresses, without mask: the subnet that holds them has it.")
    }
}
