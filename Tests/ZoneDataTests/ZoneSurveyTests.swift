import Findings
import InventoryModel
import Testing
import ZoneData

@Suite("ZoneSurvey")
struct ZoneSurveyTests {
    private func plan(_ yaml: String) -> AddressPlan {
        AddressPlan(InventoryReader.read(SourceFiles([SourceFile(path: "a.yaml", bytes: Array(yaml.utf8))])).inventory)
    }

    private func survey(_ plan: AddressPlan, claims: [Claim]? = nil) -> [ZoneProblem] {
        ZoneSurvey(plan, claims: claims).problems
    }

    private func texts(_ problems: [ZoneProblem]) -> [String] {
        problems.map { "\($0.span.start) \($0.kind): \($0.reason)" }
    }

    @Test("looking at the claims that matter finds what looking at all of them finds", arguments: 0..<100)
    func sieve(seed: UInt64) {
        var inventory = RandomInventory(seed: seed)
        let plan = plan(inventory.yaml())
        #expect(texts(survey(plan)) == texts(survey(plan, claims: plan.claims)))
    }

    @Test("whatever a set of zones leaves out, the survey tells", arguments: 0..<100)
    func completeness(seed: UInt64) {
        var inventory = RandomInventory(seed: seed)
        let plan = plan(inventory.yaml())
        let told = survey(plan)
        let explained = Set(told.filter { $0.kind == .missingTrailingDot }.map(\.span))
        let untold = Set(ZoneSet(plan).problems.filter { !explained.contains($0.span) }).subtracting(told)
        #expect(texts(untold.sorted()) == [])
    }

    @Test("names that differ in case are the same name")
    func letterCase() {
        let kinds = problems(
            """
            devices:
              - {name: db1, interfaces: [{name: e, addresses: [192.0.2.1]}]}
              - {name: DB1, interfaces: [{name: e, addresses: [192.0.2.2]}]}
            """)
        #expect(kinds == [.duplicateDNSName])
    }

    @Test("one device may have a name at several addresses of both families")
    func dualStack() {
        let kinds = problems(
            "devices: [{name: a, interfaces: [{name: e, addresses: [192.0.2.1, 192.0.2.2, {address: '2001:db8::1'}]}]}]"
        )
        #expect(kinds == [])
    }

    @Test("a declared record may add the family that a device lacks, but not another address of one it has")
    func declaredAddress() {
        let device = "devices: [{name: a, interfaces: [{name: e, addresses: [192.0.2.1]}]}]"
        #expect(problems(device, records: "{name: a, type: AAAA, values: ['2001:db8::1']}") == [])
        #expect(problems(device, records: "{name: a, type: A, values: [192.0.2.2]}") == [.duplicateDNSName])
        #expect(problems(device, records: "{name: a, type: A, values: [192.0.2.1]}") == [.duplicateRecord])
    }

    @Test("an alias may lead to a name that a wildcard answers for")
    func wildcard() {
        let records = "{name: '*.apps', type: A, values: [192.0.2.1]}, {name: x, type: CNAME, values: [shop.apps]}"
        #expect(problems("", records: records) == [])
        let hidden =
            records + ", {name: shop.apps, type: TXT, values: [x]}, {name: y, type: CNAME, values: [a.shop.apps]}"
        #expect(problems("", records: hidden) == [.danglingCNAME])
    }

    @Test("an alias may lead below a delegation, where other servers know better")
    func delegated() {
        let records = "{name: lab, type: NS, values: [ns1.example.org.]}, {name: x, type: CNAME, values: [y.lab]}"
        #expect(problems("", records: records) == [])
    }

    @Test("a loop is told once, and what leads into it is not told")
    func loops() {
        let records = [("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"), ("e", "e")]
            .map { "{name: \($0), type: CNAME, values: [\($1)]}" }.joined(separator: ", ")
        #expect(problems("", records: records) == [.cnameLoop, .cnameLoop])
    }

    @Test("a wildcard that leads to a name that it answers for is a loop")
    func wildcardLoop() {
        #expect(problems("", records: "{name: '*.w', type: CNAME, values: [x.w]}") == [.cnameLoop])
        let ended = "{name: '*.w', type: CNAME, values: [x.w]}, {name: x.w, type: TXT, values: [end]}"
        #expect(problems("", records: ended) == [])
        let two = "{name: '*.a', type: CNAME, values: [x.b]}, {name: '*.b', type: CNAME, values: [x.a]}"
        #expect(problems("", records: two) == [.cnameLoop])
    }

