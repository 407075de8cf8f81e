import Addressing
import Findings
import InventoryModel

/// Which subnet holds an address, among those that are imported and those that are there.
struct DraftPlaces {
    /// A subnet, as far as files are split by it.
    struct Place: Hashable {
        let vrf: String
        let prefix: IPPrefix
        let name: String?
        let site: String?
        let isContainer: Bool
    }

    private let tables: [(vrf: String, table: PrefixTable<Place>)]

    init(_ subnets: [DraftSubnet], _ plan: AddressPlan) {
        let imported = subnets.map { subnet in
            Place(
                vrf: subnet.vrf ?? VRF.defaultName, prefix: subnet.prefix, name: subnet.name, site: subnet.site,
                isContainer: subnet.status == .container)
        }
        let present = plan.inventory.subnets.map { subnet in
            Place(
                vrf: subnet.vrfName, prefix: subnet.prefix.value, name: subnet.name?.value, site: subnet.site?.value,
                isContainer: subnet.status == .container)
        }
        tables = Dictionary(grouping: present + imported, by: \.vrf)
            .map { (vrf: $0.key, table: PrefixTable($0.value.map { ($0.prefix, $0) })) }
            // An address that names no domain is most likely in the default one.
            .sorted { ($0.vrf == VRF.defaultName ? 0 : 1, $0.vrf) < ($1.vrf == VRF.defaultName ? 0 : 1, $1.vrf) }
    }

    /// The most specific subnet that holds an address.
    func place(of address: IPAddress, vrf: String?) -> Place? {
        for (domain, table) in tables where vrf == nil || domain == vrf {
            if let match = table.longestMatch(for: address) { return match.value }
        }
        return nil
    }

    /// Whether an address in the default domain has to say so, since another domain has a subnet that holds it, too.
    func isAmbiguous(_ address: IPAddress) -> Bool {
        tables.contains { $0.vrf != VRF.defaultName && $0.table.longestMatch(for: address) != nil }
    }
}
