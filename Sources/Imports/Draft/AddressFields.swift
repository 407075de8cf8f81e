/// What a row of `export csv` or an entry of `export json` may say about an address.
///
/// The raw value is its place among all, by which cells are found without a look-up.
enum AddressField: Int, CaseIterable {
    case address, prefix, vrf, subnet, site, vlan, pool, poolPurpose, kind, device, interface, status, role, owner, mac
    case dnsNames, description, expires, tags, services, sharedRole, subnetStatus, subnetSite, gateway, poolRange
    case poolDescription, subnetDescription, subnetOwner, subnetTags, subnetSiteDescription, siteDescription
    case vrfDistinguisher, vrfDescription, deviceSite, deviceDescription, interfaceDescription, addressDescription
    case declaredNames, duid

    /// What our exports call it.
    var key: String {
        switch self {
        case .poolPurpose: "pool_purpose"
        case .dnsNames: "dns_names"
        case .sharedRole: "shared_role"
        case .subnetStatus: "subnet_status"
        case .subnetSite: "subnet_site"
        case .poolRange: "pool_range"
        case .poolDescription: "pool_description"
        case .subnetDescription: "subnet_description"
        case .subnetOwner: "subnet_owner"
        case .subnetTags: "subnet_tags"
        case .subnetSiteDescription: "subnet_site_description"
        case .siteDescription: "site_description"
        case .vrfDistinguisher: "vrf_rd"
        case .vrfDescription: "vrf_description"
        case .deviceSite: "device_site"
        case .deviceDescription: "device_description"
        case .interfaceDescription: "interface_description"
        case .addressDescription: "address_description"
        case .declaredNames: "declared_names"
        default: "\(self)"
        }
    }

    /// What other tables call it.
    var otherNames: [String] {
        switch self {
        case .address: ["ip", "ip_address", "ipaddress", "ip_addr", "addr", "ipv4", "ipv6", "range"]
        case .prefix: ["cidr", "network"]
        case .device: ["hostname", "host", "host_name", "device_name", "name"]
        case .interface: ["port", "nic", "iface"]
        case .mac: ["mac_address", "hwaddr", "hardware_address", "ethernet"]
        case .dnsNames: ["dns", "dns_name", "fqdn"]
        case .description: ["comment", "comments", "note", "notes"]
        case .vlan: ["vlan_id", "vid"]
        case .site: ["location"]
        case .gateway: ["router", "default_gateway"]
        case .expires: ["expiry", "valid_until"]
        default: []
        }
    }

    /// The columns of our exports that tell what was seen, or where it stands: nothing that could be imported.
    static let observed: Set<String> = [
        "verdict", "last_seen", "first_seen", "observed_mac", "observed_name", "source",
    ]
}

extension [AddressField] {
    /// What a row says of its subnet, and of the pool, the sites and the routing domain.
    static let subnetFields: [AddressField] = [
        .prefix, .vrf, .subnet, .site, .vlan, .pool, .poolPurpose, .subnetStatus, .subnetSite, .gateway, .poolRange,
        .poolDescription, .subnetDescription, .subnetOwner, .subnetTags, .subnetSiteDescription, .siteDescription,
        .vrfDistinguisher, .vrfDescription,
    ]
}

/// A row or entry, by what it says.
protocol AddressFields: Sendable {
    /// A text; nil if nothing is said.
    func text(_ field: AddressField) -> String?
    /// The elements of a list; none if nothing is said.
    func list(_ field: AddressField) -> [String]
    /// Whether such rows or entries could say something there.
    func has(_ field: AddressField) -> Bool
    /// Whether another row or entry says the same of the subnet, which is not found out again then.
    func saysOfSubnet(as other: Self) -> Bool
}
