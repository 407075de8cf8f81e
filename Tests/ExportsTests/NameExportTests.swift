import Exports
import InventoryModel
import Testing

@Suite("Exports of names and machines")
struct NameExportTests {
    private static let network = """
        settings: {dns: {nameservers: [ns.example.org]}}
        sites: [{name: lon1}]
        vrfs: [{name: lab, rd: "65000:7"}]
        subnets:
          - {prefix: 192.0.2.0/24, name: lan, site: lon1, vlan: 120, zone: a.example.net,
             pools: [{name: things, range: 192.0.2.10-192.0.2.99, purpose: static}]}
          - {prefix: "2001:db8:0:1::/64", zone: b.example.net}
          - {prefix: 127.0.0.0/8, zone: a.example.net}
        devices:
          - name: db1
            role: database
            site: lon1
            tags: [prod, "a b"]
            owner: "{{ lookup('pipe', 'id') }}"
            services: [tcp/5432, tcp/22, udp/53]
            interfaces:
              - {name: e0, addresses: [{address: 192.0.2.10, dns: [db, "*.db.a.example.net"]}, {address: "2001:db8:0:1::10", dns: db}]}
              - {name: lo, addresses: [127.0.0.1]}
          - {name: "web[1:9]", status: planned, interfaces: [{name: e0, addresses: [192.0.2.11]}]}
        reservations:
          - {address: 192.0.2.50, name: api, role: vip, dns: [api]}
          - {range: 192.0.2.60-192.0.2.69, name: next-year}
        zones: [{name: a.example.net, records: [{name: sql, type: CNAME, values: [db]}]}]
        """

    @Test("a hosts file has a line an address, short names only where they mean one host, and leaves localhost alone")
    func hosts() throws {
        let fixture = ExportFixture(Self.network)
        #expect(
            try fixture.text(HostsExport()) == """
                # BEGIN ipam: written from the inventory, do not edit
                192.0.2.10\tdb.a.example.net sql.a.example.net sql
                192.0.2.50\tapi.a.example.net api
                2001:db8:0:1::10\tdb.b.example.net
                # END ipam

                """)
        #expect(
            HostsExport().problems(fixture.input).map(\.reason) == [
                "'*.db.a.example.net.' is a wildcard, which only a zone can hold",
                "127.0.0.1 is left to the lines for localhost",
            ])
    }

    @Test(
        "no host is called what systems call themselves, or a group of hosts",
        arguments: ["localhost", "ip6-localhost", "ip6-loopback", "ip6-allnodes", "localhost4", "broadcasthost"])
    func takenNames(name: String) throws {
        let text = """
            subnets: [{prefix: 192.0.2.0/24, zone: a.example}]
            devices: [{name: \(name), interfaces: [{name: e0, addresses: [192.0.2.1]}]}]
            """
        #expect(try ExportFixture(text).text(HostsExport()).contains("192.0.2.1\t\(name).a.example\n"))
    }

    @Test("each format knows its own files, and takes no others for them", arguments: ExportFormats.all.map(\.name))
    func ownFiles(name: String) throws {
        let format = try #require(ExportFormats.named(name))
        for yaml in [Self.network, "sites: [{name: lon1}]"] {
            for file in format.render(ExportFixture(yaml).input) {
                #expect(format.isOwn(String(decoding: file.bytes, as: UTF8.self)), "\(file.path)")
            }
        }
        guard !(format is HostsExport) else { return }
        for text in ["[\"mine\"]\n", "{}\n", "# mine\n", "name,address\n", "$ORIGIN a.test.\n", "---\nmine: true\n"] {
            #expect(!format.isOwn(text), "\(text)")
        }
    }

    @Test("Ansible gets names that are no patterns, and values that it does not run")
    func ansible() throws {
        let fixture = ExportFixture(Self.network)
        #expect(
            try fixture.text(AnsibleExport()) == """
                # ipam: written from the inventory, do not edit
                all:
                  hosts:
                    db1:
                      ansible_host: "192.0.2.10"
                      ipam_addresses: ["192.0.2.10", "2001:db8:0:1::10", "127.0.0.1"]
                      ipam_name: db.a.example.net
                      ipam_owner: !unsafe "{{ lookup('pipe', 'id') }}"
                      ipam_role: database
                      ipam_site: lon1
                      ipam_status: active
                  children:
                    role_database:
                      hosts:
                        db1:
                    site_lon1:
                      hosts:
                        db1:
                    status_active:
                      hosts:
                        db1:
                    tag_a_b:
                      hosts:
                        db1:
                    tag_prod:
                      hosts:
                        db1:

                """)
        #expect(AnsibleExport().problems(fixture.input).map(\.isFatal) == [false])
    }

    @Test("Prometheus gets the TCP services of active devices, with what they can be told apart by")
    func prometheus() throws {
        #expect(
            try ExportFixture(Self.network).text(PrometheusExport()) == """
                [
                  {
                    "targets": [
                      "192.0.2.10:22",
                      "192.0.2.10:5432"
                    ],
                    "labels": {
                      "device": "db1",
                      "name": "db.a.example.net",
                      "site": "lon1",
                      "role": "database",
                      "owner": "{{ lookup('pipe', 'id') }}",
                      "tags": ",a b,prod,"
                    }
                  }
                ]

                """)
    }

    @Test("NetBox gets tables in the order of their dependence, and ranges that do not overlap")
    func netbox() {
        let files = NetBoxExport().render(ExportFixture(Self.network).input)
        let text = files.map { "\($0.path)\n\(String(decoding: $0.bytes, as: UTF8.self))" }.joined()
        #expect(
            text == """
                1-sites.csv
                name,slug,status,description
                lon1,lon1,active,
                2-vrfs.csv
                name,rd,enforce_unique,description
                lab,65000:7,true,
                3-vlans.csv
                site,vid,name,status,description
                lon1,120,lan,active,
                4-prefixes.csv
                prefix,vrf,status,scope_type,scope_name,vlan_site,vlan,description
                127.0.0.0/8,,active,,,,,
                192.0.2.0/24,,active,dcim.site,lon1,lon1,120,lan
                2001:db8:0:1::/64,,active,,,,,
                5-ip-ranges.csv
                start_address,end_address,vrf,status,mark_populated,description
                192.0.2.60/24,192.0.2.69/24,,reserved,false,next-year
                192.0.2.10/24,192.0.2.59/24,,active,false,things
                192.0.2.70/24,192.0.2.99/24,,active,false,things
                6-ip-addresses.csv
                address,vrf,status,role,dns_name,description
                127.0.0.1/8,,active,,db1-lo.a.example.net,db1 lo
                192.0.2.10/24,,active,,db.a.example.net,db1 e0
                192.0.2.11/24,,reserved,,,web[1:9] e0
                192.0.2.50/24,,active,vip,api.a.example.net,api
                2001:db8:0:1::10/64,,active,,db.b.example.net,db1 e0

                """)
    }
}
