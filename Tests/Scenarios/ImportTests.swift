import Foundation
import TestSupport
import Testing

@Suite("Import")
struct ImportTests {
    private static let table = """
        address,prefix,subnet,site,kind,device,interface,mac,owner
        192.0.2.10,192.0.2.0/24,lan,home,device,nas,eth0,02:00:5e:10:00:01,alex
        192.0.2.11,192.0.2.0/24,lan,home,device,tv,eth0,,alex
        192.0.2.50,192.0.2.0/24,lan,home,reservation,api,,,web

        """

    @Test("into nothing: files for each site that validate and that fmt leaves alone")
    func fresh() throws {
        let workplace = try Workplace(["a.csv": Self.table])
        let ending = try workplace.ipam("import", "a.csv")
        #expect(ending.code == 0, "\(ending.output)\(ending.errors)")
        #expect(ending.output.contains("3 of 3 rows taken; new: 1 site, 1 subnet, 2 devices, 1 reservation"))
        #expect(ending.output.contains("wrote inventory/home.yaml"), "\(ending.output)")
        let check = try workplace.ipam("validate", "--fail-on", "warning")
        #expect(check.code == 0, "\(check.output)")
        #expect(try workplace.ipam("fmt", "--check").output == "")
    }

    @Test("the same once more changes nothing, and says so")
    func again() throws {
        let workplace = try Workplace(["a.csv": Self.table])
        try workplace.ipam("import", "a.csv")
        let before = try workplace.files(below: "inventory")
        let ending = try workplace.ipam("import", "a.csv")
        #expect(ending.code == 0)
        #expect(ending.output.contains("nothing to write: the inventory has all of it"), "\(ending.output)")
        #expect(try workplace.files(below: "inventory") == before)
    }

    @Test("a hardware address that older readers of YAML take for a number stands in quotes")
    func numericMAC() throws {
        let workplace = try Workplace([
            "inventory/lan.yaml": Self.lan, "a.csv": "address,device,mac\n192.0.2.13,cam,10:20:30:40:50:59\n",
        ])
        #expect(try workplace.ipam("import", "a.csv").code == 0)
        let text = workplace.directory.text(of: "inventory/imported.yaml") ?? ""
        #expect(text.contains("mac: \"10:20:30:40:50:59\""), "\(text)")
    }

