import Addressing
import Findings
import InventoryModel
import Testing
import ZoneData

@Suite("Published names")
struct PublicationTests {
    private func addresses(_ yaml: String) -> [String] {
        ZoneFixture(
            dnsSettings + "zones: [{name: example.net}, {reverse: 192.0.2.0/24}]\n"
                + "subnets: [{prefix: 192.0.2.0/25, zone: example.net}, {prefix: 192.0.2.128/25}]\n" + yaml
        ).records("example.net").filter { !$0.contains(" NS ") }
    }

    private func problems(_ yaml: String) -> ZoneFixture {
        ZoneFixture(
            dnsSettings + "zones: [{name: example.net}, {reverse: 192.0.2.0/24}]\n"
                + "subnets: [{prefix: 192.0.2.0/25, zone: example.net}, {prefix: 192.0.2.128/25}]\n" + yaml
        )
    }

    @Test("the first interface that has addresses has the device's name")
    func firstInterface() {
        let yaml = """
            devices:
              - name: r1
                interfaces: [{name: lo}, {name: eth0, addresses: [192.0.2.1]}, {name: eth1, addresses: [192.0.2.2]}]
            """
        #expect(addresses(yaml) == ["r1 IN A 192.0.2.1", "r1-eth1 IN A 192.0.2.2"])
    }

    @Test("a name that only looks as if it stood for letters beyond ASCII is told, and not published")
    func fakeLetters() {
        let yaml = "devices: [{name: xn--abc, interfaces: [{name: eth0, addresses: [192.0.2.1]}]}]\n"
        #expect(addresses(yaml) == [])
        #expect(problems(yaml).problems.contains { $0.contains("stands for no letters") })
    }

    @Test("`dns: false` publishes nothing, and later interfaces keep their names")
    func unpublished() {
        let yaml = """
            devices:
              - name: r1
                interfaces:
                  - {name: eth0, addresses: [{address: 192.0.2.1, dns: false}]}
                  - {name: eth1, addresses: [192.0.2.2]}
            """
        #expect(addresses(yaml) == ["r1-eth1 IN A 192.0.2.2"])
    }

    @Test("a planned device is published and a retired one is not")
    func status() {
        let yaml = """
            devices:
              - {name: new, status: planned, interfaces: [{name: e, addresses: [192.0.2.1]}]}
              - {name: old, status: retired, interfaces: [{name: e, addresses: [192.0.2.2]}]}
            """
        #expect(addresses(yaml) == ["new IN A 192.0.2.1"])
    }

    @Test("a subnet without a zone publishes absolute names only")
    func withoutZone() {
        let yaml = """
            devices:
              - {name: a, interfaces: [{name: e, addresses: [192.0.2.129]}]}
              - {name: b, interfaces: [{name: e, addresses: [{address: 192.0.2.130, dns: b.example.net}]}]}
            """
        #expect(addresses(yaml) == ["b IN A 192.0.2.130"])
    }

    @Test("`ptr: false` suppresses the pointer and nothing else")
    func withoutPointer() {
        let yaml = "devices: [{name: a, interfaces: [{name: e, addresses: [{address: 192.0.2.1, ptr: false}]}]}]"
        let fixture = problems(yaml)
        #expect(fixture.records("example.net").last == "a IN A 192.0.2.1")
        #expect(!fixture.records("2.0.192.in-addr.arpa").contains { $0.contains("PTR") })
    }

    @Test("a wildcard has no pointer; the name behind it has")
    func wildcard() {
        let yaml = "reservations: [{address: 192.0.2.1, dns: ['*.apps.example.net', apps]}]"
        #expect(problems(yaml).records("2.0.192.in-addr.arpa").last == "1 IN PTR apps.example.net.")
    }

    @Test("a name that no host can have is reported where it stands, and never written")
    func invalidNames() {
        let fixture = problems(
            #"""
            devices:
              - {name: "a_b", interfaces: [{name: e, addresses: [192.0.2.1]}]}
              - {name: "x.y", interfaces: [{name: e, addresses: [192.0.2.2]}]}
              - {name: "@", interfaces: [{name: e, addresses: [192.0.2.3]}]}
              - {name: "*", interfaces: [{name: e, addresses: [192.0.2.4]}]}
              - {name: "a\n$INCLUDE /etc/passwd", interfaces: [{name: e, addresses: [192.0.2.5]}]}
              - {name: "r1", interfaces: [{name: lo, addresses: [192.0.2.6]}, {name: "Gi0/1", addresses: [192.0.2.7]}]}
            reservations:
              - {address: 192.0.2.8, dns: -bad-}
            """#)
        #expect(
            fixture.zones.problems.map(\.kind) == Array(repeating: .unpublishableName, count: 6) + [.invalidHostname])
        #expect(
            fixture.problemTexts
                == [#""a_b""#, #""x.y""#, #""@""#, #""*""#, #""a\n$INCLUDE /etc/passwd""#, #""Gi0/1""#, "-bad-"]
        )
        #expect(fixture.records("example.net").dropFirst(2) == ["r1 IN A 192.0.2.6"])
        #expect(fixture.records("2.0.192.in-addr.arpa").dropFirst(2) == ["6 IN PTR r1.example.net."])
    }

    @Test("a relative name without a zone, and a name of a range, are reported")
    func unplaced() {
        let fixture = problems(
            """
            reservations:
              - {address: 192.0.2.200, dns: lonely}
              - {range: 192.0.2.10-192.0.2.11, dns: twins}
            """)
        #expect(
            fixture.problems == [
                "unplaced-name: 'lonely' is relative, and its subnet has no zone",
                "unplaced-name: 'twins' is given to a range; only single addresses have names",
            ])
    }

    @Test("routing domains that name one address differently are reported; the default one has the pointer")
    func pointerConflict() {
        let fixture = ZoneFixture(
            dnsSettings + """
                vrfs: [{name: blue}]
                subnets:
                  - {prefix: 192.0.2.0/24, zone: example.net}
                  - {prefix: 192.0.2.0/24, vrf: blue, zone: example.net}
                devices:
                  - {name: a, interfaces: [{name: e, vrf: blue, addresses: [192.0.2.1]}]}
                  - {name: b, interfaces: [{name: e, vrf: default, addresses: [192.0.2.1]}]}
                zones: [{reverse: 192.0.2.0/24}]
                """)
        #expect(fixture.records("2.0.192.in-addr.arpa").last == "1 IN PTR b.example.net.")
        #expect(fixture.zones.problems.map(\.kind) == [.pointerConflict])
    }
}
