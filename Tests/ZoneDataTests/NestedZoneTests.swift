import Addressing
import Testing
import ZoneData

@Suite("Nested and reverse zones")
struct NestedZoneTests {
    @Test("each record is in the most specific zone; the parent delegates, with glue where it is needed")
    func delegation() {
        let fixture = ZoneFixture(
            """
            settings: {dns: {nameservers: [ns.example.net]}}
            subnets: [{prefix: 192.0.2.0/24, zone: example.net}, {prefix: 198.51.100.0/24, zone: lab.example.net}]
            devices:
              - {name: ns, interfaces: [{name: e, addresses: [192.0.2.1]}]}
              - {name: ns, interfaces: [{name: e, addresses: [198.51.100.1]}]}
              - {name: web, interfaces: [{name: e, addresses: [198.51.100.2]}]}
            zones:
              - name: example.net
              - {name: lab.example.net, nameservers: [ns.lab.example.net, ns.example.net]}
            """)
        #expect(
            fixture.records("example.net") == [
                "@ IN NS ns.example.net.",
                "lab IN NS ns.lab.example.net.",
                "lab IN NS ns.example.net.",
                "ns.lab IN A 198.51.100.1",
                "ns IN A 192.0.2.1",
            ])
        #expect(
            fixture.records("lab.example.net") == [
                "@ IN NS ns.lab.example.net.",
                "@ IN NS ns.example.net.",
                "ns IN A 198.51.100.1",
                "web IN A 198.51.100.2",
            ])
        #expect(fixture.problems == [])
    }

    @Test("what lies below a delegation is left out and reported, glue apart")
    func occluded() {
        let fixture = ZoneFixture(
            dnsSettings + """
                subnets: [{prefix: 192.0.2.0/24}]
                reservations: [{address: 192.0.2.5, dns: web.ext.example.net}]
                zones:
                  - name: example.net
                    delegations: [{name: ext, nameservers: [ns.ext.example.net]}]
                    records:
                      - {name: ns.ext, type: A, values: [192.0.2.53]}
                      - {name: ext, type: TYPE43, values: ['\\# 6 00010dff0405']}
                      - {name: ext, type: TXT, values: [hidden]}
                """)
        #expect(
            fixture.records("example.net").dropFirst(2) == [
                "ext IN NS ns.ext.example.net.",
                "ext IN TYPE43 \\# 6 00010dff0405",
                "ns.ext IN A 192.0.2.53",
            ])
        #expect(fixture.zones.problems.map(\.kind) == [.recordBelowDelegation, .recordBelowDelegation])
        #expect(Set(fixture.problemTexts) == ["hidden", "192.0.2.5"])
    }

    @Test("a prefix between octets makes the zones of its octets")
    func octets() {
        let fixture = ZoneFixture(
            dnsSettings + """
                subnets: [{prefix: 10.0.0.0/20, zone: example.net}]
                devices: [{name: a, interfaces: [{name: e, addresses: [10.0.15.7]}]}]
                zones: [{reverse: 10.0.0.0/20}]
                """)
        #expect(fixture.zones.zones.count == 16)
        #expect(fixture.zones.zones.first?.name.description == "0.0.10.in-addr.arpa.")
        #expect(fixture.records("15.0.10.in-addr.arpa").last == "7 IN PTR a.example.net.")
    }

    @Test("a prefix that is declared twice is one zone, and the narrower declaration speaks for it")
    func overlap() {
        let fixture = ZoneFixture(
            dnsSettings + """
                zones: [{reverse: 10.0.0.0/23, ttl: 1h}, {reverse: 10.0.1.0/24, ttl: 2h}, {reverse: 10.0.1.0/24, ttl: 3h}]
                """)
        #expect(fixture.zones.zones.map(\.ttl) == [3600, 7200])
        #expect(fixture.problems == ["duplicate-zone: '1.0.10.in-addr.arpa.' is declared twice"])
    }

    @Test("a part of an octet has its own zone, and the parent leads there by aliases (RFC 2317)")
    func classless() {
        let fixture = ZoneFixture(
            dnsSettings + """
                subnets: [{prefix: 192.0.2.0/24, zone: example.net}]
                devices: [{name: a, interfaces: [{name: e, addresses: [192.0.2.9, 192.0.2.10, 192.0.2.65, 192.0.2.200]}]}]
                zones: [{reverse: 192.0.2.0/24}, {reverse: 192.0.2.8/30}, {reverse: 192.0.2.64/27}]
                """)
        #expect(
            fixture.records("8-30.2.0.192.in-addr.arpa").dropFirst(2) == [
                "9 IN PTR a.example.net.", "10 IN PTR a.example.net.",
            ])
        #expect(fixture.records("64-27.2.0.192.in-addr.arpa").last == "65 IN PTR a.example.net.")
        let parent = fixture.records("2.0.192.in-addr.arpa")
        #expect(parent.count { $0.contains("CNAME") } == 4 + 32)
        #expect(parent.contains("8 IN CNAME 8.8-30.2.0.192.in-addr.arpa."))
        #expect(parent.contains("65 IN CNAME 65.64-27.2.0.192.in-addr.arpa."))
        #expect(parent.contains("8-30 IN NS ns1.example.com."))
        #expect(parent.contains("200 IN PTR a.example.net."))
        #expect(fixture.problems == [])
    }

    @Test("an RFC 2317 zone that a provider named with a slash is found by its name")
    func slash() {
        let fixture = ZoneFixture(
            dnsSettings + """
                subnets: [{prefix: 192.0.2.0/24, zone: example.net}]
                devices: [{name: a, interfaces: [{name: e, addresses: [192.0.2.30]}]}]
                zones: [{name: 0/27.2.0.192.in-addr.arpa}]
                """)
        #expect(fixture.records("0/27.2.0.192.in-addr.arpa").last == "30 IN PTR a.example.net.")
    }

    @Test("reverse zones of one address to all of IPv4 nest")
    func widths() {
        let fixture = ZoneFixture(
            dnsSettings + """
                subnets: [{prefix: 192.0.2.0/24, zone: example.net}]
                devices: [{name: a, interfaces: [{name: e, addresses: [192.0.2.5, 192.0.2.6, 192.0.3.1]}]}]
                reservations: [{address: 203.0.113.1, dns: b.example.net}]
                zones: [{reverse: 0.0.0.0/0}, {reverse: 192.0.0.0/16}, {reverse: 192.0.2.5/32}, {reverse: 192.0.2.4/30}]
                """)
        #expect(fixture.records("5.2.0.192.in-addr.arpa").last == "@ IN PTR a.example.net.")
        #expect(fixture.records("4-30.2.0.192.in-addr.arpa").last == "6 IN PTR a.example.net.")
        #expect(fixture.records("in-addr.arpa").last == "1.113.0.203 IN PTR b.example.net.")
        #expect(fixture.records("0.192.in-addr.arpa").filter { $0.hasPrefix("5.2 ") }.count == 2)
        #expect(fixture.problems == [])
    }

    @Test("numbers in names are in the order of their values")
    func naturalOrder() {
        let devices = [10, 2, 1].map { "{name: '\($0)', interfaces: [{name: e, addresses: [192.0.2.\($0)]}]}" }
        let fixture = ZoneFixture(
            dnsSettings + """
                subnets: [{prefix: 192.0.2.0/24, zone: example.net}]
                devices: [\(devices.joined(separator: ", "))]
                reservations: [{address: 192.0.2.100, dns: www}, {address: 192.0.2.9, dns: www}]
                zones: [{name: example.net}]
                """)
        #expect(
            fixture.records("example.net").dropFirst(2) == [
                "1 IN A 192.0.2.1", "2 IN A 192.0.2.2", "10 IN A 192.0.2.10", "www IN A 192.0.2.9",
                "www IN A 192.0.2.100",
            ])
    }
}