    @Test("what is there is changed in place, and every other byte stays")
    func update() throws {
        let workplace = try Workplace([
            "inventory/lan.yaml": """
            # mine
            subnets: [{prefix: 192.0.2.0/24, name: lan}]   # all of it

            devices:
              - name: nas   # in the cellar
                owner: sam
                interfaces:
                  - {name: eth0, addresses: [192.0.2.10]}

            """,
            "a.csv":
                "address,device,interface,mac,owner\n192.0.2.10,nas,eth0,02:00:5e:10:00:01,alex\n192.0.2.12,nas,eth0,,\n",
        ])
        let ending = try workplace.ipam("import", "a.csv")
        #expect(ending.code == 0, "\(ending.output)\(ending.errors)")
        #expect(ending.output.contains("wrote inventory/lan.yaml (changed)"), "\(ending.output)")
        let text = try String(
            contentsOf: workplace.directory.url.appending(path: "inventory/lan.yaml"), encoding: .utf8)
        #expect(
            text == """
                # mine
                subnets: [{prefix: 192.0.2.0/24, name: lan}]   # all of it

                devices:
                  - name: nas   # in the cellar
                    owner: alex
                    interfaces:
                      - {name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.10, 192.0.2.12]}

                """)
    }

    @Test("a row that is wrong stops all of it with 1; --skip-invalid leaves it out")
    func invalid() throws {
        let workplace = try Workplace(["a.csv": Self.table + "192.0.2.10,192.0.2.0/24,lan,home,device,cam,e0,,\n"])
        let ending = try workplace.ipam("import", "a.csv")
        #expect(ending.code == 1)
        #expect(
            ending.output.contains("a.csv:5: error: 192.0.2.10 already belongs to 'nas' (first claimed here: row 2)"),
            "\(ending.output)")
        #expect(ending.output.contains("nothing was written: 1 row cannot be taken"))
        #expect(try workplace.files(below: "inventory").isEmpty)
        let skipping = try workplace.ipam("import", "a.csv", "--skip-invalid")
        #expect(skipping.code == 0, "\(skipping.output)")
        #expect(try workplace.ipam("validate").code == 0)
    }

    private static let lan = """
        subnets: [{prefix: 192.0.2.0/24, name: lan}]
        devices:
          - name: nas
            interfaces:
              - name: eth0
                addresses: [192.0.2.10]
          - name: tv
            interfaces:
              - name: eth0
                addresses: [192.0.2.11]
          - name: zoo
            interfaces:
              - name: eth0
                mac: 02:00:5e:10:00:09
                addresses: [192.0.2.12]

        """

    @Test("of rows that change what is there the one that is wrong is left out, and no other")
    func blame() throws {
        let workplace = try Workplace([
            "inventory/lan.yaml": Self.lan,
            "a.csv": """
            address,device,interface,mac,owner
            192.0.2.10,nas,eth0,02:00:5e:10:00:01,alex
            192.0.2.255,nas,eth0,,
            192.0.2.11,tv,eth0,02:00:5e:10:00:02,alex
            192.0.2.12,zoo,eth0,,alex

            """,
        ])
        let ending = try workplace.ipam("import", "a.csv", "--skip-invalid")
        #expect(ending.output.contains("3 of 4 rows taken"), "\(ending.output)")
        #expect(ending.output.contains("a.csv:3: error: 192.0.2.255 is the broadcast address"), "\(ending.output)")
    }

    @Test("a row in conflict with what is there is wrong, wherever files and names stand in the alphabet")
    func conflict() throws {
        let workplace = try Workplace([
            "inventory/lan.yaml": Self.lan,
            "a.csv": """
            address,device,mac
            192.0.2.10,api,
            192.0.2.10,app,
            192.0.2.13,bee,02:00:5e:10:00:09

            """,
        ])
        let ending = try workplace.ipam("import", "a.csv")
        let holder = "192.0.2.10 already belongs to 'nas' (first claimed here: inventory/lan.yaml:6)"
        #expect(ending.output.contains("a.csv:2: error: \(holder)"), "\(ending.output)")
        #expect(ending.output.contains("a.csv:3: error: \(holder)"), "\(ending.output)")
        #expect(
            ending.output.contains("a.csv:4: error: inventory/lan.yaml:14 would be wrong with it: 02:00:5e:10:00:09"),
            "\(ending.output)")
    }

    @Test("a dry run writes nothing and says what it would write")
    func dryRun() throws {
        let workplace = try Workplace(["a.csv": Self.table])
        let ending = try workplace.ipam("import", "a.csv", "--dry-run")
        #expect(ending.code == 0)
        #expect(ending.output.contains("would write inventory/home.yaml"))
        #expect(try workplace.files(below: "inventory").isEmpty)
    }

    @Test("of 300 rows of phpIPAM 270 are taken and 30 explained, each with its own reason")
    func phpipam() throws {
        let workplace = try Workplace(["subnets.csv": PHPIPAMExport.subnets, "addresses.csv": PHPIPAMExport.addresses])
        let refused = try workplace.ipam("import", "subnets.csv", "addresses.csv")
        #expect(refused.code == 1)
        #expect(try workplace.files(below: "inventory").isEmpty)
        let ending = try workplace.ipam("import", "subnets.csv", "addresses.csv", "--skip-invalid")
        #expect(ending.code == 0, "\(ending.errors)")
        let errors = ending.output.split(separator: "\n").filter { $0.contains(": error: ") }
        #expect(errors.count == PHPIPAMExport.faulty.count, "\(errors.joined(separator: "\n"))")
        for (index, (row, message)) in PHPIPAMExport.faulty.enumerated() {
            let place = "addresses.csv:\(PHPIPAMExport.line(of: index)): error: "
            let line = errors.first { $0.hasPrefix(place) }
            #expect(line?.contains(message) == true, "\(row): \(line ?? "nothing")")
        }
        // Three subnets stand in the other file.
        #expect(ending.output.contains("273 of 303 rows taken"), "\(ending.output.suffix(400))")
        let check = try workplace.ipam("validate")
        #expect(check.code == 0, "\(check.output)")
        let listed = try workplace.ipam("list", "addresses", "--columns", "address", "-o", "csv").output
        #expect(listed.split(separator: "\n").count == 271)
    }

    @Test(
        "the shipped inventory, exported and imported into nothing, is exported as before", arguments: ["csv", "json"])
    func shipped(format: String) throws {
        let workplace = try Workplace.withShippedInventory()
        let export = try workplace.ipam("export", format).output
        let csv = try workplace.ipam("export", "csv").output
        let copy = try Workplace(["a.\(format)": export])
        let ending = try copy.ipam("import", "a.\(format)")
        #expect(ending.code == 0, "\(ending.output)")
        #expect(rows(try copy.ipam("export", "csv").output) == rows(csv))
        #expect(try workplace.ipam("import", "-C", copy.directory.path, "a.\(format)").code == 0)
    }

    @Test("the shipped inventory takes its own exports in without a change", arguments: ["csv", "json", "netbox"])
    func own(format: String) throws {
        let workplace = try Workplace.withShippedInventory()
        try workplace.shell("ipam export \(format) --out out")
        let ending = try workplace.shell("ipam import $(find out -type f | sort)")
        #expect(ending.code == 0, "\(ending.output)\(ending.errors)")
        #expect(ending.output.contains("nothing to write"), "\(ending.output)")
    }

    @Test(
        "pools in which nothing is claimed come back, and keep their addresses from others",
        arguments: ["csv", "json", "netbox"])
    func pools(format: String) throws {
        let workplace = try Workplace(
            inventory: """
                subnets:
                  - prefix: 192.0.2.0/24
                    name: lan
                    pools: [{name: leases, range: 192.0.2.2-192.0.2.199, purpose: dhcp}]
                  - {prefix: 198.51.100.0/24, name: empty, vlan: 7}
                reservations: [{address: 192.0.2.1, name: router}]

                """)
        try workplace.shell("ipam export \(format) --out out")
        let copy = try Workplace([:])
        let ending = try workplace.shell("ipam import -C \(copy.directory.path) $(find $PWD/out -type f | sort)")
        #expect(ending.code == 0, "\(ending.output)\(ending.errors)")
        #expect(try copy.ipam("next", "192.0.2.0/24").output == "192.0.2.200\n")
        let pools = try copy.ipam("list", "pools", "--columns", "name,range,purpose", "-o", "csv").output
        #expect(pools == "name,range,purpose\nleases,192.0.2.2-192.0.2.199,dhcp\n", "\(pools)")
        #expect(
            try copy.ipam("list", "subnets", "--columns", "prefix,vlan", "-o", "csv").output.contains(
                "198.51.100.0/24,7"))
    }

    /// The rows without what was seen, where they stand, and which of the names are declared: a table has no zones, so that
    /// derived ones come back as declared.
    private func rows(_ csv: String) -> [String] {
        csv.split(separator: "\n").map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            return (cells.prefix(18) + cells.dropFirst(24).dropLast(2) + cells.suffix(1)).joined(separator: ",")
        }
    }

    @Test(
        "what cannot be is refused",
        arguments: [
            ("a.csv --from nope", 64), ("a.csv --map x", 64), ("a.csv --map nope=device", 64),
            ("a.csv --map owner=ownr", 64), ("a.csv --from json", 2), ("a.csv --from json --skip-invalid", 2),
            ("a.csv --split nope", 64), ("", 64), ("none.csv", 2),
        ] as [(String, Int32)])
    func refused(line: String, code: Int32) throws {
        let workplace = try Workplace(["a.csv": Self.table])
        let ending = try workplace.run(["import"] + line.split(separator: " ").map(String.init))
        #expect(ending.code == code, "\(ending.output)\(ending.errors)")
        #expect(try workplace.files(below: "inventory").isEmpty)
    }

    @Test("a file that cannot be made sense of stops all files, whatever is to be skipped")
    func unreadable() throws {
        let workplace = try Workplace(["a.csv": Self.table, "b.csv": Self.table + "192.0.2.12,\"open\n"])
        let ending = try workplace.ipam("import", "a.csv", "b.csv", "--skip-invalid")
        #expect(ending.code == 2)
        #expect(ending.output.contains("b.csv:5: error: a quote is opened and never closed"), "\(ending.output)")
        #expect(ending.output.contains("nothing was written: a file cannot be made sense of"))
        #expect(try workplace.files(below: "inventory").isEmpty)
    }

    @Test("where every row is wrong, leaving them out is no success")
    func faultThroughout() throws {
        let workplace = try Workplace(["a.csv": "address,device\n192.0.2.300,nas\n"])
        let ending = try workplace.ipam("import", "a.csv", "--skip-invalid")
        #expect(ending.code == 1)
        #expect(ending.output.contains("nothing was written: not one row can be taken"), "\(ending.output)")
    }

    @Test("entries of files without rows are called by what they are")
    func entries() throws {
        let workplace = try Workplace([
            "kea.conf":
                "{\"Dhcp4\": {\"reservations\": [{\"hw-address\": \"02:00:5e:10:00:01\", \"ip-address\": \"192.0.2.9\"}]}}"
        ])
        let ending = try workplace.ipam("import", "kea.conf")
        #expect(ending.code == 1)
        #expect(
            ending.output.contains("kea.conf, reservation 1 of no subnet: error: 192.0.2.9 lies in no declared subnet"),
            "\(ending.output)")
    }

    @Test("an inventory with errors is not imported into")
    func broken() throws {
        let workplace = try Workplace(["a.csv": Self.table, "inventory/a.yaml": "sites: 3\n"])
        #expect(try workplace.ipam("import", "a.csv").code == 2)
    }
}
