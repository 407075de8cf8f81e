import Exports
import JSONShapes
import Observations
import Testing

@Suite("Address exports")
struct AddressExportTests {
    @Test("the table has one row a claim, in the order of addresses")
    func table() throws {
        #expect(
            try ExportFixture(state: ExportFixture.state).text(CSVExport()) == #"""
                address,prefix,vrf,subnet,site,vlan,pool,pool_purpose,kind,device,interface,status,role,owner,mac,dns_names,\#
                description,expires,verdict,last_seen,first_seen,observed_mac,observed_name,source,\#
                tags,services,shared_role,subnet_status,subnet_site,gateway,pool_range,\#
                pool_description,subnet_description,subnet_owner,subnet_tags,subnet_site_description,site_description,\#
                vrf_rd,vrf_description,device_site,device_description,interface_description,address_description,\#
                declared_names,duid
                192.0.2.9,192.0.2.0/24,default,lan,lon1,120,,,device,db10,eth0,active,database,data,02:00:5e:10:00:01,\#
                db.example.net cache.example.net,,2027-01-31,,,,,,inventory/lan.yaml:18,,,,active,lon1,,,,,,,,,,,,,,,db.example.net cache.example.net,
                192.0.2.10,192.0.2.0/24,default,lan,lon1,120,servers,static,device,db10,eth0,active,database,data,\#
                02:00:5e:10:00:01,db10.example.net,,,alive,2023-11-14T22:14:20Z,2020-09-13T12:26:40Z,02:00:5e:10:00:02,\#
                db10.example.net,inventory/lan.yaml:18,,,,active,lon1,,192.0.2.10-192.0.2.99,,,,,,,,,,,,,,
                192.0.2.50,192.0.2.0/24,default,lan,lon1,120,servers,static,reservation,api,,,vip,web,,api.example.net,,,,,,,,\#
                inventory/lan.yaml:21,,,vip,active,lon1,,192.0.2.10-192.0.2.99,,,,,,,,,,,,,api.example.net,
                192.0.2.60-192.0.2.69,192.0.2.0/24,default,lan,lon1,120,servers,static,reservation,next-year,,,,,,,\#
                "held, for ""the move""",,,,,,,inventory/lan.yaml:22,,,,active,lon1,,192.0.2.10-192.0.2.99,,,,,,,,,,,,,,
                192.0.2.3,192.0.2.0/28,lab,,,,,,device,bench,e0,planned,,,,,,,,,,,,inventory/lan.yaml:19,,,,active,,,,,,,,,,,,,,,,,

                """#
        )
    }

    @Test("the JSON of an address holds all that is known about it, and null for the rest")
    func json() throws {
        let text = try ExportFixture(state: ExportFixture.state).text(JSONExport())
        #expect(text.hasPrefix("{\n  \"format_version\": 1,\n  \"addresses\": [\n"))
        #expect(
            text.contains(
                """
                    {
                      "address": "192.0.2.9",
                      "prefix": "192.0.2.0/24",
                      "vrf": "default",
                      "subnet": "lan",
                      "site": "lon1",
                      "vlan": 120,
                      "pool": null,
                      "pool_purpose": null,
                      "kind": "device",
                      "device": "db10",
                      "interface": "eth0",
                      "status": "active",
                      "role": "database",
                      "owner": "data",
                      "mac": "02:00:5e:10:00:01",
                      "dns_names": [
                        "db.example.net",
                        "cache.example.net"
                      ],
                      "description": null,
                      "expires": "2027-01-31",
                      "verdict": null,
                      "last_seen": null,
                      "first_seen": null,
                      "observed_mac": null,
                      "observed_name": null,
                      "source": "inventory/lan.yaml:18",
                      "tags": [],
                      "services": [],
                      "shared_role": null,
                      "subnet_status": "active",
                      "subnet_site": "lon1",
                      "gateway": null,
                      "pool_range": null,
                      "pool_description": null,
                      "subnet_description": null,
                      "subnet_owner": null,
                      "subnet_tags": [],
                      "subnet_site_description": null,
                      "site_description": null,
                      "vrf_rd": null,
                      "vrf_description": null,
                      "device_site": null,
                      "device_description": null,
                      "interface_description": null,
                      "address_description": null,
                      "declared_names": [
                        "db.example.net",
                        "cache.example.net"
                      ],
                      "duid": null
                    },
                """
            ))
    }

    @Test("the schema describes every member that is printed")
    func schema() {
        let items = ExportSchemas.addresses["properties"]?["addresses"]?["items"]?["properties"]
        guard case .object(let members)? = items else {
            Issue.record("the schema has no members of addresses")
            return
        }
        #expect(members.count == 45)
        #expect(members.allSatisfy { $0.value["description"] != nil })
        #expect(members.map(\.key).joined(separator: ",").hasPrefix("address,prefix,vrf,subnet,site,vlan,pool,"))
    }

    @Test("without addresses there is a head and no rows")
    func empty() throws {
        let fixture = ExportFixture("sites: []")
        #expect(try fixture.text(CSVExport()).split(separator: "\n").count == 1)
        #expect(try fixture.text(JSONExport()).contains("\"addresses\": []"))
        #expect(BINDExport().render(fixture.input).map(\.path) == ["named.conf"])
    }

    @Test(
        "a hostile text is no formula, no new row and no terminal escape in a table",
        arguments: [
            (#"=1+1"#, "'=1+1"), (#"@SUM(A1)"#, "'@SUM(A1)"), (#"+1"#, "'+1"), (#"-1"#, "'-1"), (#"＝1"#, "'＝1"),
            (#"  =1"#, "'  =1"), (#"\t=1"#, "' =1"), (#"a\nb"#, "a b"), (#"a\r\nb"#, "a  b"),
            (#"a,\"b\""#, "\"a,\"\"b\"\"\""), (#"a;b"#, "\"a;b\""),
            (#"a\u200bb"#, "a\u{fffd}b"), (#" x "#, "\" x \""),
        ])
    func hostile(yaml: String, cell: String) throws {
        let fixture = ExportFixture(
            "reservations: [{address: 192.0.2.1, owner: \"\(yaml)\"}]\nsubnets: [{prefix: 192.0.2.0/24}]"
        )
        #expect(
            try fixture.text(CSVExport()).split(separator: "\n").dropFirst() == [
                "192.0.2.1,192.0.2.0/24,default,,,,,,reservation,,,,,\(cell),,,,,,,,,,inventory/lan.yaml:1,,,,active,,,\(String(repeating: ",", count: 14))"
            ])
    }

    @Test("a name from the network cannot steer a terminal, neither from the table nor from the JSON")
    func hostileName() throws {
        var state = ExportFixture.state
        for index in state.addresses.indices { state.addresses[index].latest.name = "\u{1b}[2J\u{202e}x" }
        let fixture = ExportFixture(state: state)
        #expect(try fixture.text(CSVExport()).contains(",\u{fffd}[2J\u{fffd}x,inventory"))
        #expect(try fixture.text(JSONExport()).contains(#""observed_name": "\u001b[2J\u202ex""#))
    }

    @Test("every format is found by its name")
    func names() {
        #expect(
            ExportFormats.all.map(\.name).sorted() == [
                "ansible", "bind", "csv", "dnsmasq", "hosts", "json", "kea", "netbox", "octodns", "prometheus-sd",
            ])
        #expect(ExportFormats.named("bind")?.layout == .directory)
        #expect(ExportFormats.named("BIND") == nil)
    }
}
