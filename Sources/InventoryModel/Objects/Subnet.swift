package import Addressing
package import Findings

/// What a subnet is used for.
package enum SubnetStatus: String, InventoryWord {
    /// Hosts have addresses in it.
    case active
    /// Holds other subnets and no hosts.
    case container
    /// Kept for later.
    case reserved
    /// Being emptied.
    case deprecated
}

/// A network, or a container of networks, in one routing domain.
package struct Subnet: InventoryObject {
    package static let noun = "subnet"
    package static let summary = "A network, or a container that holds other networks."

    /// The network and its mask.
    package let prefix: Located<IPPrefix>
    /// What people and commands call it.
    package let name: Located<String>?
    /// The routing domain.
    package let vrf: Located<String>?
    /// Where it is.
    package let site: Located<String>?
    /// The VLAN id.
    package let vlan: Located<Int>?
    /// What it is used for.
    package let status: SubnetStatus
    /// The default router.
    package let gateway: Located<IPAddress>?
    /// The zone that names of devices in it are published in.
    package let zone: Located<DomainName>?
    /// Who answers for it.
    package let owner: String?
    /// What it is for.
    package let description: String?
    /// Words to select it by.
    package let tags: [String]
    /// How it is scanned.
    package let scan: ScanPolicy?
    /// How its drift is judged.
    package let drift: DriftPolicy?
    /// What a DHCP server needs to know.
    package let dhcp: DHCPPolicy?
    /// Parts of it with a purpose.
    package let pools: [Pool]
    /// The whole entry.
    package let span: SourceSpan

    /// The name of the routing domain, `default` if none is given.
    package var vrfName: String { vrf?.value ?? VRF.defaultName }
    /// The name if it has one, else the prefix.
    package var title: String { name?.value ?? prefix.value.description }

    package init(_ fields: inout Fields) {
        prefix = fields.required("prefix", "Network in CIDR form, host bits zero, such as 192.0.2.0/24.")
        name = fields.optional("name", "What people and commands call it.")
        vrf = fields.optional("vrf", "Routing domain that it is in; 'default' unless given.")
        site = fields.optional("site", "Site where it is.")
        vlan = fields.optional("vlan", in: 1...4094, "VLAN id (IEEE 802.1Q).")
        status = fields.optional(
            "status", default: .active, "Use: active, container (holds other subnets), reserved or deprecated."
        )
        gateway = fields.optional("gateway", "Address of the default router.")
        zone = fields.optional("zone", "DNS zone that names of devices in this subnet are published in.")
        owner = fields.optional("owner", "Who answers for it.")
        description = fields.optional("description", "What it is for.")
        tags = fields.list("tags", "Words to select it by.")
        scan = fields.optional("scan", "How it is scanned; what is not said comes from the enclosing subnet.")
        drift = fields.optional("drift", "How differences between inventory and network are judged.")
        dhcp = fields.optional("dhcp", "What a DHCP server needs to know to serve it.")
        pools = fields.list("pools", "Parts of it that serve one purpose.")
        span = fields.span
    }
}
