import Testing
import ZoneData

@Suite("Reverse zones for a part of an octet")
struct ClasslessZoneTests {
    private func fixture(_ zones: String) -> ZoneFixture {
        ZoneFixture(
            """
            settings: {dns: {nameservers: [ns.example.org]}}
            subnets: [{prefix: 192.0.2.0/24, zone: a.test}]
            devices: [{name: db1, interfaces: [{name: e0, addresses: [192.0.2.5]}]}]
            zones: [{name: a.test}, \(zones)]
            """)
    }

    @Test(
        "have the name that was chosen, and one alias an address in the zone around",
        arguments: [
            ("", "4-31"), (", style: dash-prefixlen", "4-31"), (", style: slash", "4/31"),
            (", style: dash-range", "4-5"),
            (", as: x.2.0.192.in-addr.arpa", "x"),
        ])
    func names(style: String, label: String) {
        let fixture = fixture("{reverse: 192.0.2.0/24}, {reverse: 192.0.2.4/31\(style)}")
        #expect(fixture.problems == [])
        #expect(fixture.records("\(label).2.0.192.in-addr.arpa").last == "5 IN PTR db1.a.test.")
        #expect(
            Set(fixture.records("2.0.192.in-addr.arpa"))
                == [
                    "@ IN NS ns.example.org.", "\(label) IN NS ns.example.org.",
                    "4 IN CNAME 4.\(label)", "5 IN CNAME 5.\(label)",
                ].map { $0.hasSuffix(label) && $0.contains("CNAME") ? "\($0).2.0.192.in-addr.arpa." : $0 }.reduce(
                    into: []) { $0.insert($1) })
        #expect(fixture.zones.foreignParents == [])
    }

    @Test("may have a name far from the reverse tree, as a provider chose it")
    func farName() {
        let fixture = fixture("{reverse: 192.0.2.0/24}, {reverse: 192.0.2.4/31, as: rev.example.com}")
        #expect(fixture.problems == [])
        #expect(fixture.records("rev.example.com") == ["@ IN NS ns.example.org.", "5 IN PTR db1.a.test."])
        #expect(fixture.records("2.0.192.in-addr.arpa").contains("5 IN CNAME 5.rev.example.com."))
    }

    @Test("inside one another: the smallest has the address, and the octet's alias leads there")
    func nested() {
        let fixture = fixture(
            "{reverse: 192.0.2.0/24}, {reverse: 192.0.2.0/25}, {reverse: 192.0.2.4/30, style: dash-range}")
        #expect(fixture.problems == [])
        #expect(fixture.records("4-7.2.0.192.in-addr.arpa").last == "5 IN PTR db1.a.test.")
        let aliases = fixture.records("2.0.192.in-addr.arpa").filter { $0.contains("CNAME") }
        #expect(aliases.count == 128)
        #expect(aliases.contains("3 IN CNAME 3.0-25.2.0.192.in-addr.arpa."))
        #expect(aliases.contains("5 IN CNAME 5.4-7.2.0.192.in-addr.arpa."))
    }

    @Test("only they have a name to choose", arguments: ["style: slash", "as: x.2.0.192.in-addr.arpa"])
    func others(choice: String) {
        #expect(
            fixture("{reverse: 192.0.2.0/24, \(choice)}").problems.map { $0.prefix(13) } == ["invalid-zone:"])
    }

    @Test(
        "a name that was chosen is for one zone only, and is not that of an address of the octet",
        arguments: [
            ("{name: rev.example.com}, {reverse: 192.0.2.4/31, as: rev.example.com}", "duplicate-zone:"),
            ("{reverse: 192.0.2.4/31, as: rev.example.com}, {name: rev.example.com}", "duplicate-zone:"),
            ("{reverse: 192.0.2.0/24}, {reverse: 192.0.2.4/31, as: 2.0.192.in-addr.arpa}", "duplicate-zone:"),
            (
                "{reverse: 192.0.2.4/31, as: rev.example.com}, {reverse: 192.0.2.8/30, as: rev.example.com}",
                "duplicate-zone:"
            ),
            ("{reverse: 192.0.2.0/24}, {reverse: 192.0.2.4/31, as: 5.2.0.192.in-addr.arpa}", "invalid-zone:"),
        ])
    func takenName(zones: String, problem: String) {
        #expect(fixture(zones).problems.contains { $0.hasPrefix(problem) }, "\(fixture(zones).problems)")
    }

    @Test("an address may have PTR records for all its names")
    func allNames() {
        let fixture = ZoneFixture(
            """
            settings: {dns: {nameservers: [ns.example.org]}}
            subnets: [{prefix: 192.0.2.0/24, zone: a.test}]
            reservations:
              - {address: 192.0.2.5, dns: [b, a, "*.c.a.test"], ptr: all}
              - {address: 192.0.2.6, dns: [d, e]}
            zones: [{name: a.test}, {reverse: 192.0.0.0/16}]
            """)
        #expect(fixture.problems == [])
        #expect(
            fixture.records("0.192.in-addr.arpa") == [
                "@ IN NS ns.example.org.", "5.2 IN PTR a.a.test.", "5.2 IN PTR b.a.test.", "6.2 IN PTR d.a.test.",
            ])
    }
}
