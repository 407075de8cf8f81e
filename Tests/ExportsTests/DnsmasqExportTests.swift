import Addressing
import Exports
import InventoryModel
import Testing
import ZoneData

@Suite("dnsmasq export")
struct DnsmasqExportTests {
    @Test("a lease that is shorter than dnsmasq's shortest is told", arguments: [(119, 1), (120, 0)])
    func shortLease(seconds: Int, count: Int) {
        let fixture = ExportFixture("subnets: [{prefix: 192.0.2.0/24, dhcp: {id: 1, lease: \(seconds)s}}]")
        let problems = DnsmasqExport().problems(fixture.input)
        #expect(problems.count == count && problems.allSatisfy { !$0.isFatal && $0.reason.contains("two minutes") })
    }

    @Test("names, ranges, options and reservations are one line each")
    func lines() throws {
        let text = try ExportFixture(
            """
            settings: {dns: {nameservers: [ns.example.org]}}
            subnets:
              - prefix: 192.0.2.0/24
                gateway: 192.0.2.1
                zone: example.net
                dhcp: {lease: 12h, nameservers: [192.0.2.5]}
                pools: [{name: leases, range: 192.0.2.128-192.0.2.199, purpose: dhcp}]
              - {prefix: "2001:db8:0:1::/64", dhcp: {domain: v6.example.net}}
            devices:
              - name: db1
                interfaces:
                  - {name: e0, mac: 02-00-5E-10-00-01, addresses: [{address: 192.0.2.10, dns: [db, cache]}, "2001:db8:0:1::10"]}
            zones: [{name: example.net, records: [{name: www, type: CNAME, values: [web]}, {name: web, type: CNAME, values: [db]}]}]
            """
        ).text(DnsmasqExport())
        #expect(
            text == """
                # ipam: written from the inventory, do not edit
                host-record=db.example.net,cache.example.net,192.0.2.10
                cname=web.example.net,db.example.net
                cname=www.example.net,db.example.net
                dhcp-range=set:net-192.0.2.0-24,192.0.2.128,192.0.2.199,255.255.255.0,43200
                dhcp-option=tag:net-192.0.2.0-24,option:router,192.0.2.1
                dhcp-option=tag:net-192.0.2.0-24,option:dns-server,192.0.2.5
                dhcp-option=tag:net-192.0.2.0-24,option:domain-name,example.net
                dhcp-host=02:00:5e:10:00:01,192.0.2.10,db
                dhcp-range=set:net-2001:db8:0:1::-64,2001:db8:0:1::,static,64
                dhcp-option=tag:net-2001:db8:0:1::-64,option6:domain-search,v6.example.net
                dhcp-host=02:00:5e:10:00:01,[2001:db8:0:1::10],db1

                """)
    }

    @Test("what the format cannot say is told at its place")
    func problems() {
        let input = ExportFixture(
            """
            subnets: [{prefix: 192.0.2.0/24, zone: example.net}, {prefix: 192.0.2.0/24, vrf: lab, dhcp: {id: 1}}]
            vrfs: [{name: lab}]
            reservations:
              - {address: 192.0.2.1, vrf: default, dns: ["*.w.example.net"]}
              - {address: 192.0.2.2, vrf: default, dns: [x], ptr: false}
            """
        ).input
        #expect(
            DnsmasqExport().problems(input).map(\.reason) == [
                "192.0.2.0/24 is in vrf 'lab', and this is for 'default', since a server can tell only one: "
                    + "--vrf lab writes the other",
                "'*.w.example.net.' is a wildcard, which only a zone can hold",
                "192.0.2.2 has no PTR record here, and dnsmasq makes one of every name",
            ])
    }

    @Test(
        "a name that would mean something else in a dhcp-host line is left out there, and told",
        arguments: ["ignore", "infinite", "10", "12h", "3W"])
    func words(name: String) throws {
        let input = ExportFixture(
            """
            subnets: [{prefix: 192.0.2.0/24, pools: [{name: p, range: 192.0.2.9-192.0.2.9, purpose: dhcp}], dhcp: {id: 1}}]
            devices:
              - name: "\(name)"
                interfaces: [{name: e, mac: 02:00:5e:10:00:01, addresses: [{address: 192.0.2.7, dns: \(name).example.net}]}]
            """
        ).input
        let text = try #require(DnsmasqExport().render(input).first).bytes
        #expect(String(decoding: text, as: UTF8.self).contains("dhcp-host=02:00:5e:10:00:01,192.0.2.7\n"))
        #expect(
            DnsmasqExport().problems(input).map(\.reason) == [
                "the name of '\(name)' would mean something else in a dhcp-host line: left out there"
            ])
    }

    @Test("a dhcp-host line has no name that stands for two hosts, and what dnsmasq names by itself is told")
    func leasedNames() throws {
        let input = ExportFixture(
            """
            subnets: [{prefix: 192.0.2.0/24, zone: example.net, dhcp: {id: 1}}]
            devices:
              - {name: a, interfaces: [{name: e, mac: 02:00:5e:10:00:01, addresses: [{address: 192.0.2.1, dns: x.example.net}]}]}
              - {name: b, interfaces: [{name: e, mac: 02:00:5e:10:00:02, addresses: [{address: 192.0.2.2, dns: x.lab.example.net}]}]}
              - {name: c, interfaces: [{name: e, mac: 02:00:5e:10:00:03, addresses: [{address: 192.0.2.3, dns: false}]}]}
            """
        ).input
        let file = try #require(DnsmasqExport().render(input).first)
        #expect(
            String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("dhcp-host") } == [
                "dhcp-host=02:00:5e:10:00:01,192.0.2.1", "dhcp-host=02:00:5e:10:00:02,192.0.2.2",
                "dhcp-host=02:00:5e:10:00:03,192.0.2.3,c",
            ])
        #expect(
            DnsmasqExport().problems(input).map(\.reason) == [
                "another host's name begins like that of 'a', and a dhcp-host line holds no more of it: left out there",
                "another host's name begins like that of 'b', and a dhcp-host line holds no more of it: left out there",
                "'c' has no name in DNS, and dnsmasq gives it this one with its lease",
            ])
    }

    @Test("what is read back is what was declared", arguments: UInt64(0)..<40)
    func readBack(seed: UInt64) throws {
        var network = RandomNetwork(seed: seed)
        let fixture = ExportFixture(network.yaml())
        let plan = fixture.input.plan
        var names: Set<String> = []
        var hosts: Set<String> = []
        for line in try fixture.text(DnsmasqExport()).split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1)
            guard let key = parts.first, let value = parts.dropFirst().first else { continue }
            let words = value.split(separator: ",").map { $0.trimmingPrefix("[").prefix { $0 != "]" } }
            switch key {
            case "host-record": for name in words.dropLast() { names.insert("\(name). \(try #require(words.last))") }
            case "dhcp-host":
                let client =
                    words[0].hasPrefix("id:")
                    ? DHCPClient.duid(try DUID(parsing: String(words[0].dropFirst(3))))
                    : .mac(try #require(MACAddress(String(words[0]))))
                for word in words.dropFirst() {
                    if let address = IPAddress(String(word)) { hosts.insert("\(client) \(address)") }
                }
            default: continue
            }
        }
        let published = plan.claims.flatMap { claim in
            plan.publication(of: claim).names.map { "\($0) \(claim.address)" }
        }
        #expect(names == Set(published))
        let reserved = plan.servedSubnets.flatMap { subnet in
            var served: Set<DHCPClient> = []
            return plan.reservedClaims(in: subnet).compactMap { claim, client in
                claim.address.family == .v6 || served.insert(client).inserted ? "\(client) \(claim.address)" : nil
            }
        }
        #expect(hosts == Set(reserved))
    }
}
