import Addressing
import Findings
import InventoryModel
import ZoneData

/// The inventory in NetBox's words. Devices are left out: NetBox wants to know their maker and model.
struct NetBoxTables {
    private let plan: AddressPlan
    private var inventory: Inventory { plan.inventory }

    init(_ plan: AddressPlan) {
        self.plan = plan
    }

    var sites: [[String]] {
        inventory.sites.sorted { $0.name.value < $1.name.value }.map { site in
            [site.name.value, Self.slug(site.name.value), "active", site.description ?? ""]
        }
    }

    var vrfs: [[String]] {
        inventory.vrfs.filter { $0.name.value != VRF.defaultName }.sorted { $0.name.value < $1.name.value }.map { vrf in
            [vrf.name.value, vrf.routeDistinguisher ?? "", "true", vrf.description ?? ""]
        }
    }

    /// Each VLAN of a site once, named after its first subnet.
    var vlans: [[String]] {
        var seen: Set<[String]> = []
        return subnets.compactMap { subnet in
            guard let vlan = subnet.vlan?.value else { return nil }
            let key = [subnet.site?.value ?? "", "\(vlan)"]
            guard seen.insert(key).inserted else { return nil }
            return key + [subnet.name?.value ?? "VLAN\(vlan)", "active", subnet.description ?? ""]
        }
    }

    var prefixes: [[String]] {
        subnets.map { subnet in
            let site = subnet.site?.value ?? ""
            let vlan = subnet.vlan.map { "\($0.value)" } ?? ""
            return [
                subnet.prefix.value.description, Self.vrf(subnet.vrfName), subnet.status.rawValue,
                site.isEmpty ? "" : "dcim.site", site, vlan.isEmpty ? "" : site, vlan, Self.description(of: subnet),
            ]
        }
    }

    /// Pools and ranges that are kept free; NetBox refuses ranges that overlap, so a pool is what reservations leave.
    var ranges: [[String]] {
        let held = plan.claims.filter { !$0.isSingleAddress }
        let reserved = held.map { claim in
            row(of: claim.range, vrf: claim.vrf, status: "reserved", description(of: claim))
        }
        let pools = subnets.flatMap { subnet in
            subnet.pools.sorted { $0.range.value < $1.range.value }.flatMap { pool in
                AddressSet(pool.range.value)
                    .subtracting(AddressSet(held.filter { $0.vrf == subnet.vrfName }.map(\.range))).ranges
                    .map { range in
                        let status = pool.purpose == .reserved ? "reserved" : "active"
                        return row(
                            of: range, vrf: subnet.vrfName, status: status, isLeased: pool.purpose == .dhcp,
                            pool.name.value)
                    }
            }
        }
        return reserved + pools
    }

    /// Addresses with the mask of their subnet.
    var addresses: [[String]] {
        plan.claims.filter(\.isSingleAddress).map { claim in
            let publication = plan.publication(of: claim)
            let name = publication.pointer ?? publication.names.first { !$0.isWildcard }
            return [
                masked(claim.address, vrf: claim.vrf), Self.vrf(claim.vrf), status(of: claim),
                claim.role?.rawValue ?? "", name?.withoutFinalDot ?? "",
                description(of: claim),
            ]
        }
    }

    // MARK: Parts

    private var subnets: [Subnet] {
        inventory.subnets.sorted { ($0.vrfName, $0.prefix.value) < ($1.vrfName, $1.prefix.value) }
    }

    /// - Parameter isLeased: whether a DHCP server gives the addresses out: NetBox then lets nobody else do so.
    private func row(
        of range: IPRange, vrf: String, status: String, isLeased: Bool = false, _ description: String
    ) -> [String] {
        [
            masked(range.first, vrf: vrf), masked(range.last, vrf: vrf), Self.vrf(vrf), status,
            isLeased ? "true" : "false", description,
        ]
    }

    private func masked(_ address: IPAddress, vrf: String) -> String {
        let length = plan.subnet(holding: address, vrf: vrf)?.prefix.value.length ?? address.family.width
        return "\(address)/\(length)"
    }

    private func status(of claim: Claim) -> String {
        switch plan.device(of: claim)?.device.status {
        case .planned: "reserved"
        case .retired: "deprecated"
        case .active: "active"
        case nil: claim.role == nil ? "reserved" : "active"
        }
    }

    /// A device and its interface; what a reservation is called and what it is for.
    private func description(of claim: Claim) -> String {
        if let (device, interface, _) = plan.device(of: claim) { return "\(device.name.value) \(interface.name.value)" }
        let reservation = plan.reservation(of: claim)
        return [reservation?.name?.value, reservation?.description].compactMap(\.self).joined(separator: ": ")
    }

    private static func vrf(_ name: String) -> String { name == VRF.defaultName ? "" : name }

    private static func description(of subnet: Subnet) -> String {
        [subnet.name?.value, subnet.description].compactMap { $0 }.joined(separator: ": ")
    }

    /// A name as NetBox has it in addresses of its pages: letters, digits and hyphens.
    private static func slug(_ name: String) -> String {
        let safe = name.lowercased().unicodeScalars.map { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)) ? Character(scalar) : "-"
        }
        return String(safe)
    }
}
