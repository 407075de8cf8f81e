import Addressing
import Chronology
import Testing
import ZoneData

@Suite("Zone files")
struct ZoneFileTests {
    private static let inventory =
        dnsSettings + """
            subnets:
              - {prefix: 192.0.2.0/24, zone: lon1.example.net}
              - {prefix: "2001:db8:0:1::/64", zone: lon1.example.net}
            devices:
              - name: db1
                interfaces:
                  - {name: eth0, addresses: [192.0.2.21, "2001:db8:0:1::21"]}
                  - {name: ilo, addresses: [192.0.2.121]}
              - name: db2
                interfaces: [{name: eth0, addresses: [{address: 192.0.2.9, dns: [db2, cache.lon1.example.net]}]}]
            reservations:
              - {address: 192.0.2.50, name: api, role: vip, dns: [api, www]}
              - {range: 192.0.2.60-192.0.2.69, name: next-year}
            zones:
              - name: lon1.example.net
                contact: first.last@example.net
                records:
                  - {name: "@", type: MX, values: [20 db2, 10 db1], ttl: 5m}
                  - {name: db, type: CNAME, values: [db1]}
                  - {name: "@", type: TXT, values: [v=spf1 mx -all]}
              - reverse: 192.0.2.0/24
              - reverse: "2001:db8::/32"
            """

    @Test("a forward zone has its names in order and in columns")
    func forward() {
        let fixture = ZoneFixture(Self.inventory)
        #expect(
            fixture.file("lon1.example.net") == #"""
                $ORIGIN lon1.example.net.
                $TTL 3600
                ; ipam: zone lon1.example.net, written from the inventory, do not edit
                @                       IN  SOA   ns1.example.com. first\.last.example.net. 2027011500 14400 3600 1209600 3600
                @                       IN  NS    ns1.example.com.
                @                       IN  NS    ns2.example.com.
                @               300     IN  MX    10 db1.lon1.example.net.
                @               300     IN  MX    20 db2.lon1.example.net.
                @                       IN  TXT   "v=spf1 mx -all"
                api                     IN  A     192.0.2.50
                cache                   IN  A     192.0.2.9
                db                      IN  CNAME db1.lon1.example.net.
                db1                     IN  A     192.0.2.21
                db1                     IN  AAAA  2001:db8:0:1::21
                db1-ilo                 IN  A     192.0.2.121
                db2                     IN  A     192.0.2.9
                www                     IN  A     192.0.2.50

                """#
        )
        #expect(fixture.problems == [])
    }

    @Test("a reverse zone has one pointer an address, to its first name, in the order of addresses")
    func reverse() {
        #expect(
            ZoneFixture(Self.inventory).file("2.0.192.in-addr.arpa") == """
                $ORIGIN 2.0.192.in-addr.arpa.
                $TTL 3600
                ; ipam: zone 2.0.192.in-addr.arpa, written from the inventory, do not edit
                @               IN  SOA   ns1.example.com. hostmaster.example.net. 2027011500 14400 3600 1209600 3600
                @               IN  NS    ns1.example.com.
                @               IN  NS    ns2.example.com.
                9               IN  PTR   db2.lon1.example.net.
                21              IN  PTR   db1.lon1.example.net.
                50              IN  PTR   api.lon1.example.net.
                121             IN  PTR   db1-ilo.lon1.example.net.

                """
        )
    }

    @Test("a reverse zone of IPv6 is cut at nibbles")
    func reverseV6() {
        #expect(
            ZoneFixture(Self.inventory).records("8.b.d.0.1.0.0.2.ip6.arpa").last
                == "1.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.0.0.0.0 IN PTR db1.lon1.example.net."
        )
    }

    @Test("unchanged content keeps its bytes and its serial on another day")
    func unchanged() {
        let fixture = ZoneFixture(Self.inventory)
        let first = fixture.file("lon1.example.net")
        let later = ZoneFixture.now + .days(3)
        #expect(fixture.file("lon1.example.net", previous: first, now: later) == first)
    }

    @Test("changed content has the serial of the day, or one more if that is taken")
    func changed() throws {
        let first = try #require(ZoneFixture(Self.inventory).file("lon1.example.net"))
        let changed = ZoneFixture(Self.inventory.replacing("192.0.2.21", with: "192.0.2.22"))
        let sameDay = try #require(changed.file("lon1.example.net", previous: first))
        #expect(sameDay.contains(" 2027011501 "))
        let nextDay = try #require(changed.file("lon1.example.net", previous: first, now: ZoneFixture.now + .days(1)))
        #expect(nextDay.contains(" 2027011600 "))
    }

    @Test("a change of address leaves the zones that it does not touch alone")
    func untouchedZones() throws {
        let name = "8.b.d.0.1.0.0.2.ip6.arpa"
        let first = try #require(ZoneFixture(Self.inventory).file(name))
        let changed = ZoneFixture(Self.inventory.replacing("192.0.2.21", with: "192.0.2.22"))
        #expect(changed.file(name, previous: first, now: ZoneFixture.now + .days(1)) == first)
    }

    @Test("the serial is taken over from a file that somebody else wrote")
    func foreignFile() throws {
        let previous = """
            ; was: example.net. IN SOA ns. host. 1 2 3 4 5
            $TTL 1d
            example.net. 3600 IN SOA ns1 hostmaster ( ; the "start"
                2027011541 ; serial
                3600 600 86400 60 )
            """
        let file = try #require(ZoneFixture(Self.inventory).file("lon1.example.net", previous: previous))
        #expect(file.contains(" 2027011542 14400 "))
    }

    @Test(
        "a previous file without a serial counts as none",
        arguments: ["", "SOA", "@ SOA a b", "@ SOA a b x", "\\", "\""])
    func brokenFile(previous: String) throws {
        let fixture = ZoneFixture(Self.inventory)
        #expect(fixture.file("lon1.example.net", previous: previous) == fixture.file("lon1.example.net"))
    }

    @Test("the order of files and entries does not show in the zones")
    func shuffled() {
        let parts = [
            dnsSettings,
            "subnets: [{prefix: 192.0.2.0/24, zone: example.net}]",
            "devices: [{name: a, interfaces: [{name: e, addresses: [192.0.2.1, 192.0.2.10, 192.0.2.2]}]}]",
            "devices: [{name: h10, interfaces: [{name: e, addresses: [{address: 192.0.2.7, role: vip}]}]}]",
            "devices: [{name: h9, interfaces: [{name: e, addresses: [{address: 192.0.2.7, role: vip}]}]}]",
            "zones: [{name: example.net, records: [{name: x, type: TXT, values: [b, a]}]}, {reverse: 192.0.2.0/24}]",
        ]
        let expected = ZoneFixture(files: parts)
        let reversed = ZoneFixture(files: parts.reversed())
        #expect(expected.zones.zones == reversed.zones.zones)
        #expect(expected.records("2.0.192.in-addr.arpa").contains("7 IN PTR h9.example.net."))
    }

    @Test(
        "a file is named for its zone in safe characters",
        arguments: [
            ("lon1.example.net", "lon1.example.net.zone"), (".", "root.zone"),
            ("0/27.2.0.192.in-addr.arpa", "0-27.2.0.192.in-addr.arpa.zone"), ("Example.NET.", "example.net.zone"),
        ])
    func fileNames(name: String, file: String) throws {
        let name = try #require(DomainName(name))
        #expect(ZoneFile.name(of: name) == file)
    }
}
