import Changes
import Testing

@Suite("Objects added, removed and changed")
struct ObjectTests {
    @Test(
        "each sort of object comes and goes",
        arguments: [
            ("sites: [{name: a}]", "site a"), ("vrfs: [{name: lab}]", "vrf lab"),
            ("subnets: [{prefix: 192.0.2.0/24}]", "subnet 192.0.2.0/24"),
            ("devices: [{name: a}]", "device a"), ("zones: [{name: example.net}]", "zone example.net."),
            ("zones: [{reverse: 192.0.2.0/24}]", "zone 192.0.2.0/24"), ("settings: {name: x}", "settings settings"),
            (
                "waivers: [{rule: r, subject: s, reason: x, owner: o, expires: 2027-01-31}]", "waiver r s"
            ),
        ])
    func comeAndGo(text: String, object: String) {
        #expect(Comparison("", text).lines == ["add \(object)"])
        #expect(Comparison(text, "").lines == ["remove \(object)"])
    }

    @Test("a pool comes and goes with its name")
    func pools() {
        func subnet(_ pools: String) -> String { "subnets: [{prefix: 192.0.2.0/24, pools: [\(pools)]}]" }
        let pool = "{name: p, range: 192.0.2.0/26, purpose: static}"
        #expect(Comparison(subnet(""), subnet(pool)).lines == ["add pool p"])
        let larger = "{name: p, range: 192.0.2.0/25, purpose: dhcp}"
        #expect(
            Comparison(subnet(pool), subnet(larger)).lines == [
                "change pool p: range: 192.0.2.0-192.0.2.63; purpose: static -> range: 192.0.2.0-192.0.2.127; purpose: dhcp"
            ])
    }

    @Test(
        "each value of an object counts",
        arguments: [
            ("subnets: [{prefix: 192.0.2.0/24%}]", ", gateway: 192.0.2.1", "gateway"),
            ("subnets: [{prefix: 192.0.2.0/24%}]", ", status: deprecated", "status"),
            ("subnets: [{prefix: 192.0.2.0/24%}]", ", scan: {every: 1h}", "scan"),
            ("subnets: [{prefix: 192.0.2.0/24%}]", ", scan: {}", "scan"),
            ("subnets: [{prefix: 192.0.2.0/24%}]", ", dhcp: {id: 7}", "dhcp"),
            ("devices: [{name: a%}]", ", owner: ops", "owner"),
            ("devices: [{name: a%}]", ", tags: [x, y]", "tags"),
            ("devices: [{name: a%}]", ", interfaces: [{name: eth0}]", "interface eth0"),
            ("devices: [{name: a, interfaces: [{name: eth0%}]}]", ", mac: 02:00:5e:10:00:01", "interface eth0"),
            ("zones: [{name: example.net%}]", ", ttl: 1h", "ttl"),
            ("settings: {name: x%}", ", safety: {max_removals: 9}", "safety.max_removals"),
        ])
    func values(text: String, addition: String, field: String) {
        let (base, head) = (text.replacing("%", with: ""), text.replacing("%", with: addition))
        let changes = Comparison(base, head).changes.changes
        #expect(changes.map(\.action) == [.change])
        #expect(changes.first?.fields.map(\.name) == [field])
        #expect(Comparison(head, base).changes.changes.first?.fields.map(\.name) == [field])
    }

    @Test("what stands in files that do not differ is left alone, however many have its name")
    func namesakes() {
        let twice = "devices: [{name: a, owner: x}, {name: a, owner: y}]"
        let turned = "devices: [{name: a, owner: y}, {name: a, owner: x}]"
        #expect(Comparison(twice, turned).lines == [])
        #expect(Comparison(twice, "devices: [{name: a, owner: y}]").lines == ["remove device a"])
    }
}
