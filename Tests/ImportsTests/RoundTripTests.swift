import Exports
import Findings
import Imports
import InventoryModel
import TestSupport
import Testing

@Suite("Exports, imported again")
struct RoundTripTests {
    /// What tells of the file and of what was seen, which no import takes, and which of the names are derived: without
    /// their zones, all of them come back as declared.
    private static let left: Set<Int> = [18, 19, 20, 21, 22, 23, 43]

    private func random(_ seed: UInt64) -> SourceFiles {
        var generator = SeededGenerator(seed: seed)
        let text = InventoryText.random(devices: Int.random(in: 1...160, using: &generator), in: &generator)
        return SourceFiles(
            text.files(3, in: &generator).map { SourceFile(path: $0.path, bytes: Array($0.text.utf8)) })
    }

    private func columns(_ csv: String) -> [String] {
        csv.split(separator: "\n").map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            return cells.indices.filter { !Self.left.contains($0) }.map { String(cells[$0]) }.joined(separator: ",")
        }
    }

    @Test("csv and json say of an inventory that was imported what they said of the first", arguments: 1...40)
    func own(seed: Int) throws {
        let original = random(UInt64(seed))
        let csv = try #require(Imported.export(original, CSVExport()).first)
        let json = try #require(Imported.export(original, JSONExport()).first)
        for export in [json, try withoutInventory(json), csv] {
            let imported = Imported([ImportFile(path: export.path, bytes: export.bytes)], split: .site)
            #expect(imported.remarks(.fault, .loss) == [])
            #expect(imported.reading.faults.map(\.message) == [])
            let again = try #require(imported.export(CSVExport()).first)
            #expect(
                columns(String(decoding: again.bytes, as: UTF8.self))
                    == columns(String(decoding: csv.bytes, as: UTF8.self)), "\(export.path)")
        }
    }

    /// The addresses of an export, for which its inventory is taken out.
    private func withoutInventory(_ json: ExportedFile) throws -> ExportedFile {
        let text = String(decoding: json.bytes, as: UTF8.self)
        let end = try #require(text.firstRange(of: ",\n  \"inventory\": ")).lowerBound
        return ExportedFile(path: json.path, text: text[..<end] + "\n}\n")
    }

    @Test("imported into the inventory that they were made of, csv, json and netbox change nothing", arguments: 1...20)
    func unchanged(seed: Int) throws {
        let original = random(UInt64(seed))
        let plan = AddressPlan(InventoryReader.read(original).inventory)
        let exports =
            [Imported.export(original, CSVExport()), Imported.export(original, JSONExport())]
            + [Imported.export(original, NetBoxExport())]
        for files in exports {
            let reader = ImportReader(
                files.map { ImportFile(path: $0.path, bytes: $0.bytes) }, format: nil, renamedColumns: [])
            let news = DraftComparison.news(in: reader.draft(), beside: plan, of: original)
            #expect(news.isEmpty, "\(news)")
            #expect(news.unchanged > 0)
        }
    }

    @Test(
        "texts that no table can hold change nothing where they are, and an edit of one is taken",
        arguments: [#"two\n\n  lines\n"#, #"tab\there"#, "👨\u{200d}👩\u{200d}👧", #"\u0007bell"#])
    func unspeakable(text: String) throws {
        let yaml = """
            sites: [{name: s, description: "\(text)"}]
            vrfs: [{name: v, description: "\(text)"}]
            subnets:
              - prefix: 192.0.2.0/24
                name: n
                site: s
                vrf: v
                description: "\(text)"
                pools: [{name: p, range: 192.0.2.1-192.0.2.9, purpose: static, description: "\(text)"}]
            devices:
              - name: d
                description: "\(text)"
                interfaces:
                  - name: e
                    vrf: v
                    description: "\(text)"
                    addresses: [{address: 192.0.2.1, description: "\(text)"}]
            reservations: [{address: 192.0.2.2, vrf: v, name: r, description: "\(text)"}]

            """
        let original = SourceFiles([SourceFile(path: "inventory/a.yaml", bytes: Array(yaml.utf8))])
        let plan = AddressPlan(InventoryReader.read(original).inventory)
        func news(_ files: [ExportedFile], _ edit: (String) -> String = { $0 }) -> DraftNews {
            let reader = ImportReader(
                files.map {
                    ImportFile(path: $0.path, bytes: Array(edit(String(decoding: $0.bytes, as: UTF8.self)).utf8))
                },
                format: nil, renamedColumns: [])
            return DraftComparison.news(in: reader.draft(), beside: plan, of: original)
        }
        let csv = Imported.export(original, CSVExport())
        #expect(news(csv).isEmpty, "\(news(csv).updates)")
        let netbox = Imported.export(original, NetBoxExport())
        #expect(news(netbox).isEmpty, "\(news(netbox).updates)")
        let reworded = news(csv) { $0.replacing("two", with: "three").replacing("here", with: "there") }
        #expect(reworded.isEmpty == (!text.contains("two") && !text.contains("here")))
    }

    @Test("netbox brings back sites, VRFs, subnets and every address with its role and name", arguments: 1...40)
    func netbox(seed: Int) throws {
        let original = random(UInt64(seed))
        let export = Imported.export(original, NetBoxExport())
        let imported = Imported(export.map { ImportFile(path: $0.path, bytes: $0.bytes) })
        #expect(imported.remarks(.fault) == [])
        let again = imported.export(NetBoxExport())
        for (first, second) in zip(export, again) {
            let columns = carried(first.path)
            #expect(rows(first, columns) == rows(second, columns), "\(first.path)")
        }
    }

    @Test("what an inventory and Kea both know comes back from Kea's configuration, byte for byte")
    func kea() throws {
        let original = SourceFiles([
            SourceFile(
                path: "inventory/lan.yaml",
                bytes: Array(
                    """
                    subnets:
                      - {prefix: 192.0.2.0/24, name: lan, gateway: 192.0.2.1, dhcp: {id: 120, lease: 12h},
                         pools: [{name: leases, range: 192.0.2.192-192.0.2.199, purpose: dhcp}]}
                      - {prefix: "2001:db8::/64", dhcp: {id: 7}}
                    devices:
                      - name: db1
                        interfaces:
                          - {name: e0, mac: 02:00:5e:10:00:01, duid: 00:03:00:01:02:00:5e:10:00:01,
                             addresses: [{address: 192.0.2.10, dns: db.example.net}, "2001:db8::10", "2001:db8::11"]}
                          - {name: e1, mac: 02:00:5e:10:00:02, addresses: [192.0.2.11, "2001:db8::12"]}
                      - {name: küche, interfaces: [{name: e0, duid: "00:02:ab", addresses: ["2001:db8::20"]}]}

                    """.utf8))
        ])
        let export = Imported.export(original, KeaExport())
        let whole = export.filter { $0.path.hasPrefix("kea-") }.map { ImportFile(path: $0.path, bytes: $0.bytes) }
        let imported = Imported(whole)
        #expect(imported.remarks() == [])
        #expect(imported.reading.faults.map(\.message) == [])
        #expect(imported.export(KeaExport()) == export, "\(imported.yaml)")
        let plan = AddressPlan(InventoryReader.read(original).inventory)
        let reader = ImportReader(whole, format: nil, renamedColumns: [])
        let news = DraftComparison.news(in: reader.draft(), beside: plan, of: original)
        #expect(news.isEmpty, "\(news)")
    }

    /// The columns that come back: names of VLANs are those of subnets, which NetBox does not have, and devices come back
    /// as reservations, so that status and description of their addresses differ.
    private func carried(_ path: String) -> [Int]? {
        switch path {
        case "3-vlans.csv": [0, 1, 3]
        case "6-ip-addresses.csv": [0, 1, 3, 4]
        default: nil
        }
    }

    private func rows(_ file: ExportedFile, _ columns: [Int]?) -> [String] {
        String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            return (columns ?? Array(cells.indices)).map { String(cells[$0]) }.joined(separator: ",")
        }.sorted()
    }
}
