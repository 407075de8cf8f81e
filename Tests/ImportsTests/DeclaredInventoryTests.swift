import Findings
import Imports
import Testing

@Suite("The inventory in our own JSON")
struct DeclaredInventoryTests {
    private func imported(_ inventory: String, into present: String = "") -> Imported {
        Imported(
            [("a.json", #"{"format_version": 1, "addresses": [], "inventory": \#(inventory)}"#)], into: present)
    }

    @Test(
        "what is wrong with an entry is told with what it is called",
        arguments: [
            (#"{"sites": [{"description": "x"}]}"#, "an entry of sites", "1: name: 'name' is missing"),
            (#"{"subnets": [{"name": "x"}]}"#, "an entry of subnets", "1: prefix: 'prefix' is missing"),
            (#"{"waivers": [{"rule": "x"}]}"#, "an entry of waivers", "1: subject: 'subject' is missing"),
            (#"{"zones": ["x"]}"#, "an entry of zones", "1: name: 'name' is missing"),
            (#"{"subnets": [{"prefix": "10.0.0.1/8"}]}"#, "subnet 10.0.0.1/8", "1: prefix: '10.0.0.1/8' has host bits"),
            (#"{"reservations": [{"range": "10.0.0.9-10.0.0.1"}]}"#, "reservation '10.0.0.9-10.0.0.1'", "1: range: "),
            (#"{"devices": [{"name": "x"}, {"name": "x"}]}"#, "device 'x'", "2: device 'x' is described twice"),
            (#"{"sites": [{"name": "x"}, {"name": "x"}]}"#, "site 'x'", "2: site 'x' is described twice"),
            (#"{"vrfs": [{"name": "x"}, {"name": "x"}]}"#, "VRF 'x'", "2: VRF 'x' is described twice"),
            (
                #"{"zones": [{"name": "x.net"}, {"name": "x.net."}]}"#, "zone x.net.",
                "2: zone x.net. is described twice"
            ),
            (
                #"{"subnets": [{"prefix": "10.0.0.0/8"}, {"prefix": "10.0.0.0/8"}]}"#, "subnet 10.0.0.0/8",
                "2: 10.0.0.0/8 is described in row 1 already"
            ),
        ])
    func faults(inventory: String, title: String, message: String) {
        let imported = imported(inventory)
        #expect(imported.remarks(.fault).count == 1)
        #expect(imported.remarks(.fault).first?.hasPrefix(message) == true, "\(imported.remarks())")
        let origin = imported.draft.remarks.first { $0.kind == .fault }?.origin
        #expect(origin.flatMap { imported.draft.rowNames[0]?.title(of: $0) } == title)
    }

    @Test("an inventory that is none is refused, and a part that no inventory has is told")
    func shapes() {
        #expect(
            imported("[]").remarks(.refusal) == ["0: 'inventory' is no object of lists, as `export json` prints it"])
        #expect(
            imported(#"{"gadgets": []}"#).remarks()
                == ["0: gadgets: an inventory has no such part: it is left out"])
    }

    @Test("without the inventory, the addresses are what is imported")
    func addresses() {
        let text = """
            {"format_version": 1, "addresses": [{"address": "192.0.2.7", "prefix": "192.0.2.0/24", "kind": "device",
             "device": "nas", "device_site": "lon", "site": "lon", "subnet_site": "lon", "subnet_tags": ["a b"],
             "device_description": "disks", "declared_names": ["nas.example.net"]}]}
            """
        #expect(
            Imported([("a.json", text)]).yaml == """
                sites:
                  - name: lon

                subnets:
                  - prefix: 192.0.2.0/24
                    site: lon
                    tags: [a b]

                devices:
                  - name: nas
                    site: lon
                    description: disks
                    interfaces:
                      - name: eth0
                        addresses:
                          - {address: 192.0.2.7, dns: [nas.example.net]}

                """)
    }

    @Test("what an export does not say stays, and what it says otherwise changes where it stands")
    func update() throws {
        let there = """
            devices:
              - name: nas  # in the cellar
                owner: me
                interfaces:
                  - name: e0  # the blue cable
                    addresses: [192.0.2.7, {address: 192.0.2.8, ptr: false}]

            """
        let inventory = #"""
            {"devices": [{"name": "nas", "role": "disks", "interfaces": [
              {"name": "e0", "addresses": [{"address": "192.0.2.7", "ptr": false}, "192.0.2.8", "192.0.2.9"]},
              {"name": "e1", "mac": "02:00:5e:10:00:01"}]}]}
            """#
        let imported = imported(inventory, into: there)
        let sources = SourceFiles([SourceFile(path: "inventory/there.yaml", bytes: Array(there.utf8))])
        let files = try UpdateWriter.files(changedBy: imported.news.updates, in: sources)
        #expect(
            files.map { String(decoding: $0.bytes, as: UTF8.self) } == [
                """
                devices:
                  - name: nas  # in the cellar
                    role: disks
                    owner: me
                    interfaces:
                      - name: e0  # the blue cable
                        addresses: [{address: 192.0.2.7, ptr: false}, {address: 192.0.2.8, ptr: false}, 192.0.2.9]
                      - name: e1
                        mac: 02:00:5e:10:00:01

                """
            ])
    }
}
