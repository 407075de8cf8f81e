import Addressing
import Findings
import InventoryModel
import Reports
import ZoneData

/// Tables that NetBox's bulk import takes, in the order of their numbers.
package struct NetBoxExport: ExportFormat {
    package let name = "netbox"
    package let summary = "sites, VRFs, VLANs, prefixes, ranges and addresses as CSV for NetBox's bulk import"
    package let layout = ExportLayout.directory

    /// Makes the format.
    package init() {}

    package func render(_ input: ExportInput) -> [ExportedFile] {
        let tables = NetBoxTables(input.plan)
        return [
            Self.file("1-sites.csv", ["name", "slug", "status", "description"], tables.sites),
            Self.file("2-vrfs.csv", ["name", "rd", "enforce_unique", "description"], tables.vrfs),
            Self.file("3-vlans.csv", ["site", "vid", "name", "status", "description"], tables.vlans),
            Self.file(
                "4-prefixes.csv",
                ["prefix", "vrf", "status", "scope_type", "scope_name", "vlan_site", "vlan", "description"],
                tables.prefixes),
            Self.file(
                "5-ip-ranges.csv", ["start_address", "end_address", "vrf", "status", "description"], tables.ranges),
            Self.file(
                "6-ip-addresses.csv", ["address", "vrf", "status", "role", "dns_name", "description"],
                tables.addresses),
        ]
    }

    package func entryKey(of line: Substring) -> String? { line.split(separator: ",").first.map(String.init) }

    private static func file(_ path: String, _ header: [String], _ rows: [[String]]) -> ExportedFile {
        var csv = CSVText()
        csv.append(row: header)
        for row in rows { csv.append(row: row) }
        return ExportedFile(path: path, text: csv.text)
    }
}
