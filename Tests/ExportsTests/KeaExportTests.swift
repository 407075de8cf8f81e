import Addressing
import Exports
import Findings
import Foundation
import InventoryModel
import Testing

@Suite("Kea export")
struct KeaExportTests {
    private static let network = """
        subnets:
          - prefix: 192.0.2.0/24
            name: lan
            gateway: 192.0.2.1
            zone: example.net
            dhcp: {id: 120, lease: 12h, nameservers: [192.0.2.5, "2001:db8::5"]}
            pools: [{name: leases, range: 192.0.2.192/26, purpose: dhcp}]
          - {prefix: "2001:db8:0:1::/64", dhcp: {id: 121}}
        devices:
          - {name: db1, interfaces: [{name: e0, mac: 02-00-5E-10-00-01, addresses: [192.0.2.10, "2001:db8:0:1::10", "2001:db8:0:1::11"]}]}

        """

    @Test("what clients cannot be told is left out and said, and a lease of no time is fatal")
    func unspeakable() throws {
        let fixture = ExportFixture(
            """
            subnets:
              - prefix: 192.0.2.0/24
                dhcp: {id: 1, domain: a_b.example, nameservers: ["2001:db8::5", 0.0.0.0, 224.0.0.1, 192.0.2.5]}
              - {prefix: 198.51.100.0/24, dhcp: {id: 2, lease: 0s}}
            """)
        let problems = KeaExport().problems(fixture.input)
        #expect(
            problems.map(\.reason) == [
                "192.0.2.0/24: the domain 'a_b.example' is no name that hosts have, so clients are not told of it",
                "192.0.2.0/24: DHCP of this family cannot tell clients of the DNS server 2001:db8::5",
                "192.0.2.0/24: 0.0.0.0 is no address of a DNS server, so clients are not told of it",
                "192.0.2.0/24: 224.0.0.1 is no address of a DNS server, so clients are not told of it",
                "198.51.100.0/24: a lease of 0s is none: it lasts from one second to 4294967294",
            ])
        #expect(problems.map(\.isFatal) == [false, false, false, false, true])
        let files = KeaExport().render(fixture.input).map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(files.contains { $0.contains("\"data\": \"192.0.2.5\"") }, "\(files)")
    }

    private func files(_ yaml: String = network) -> [String: String] {
        let files = KeaExport().render(ExportFixture(yaml).input)
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test(
        "a DUID that Kea would refuse with all the rest is fatal where the address is served",
        arguments: [128, 129, 130])
    func overlongDUID(octets: Int) {
        let duid = Array(repeating: "ab", count: octets).joined(separator: ":")
        func areFatal(_ dhcp: String) -> [Bool] {
            let fixture = ExportFixture(
                """
                subnets: [{prefix: "2001:db8::/64"\(dhcp)}]
                devices: [{name: db1, interfaces: [{name: e0, duid: "\(duid)", addresses: ["2001:db8::1"]}]}]
                """)
            return KeaExport().problems(fixture.input).map(\.isFatal)
        }
        #expect(areFatal(", dhcp: {id: 1}") == (octets > 128 ? [true] : []))
        #expect(areFatal("") == [])
    }

    @Test(
        "a host without a name in DNS is told the device's as DNS would have it, if it can be one",
        arguments: [("küche", "xn--kche-0ra"), ("nas", "nas"), ("xn--abc", nil), ("a☃", nil), ("a.b", nil)])
    func hostNames(device: String, name: String?) throws {
        let text = try #require(
            files(
                """
                subnets: [{prefix: 192.0.2.0/24, dhcp: {id: 1}}]
                devices: [{name: \(device), interfaces: [{name: e0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.9]}]}]
                """)["subnet4-1.json"])
        let line = text.split(separator: "\n").first { $0.contains("\"hostname\"") }
        #expect(line.map { $0.split(separator: "\"")[3] } == name.map { $0[...] })
    }

    @Test("there is a whole configuration a family, and a file a subnet, named after its id")
    func names() {
        #expect(files().keys.sorted() == ["kea-dhcp4.json", "kea-dhcp6.json", "subnet4-120.json", "subnet6-121.json"])
    }

    @Test("a subnet has its id, pools without the broadcast address, options, and reservations with their origin")
    func subnet() throws {
        #expect(
            try #require(files()["subnet4-120.json"]) == """
                {
                  "id": 120,
                  "subnet": "192.0.2.0/24",
                  "user-context": {
                    "ipam": {
                      "name": "lan"
                    }
                  },
                  "valid-lifetime": 43200,
                  "pools": [
                    {
                      "pool": "192.0.2.192 - 192.0.2.254"
                    }
                  ],
                  "option-data": [
                    {
                      "name": "routers",
                      "data": "192.0.2.1"
                    },
                    {
                      "name": "domain-name-servers",
                      "data": "192.0.2.5"
                    },
                    {
                      "name": "domain-name",
                      "data": "example.net"
                    }
                  ],
                  "reservations": [
                    {
                      "hw-address": "02:00:5e:10:00:01",
                      "ip-address": "192.0.2.10",
                      "hostname": "db1.example.net",
                      "user-context": {
                        "ipam": {
                          "device": "db1",
                          "interface": "e0"
                        }
                      }
                    }
                  ]
                }

                """)
    }

    @Test("an interface gets all its IPv6 addresses in one reservation")
    func severalAddresses() throws {
        let text = try #require(files()["subnet6-121.json"])
        let compact = text.filter { !$0.isWhitespace }
        #expect(compact.contains(#""ip-addresses":["2001:db8:0:1::10","2001:db8:0:1::11"]"#))
    }

    @Test("an interface with a DUID is known by that for IPv6, by its MAC for IPv4, and needs none of the other")
    func duid() throws {
        let duid = "duid: 00-03-00-01-02-00-5E-10-00-01"
        let both = files(Self.network.replacing("mac: 02-00-5E-10-00-01", with: "mac: 02-00-5E-10-00-01, \(duid)"))
        let six = try #require(both["subnet6-121.json"])
        #expect(six.contains(#""duid": "00:03:00:01:02:00:5e:10:00:01""#))
        #expect(!six.contains("hw-address"))
        #expect(try #require(both["subnet4-120.json"]).contains(#""hw-address": "02:00:5e:10:00:01""#))
        let only = files(Self.network.replacing("mac: 02-00-5E-10-00-01", with: duid))
        #expect(only["subnet6-121.json"] == six)
        #expect(try #require(only["subnet4-120.json"]).contains(#""reservations": []"#))
    }

    @Test("one routing domain is written, and the networks of the others are told")
    func vrf() {
        let fixture = ExportFixture(
            Self.network + "vrfs: [{name: lab}]\n", vrf: "lab")
        #expect(KeaExport().render(fixture.input).map(\.path) == ["kea-dhcp4.json", "kea-dhcp6.json"])
        #expect(
            KeaExport().problems(fixture.input).first?.reason
                == "192.0.2.0/24 is in vrf 'default', and this is for 'lab', since a server can tell only one: "
                + "--vrf default writes the other")
    }

    @Test("a subnet without an id is told at its place, since a number made up here would change")
    func missingID() {
        let fixture = ExportFixture(Self.network.replacing("id: 120, ", with: ""))
        let problems = KeaExport().problems(fixture.input)
        #expect(problems.filter(\.isFatal).count == 1)
        #expect(problems.first?.reason.hasPrefix("192.0.2.0/24 is served by DHCP and has no `dhcp: {id: N}`") == true)
    }

    @Test("a second IPv4 address of an interface in one subnet cannot be reserved, and is told")
    func surplus() throws {
        let fixture = ExportFixture(Self.network.replacing("[192.0.2.10, ", with: "[192.0.2.10, 192.0.2.11, "))
        #expect(
            KeaExport().problems(fixture.input).map(\.reason) == [
                "192.0.2.0/24: DHCP of this family cannot tell clients of the DNS server 2001:db8::5",
                "192.0.2.11 is a second address of its interface, to which DHCP gives another one",
            ])
        let text = try #require(
            KeaExport().render(fixture.input).first { $0.path == "subnet4-120.json" })
        #expect(!String(decoding: text.bytes, as: UTF8.self).contains("192.0.2.11"))
    }

    @Test("what is read back from the whole configuration is what was declared", arguments: UInt64(0)..<40)
    func readBack(seed: UInt64) throws {
        var network = RandomNetwork(seed: seed)
        let input = ExportFixture(network.yaml()).input
        let plan = input.plan
        let files = KeaExport().render(input)
        var read: Set<String> = []
        for (path, server, subnets) in [("kea-dhcp4.json", "Dhcp4", "subnet4"), ("kea-dhcp6.json", "Dhcp6", "subnet6")]
        {
            let file = try #require(files.first { $0.path == path })
            let json = try #require(JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: [String: Any]])
            for subnet in try #require(json[server]?[subnets] as? [[String: Any]]) {
                let id = try #require(subnet["id"] as? Int)
                for host in try #require(subnet["reservations"] as? [[String: Any]]) {
                    let addresses = host["ip-addresses"] as? [String] ?? [host["ip-address"] as? String ?? "none"]
                    let duid = (host["duid"] as? String).map { "duid \($0)" }
                    let client = try #require(duid ?? host["hw-address"] as? String)
                    for address in addresses { read.insert("\(id) \(client) \(address)") }
                }
            }
        }
        var declared: Set<String> = []
        for subnet in plan.servedSubnets {
            guard let id = subnet.dhcp?.id?.value else { continue }
            var served: Set<DHCPClient> = []
            for (claim, client) in plan.reservedClaims(in: subnet)
            where claim.address.family == .v6 || served.insert(client).inserted {
                declared.insert("\(id) \(client) \(claim.address)")
            }
        }
        #expect(read == declared)
    }
}
