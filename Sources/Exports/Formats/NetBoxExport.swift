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
        let rows = [tables.sites, tables.vrfs, tables.vlans, tables.prefixes, tables.ranges, tables.addresses]
        return zip(Self.heads, rows).map { Self.file($0.path, $0.columns, $1) }
    }

    /// What each file is called, and its first line.
    private static let heads: [(path: String, columns: [String])] = [
        ("1-sites.csv", ["name", "slug", "status", "description"]),
        ("2-vrfs.csv", ["name", "rd", "enforce_unique", "description"]),
        ("3-vlans.csv", ["site", "vid", "name", "status", "description"]),
        (
            "4-prefixes.csv",
            ["prefix", "vrf", "status", "scope_type", "scope_name", "vlan_site", "vlan", "description"]
        ),
        ("5-ip-ranges.csv", ["start_address", "end_address", "vrf", "status", "mark_populated", "description"]),
        ("6-ip-addresses.csv", ["address", "vrf", "status", "role", "dns_name", "description"]),
    ]

    package func isOwn(_ text: String) -> Bool {
        let head = text.prefix { !$0.isNewline }
        return Self.heads.contains { $0.columns.joined(separator: ",") == head }
    }

    package func entryKey(of line: Substring) -> String? { line.split(separator: ",").first.map(String.init) }

    private static func file(_ path: String, _ header: [String], _ rows: [[String]]) -> ExportedFile {
        var csv = CSVText()
        csv.append(row: header)
        for row in rows { csv.append(row: row) }
        return ExportedFile(path: path, text: csv.text)
    }
}
