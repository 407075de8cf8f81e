/// NetBox's tables: those of its bulk import, and those that its lists export.
package struct NetBoxImport: ImportFormat {
    package let name = "netbox"
    package let summary = "NetBox's CSV: sites, VRFs, VLANs, prefixes, ranges, addresses, devices, interfaces, services"

    /// Makes the format.
    package init() {}

    package var columns: [String] { NetBoxTable.columns }

    package func recognises(_ beginning: String) -> Bool {
        let keys = Set(TableHeader.keys(of: beginning))
        switch NetBoxTable(keys: keys) {
        case nil: return false
        // Tables that people make by hand have addresses and a status, too.
        case .addresses: return !keys.isDisjoint(with: ["vrf", "tenant", "dns_name", "assigned", "virtual_machine"])
        default: return true
        }
    }

    package func read(_ file: ImportText, into draft: inout Draft) {
        guard var table = ImportTable(file, &draft) else { return }
        guard let kind = NetBoxTable(keys: Set(table.keys)) else {
            let names = table.titles.joined(separator: ", ")
            return draft.refuse(
                file.origin(row: 1),
                "the columns are those of none of NetBox's tables that can be imported (\(names)): --map A=B renames one"
            )
        }
        while let row = table.next(&draft) {
            var row = NamedRow(row, of: table)
            kind.read(&row, into: &draft)
        }
    }
}

/// A table of NetBox, known by its columns.
enum NetBoxTable {
    case sites, vrfs, vlans, prefixes, aggregates, ranges, addresses, devices, machines, interfaces, macAddresses,
        services

    /// The names of the columns that some table has a place for, in forms or in lists.
    static let columns = [
        "address", "cluster", "comments", "description", "device", "device_role", "device_type", "dns_name",
        "end_address", "facility", "interface", "ip_address", "mac_address", "manufacturer", "mark_populated", "name",
        "owner", "parent", "ports", "prefix", "protocol", "rack", "rd", "region", "rir", "role", "scope", "scope_name",
        "scope_type", "site", "slug", "start_address", "status", "tags", "tenant", "type", "vid", "virtual_machine",
        "vlan", "vlan_site", "vrf",
    ]

    /// The table that has these columns; nil if none of those has.
    init?(keys: Set<String>) {
        func has(_ key: String...) -> Bool { key.allSatisfy(keys.contains) }
        if has("start_address", "end_address") {
            self = .ranges
        } else if has("prefix", "rir") {
            self = .aggregates
        } else if has("name", "protocol", "ports") {
            self = .services
        } else if has("name", "type", "device") || has("name", "type", "virtual_machine") {
            self = .interfaces
        } else if has("prefix"), has("status") || has("scope_type") || has("scope"), !has("address") {
            self = .prefixes
        } else if has("mac_address", "interface"), !has("address"), !has("ip_address") {
            self = .macAddresses
        } else if has("address", "status") || has("ip_address", "assigned") || has("ip_address", "dns_name", "status") {
            self = .addresses
        } else if has("vid", "name") {
            self = .vlans
        } else if has("name", "rd") {
            self = .vrfs
        } else if has("name", "device_type") || has("name", "manufacturer") || has("name", "rack", "site") {
            self = .devices
        } else if has("name", "cluster") {
            self = .machines
        } else if has("name", "slug") || has("name", "facility") || has("name", "region", "status") {
            self = .sites
        } else {
            return nil
        }
    }

    /// Reads one row into the draft.
    func read(_ row: inout NamedRow, into draft: inout Draft) {
        row.passOver("id", "slug", "status_display", "last_updated", "created")
        switch self {
        case .sites: NetBoxRows.site(&row, &draft)
        case .vrfs: NetBoxRows.vrf(&row, &draft)
        case .vlans: NetBoxRows.vlan(&row, &draft)
        case .prefixes: NetBoxRows.prefix(&row, &draft)
        case .aggregates: NetBoxRows.aggregate(&row, &draft)
        case .ranges: NetBoxRows.range(&row, &draft)
        case .addresses: NetBoxRows.address(&row, &draft)
        case .devices, .machines: NetBoxRows.device(&row, &draft)
        case .interfaces: NetBoxRows.interface(&row, &draft)
        case .macAddresses: NetBoxRows.mac(&row, &draft)
        case .services: NetBoxRows.service(&row, &draft)
        }
    }
}