    @Test("a name server of one label is told, unless a zone of ours has the name")
    func shortServer() {
        func kinds(_ yaml: String) -> [ZoneProblem.Kind] { survey(plan(yaml)).map(\.kind) }
        #expect(kinds("zones: [{name: example.net, nameservers: [ns1]}]") == [.missingTrailingDot])
        #expect(
            kinds("settings: {dns: {nameservers: [ns1]}}\nzones: [{name: example.net}, {name: example.org}]")
                == [.missingTrailingDot])
        let delegation = "delegations: [{name: lab, nameservers: [ns1]}]"
        #expect(
            kinds("zones: [{name: example.net, nameservers: [ns.example.org], \(delegation)}]")
                == [.missingTrailingDot])
        let own = "records: [{name: '@', type: A, values: [192.0.2.1]}]"
        #expect(kinds("zones: [{name: lan, nameservers: [lan], \(own)}]") == [])
    }

    @Test("more data than a record holds, or than an answer holds, is told")
    func tooMuchData() {
        func text(_ name: String, _ count: Int) -> String {
            "{name: \(name), type: TXT, values: [\(String(repeating: "x", count: count))]}"
        }
        #expect(problems("", records: text("a", 65_000)) == [])
        #expect(problems("", records: text("a", 65_300)) == [.invalidRecord])
        let values = (100..<400).map { "\($0)" + String(repeating: "x", count: 240) }
        func set(_ count: Int) -> String {
            "{name: a, type: TXT, values: [\(values.prefix(count).joined(separator: ", "))]}"
        }
        #expect(problems("", records: set(250)) == [])
        #expect(problems("", records: set(300)) == [.invalidRecord])
    }

    @Test("what lies below a DNAME is told, derived or declared, and so is a second DNAME")
    func subtreeAlias() {
        func alias(_ name: String, _ values: String = ##"'\# 3 016100'"##) -> String {
            "{name: '\(name)', type: TYPE39, values: [\(values)]}"
        }
        let device = "devices: [{name: h, interfaces: [{name: e0, addresses: [192.0.2.9]}]}]"
        #expect(problems(device, records: alias("sub")) == [])
        #expect(problems(device, records: alias("h")) == [])
        #expect(problems(device, records: alias("@")) == [.recordBelowDelegation])
        let below = "{name: x.sub, type: TXT, values: [text]}"
        #expect(problems("", records: alias("sub") + ", " + below) == [.recordBelowDelegation])
        #expect(problems("", records: alias("sub", ##"'\# 3 016100', '\# 3 016200'"##)) == [.cnameConflict])
    }

    @Test("a mail server in another of our zones must have an address")
    func targetElsewhere() {
        let records = "{name: '@', type: MX, values: [10 mail.example.edu.]}"
        #expect(problems("", records: records) == [.targetWithoutAddress])
        let device = "reservations: [{address: 192.0.2.9, dns: mail.example.edu}]"
        #expect(problems(device, records: records) == [])
    }

    @Test("a name of another zone of ours without its final dot is told, and what follows from that is not")
    func dotOfAnotherZone() {
        let device = "reservations: [{address: 192.0.2.9, dns: mail.example.edu}]"
        let records = "{name: '@', type: MX, values: [10 mail.example.edu]}"
        #expect(problems(device, records: records) == [.missingTrailingDot])
    }

    /// The kinds of problems of some devices in 192.0.2.0/24 with some records in example.net.
    private func problems(_ claims: String, records: String = "") -> [ZoneProblem.Kind] {
        let yaml =
            dnsSettings + """
                subnets:
                  - {prefix: 192.0.2.0/24, zone: example.net}
                  - {prefix: "2001:db8::/64", zone: example.net}
                zones:
                  - {name: example.net, records: [\(records)]}
                  - {name: example.edu}
                  - {reverse: 192.0.2.0/24}
                  - {reverse: "2001:db8::/64"}

                """ + claims
        return survey(plan(yaml)).map(\.kind)
    }
}
