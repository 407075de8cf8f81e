import Changes
import Testing

@Suite("Addresses claimed, freed and moved")
struct ClaimTests {
    private func inventory(_ rest: String) -> String { "subnets: [{prefix: 192.0.2.0/24}]\n" + rest }

    private func device(_ name: String, _ addresses: String, interface: String = "eth0") -> String {
        "  - {name: \(name), interfaces: [{name: \(interface), addresses: [\(addresses)]}]}\n"
    }

    private func compare(_ base: String, _ head: String) -> [String] {
        Comparison(inventory(base), inventory(head)).lines
    }

    @Test("another order, another style and comments are no change")
    func text() {
        let base = "devices:\n" + device("a", "192.0.2.1") + device("b", "192.0.2.2, 192.0.2.3")
        let head = """
            # all our devices
            devices:
              - name: b
                interfaces:
                  - name: eth0
                    addresses:
                      - 192.0.2.3 # the second
                      - {address: 192.0.2.2}
              - name: "a"
                interfaces: [{name: eth0, addresses: ['192.0.2.1']}]
            """
        #expect(compare(base, head) == [])
    }

    @Test("a move to another file is no change")
    func fileMove() {
        let devices = "devices:\n" + device("a", "192.0.2.1")
        let pool = "subnets: [{prefix: 192.0.2.0/24, pools: [{name: p, range: 192.0.2.0/26, purpose: static}]}]\n"
        let comparison = Comparison(
            ["inventory/one.yaml": pool + devices], ["inventory/a/b.yaml": devices, "inventory/z.yaml": pool])
        #expect(comparison.lines == [])
        #expect(comparison.changes.isEmpty)
        #expect(comparison.changes.uses.isEmpty)
    }

    @Test("an address that somebody new has is claimed, one that nobody has any more is freed")
    func claimAndFree() {
        let lines = compare("devices:\n" + device("a", "192.0.2.1"), "devices:\n" + device("b", "192.0.2.2"))
        #expect(
            lines == [
                "remove device a", "free address 192.0.2.1: a eth0", "add device b", "claim address 192.0.2.2: b eth0",
            ])
    }

    @Test("a claimant with another address has moved")
    func claimantKept() {
        let lines = compare("devices:\n" + device("a", "192.0.2.1"), "devices:\n" + device("a", "192.0.2.9"))
        #expect(lines == ["move interface a eth0: 192.0.2.1 -> 192.0.2.9"])
    }

    @Test("an address with another claimant has moved")
    func addressKept() {
        let lines = compare("devices:\n" + device("a", "192.0.2.1"), "devices:\n" + device("b", "192.0.2.1"))
        #expect(lines == ["remove device a", "move address 192.0.2.1: a eth0 -> b eth0", "add device b"])
    }

    @Test("two that swap their addresses have both moved")
    func swap() {
        let lines = compare(
            "devices:\n" + device("a", "192.0.2.1") + device("b", "192.0.2.2"),
            "devices:\n" + device("a", "192.0.2.2") + device("b", "192.0.2.1"))
        #expect(
            lines == [
                "move interface a eth0: 192.0.2.1 -> 192.0.2.2", "move interface b eth0: 192.0.2.2 -> 192.0.2.1",
            ])
    }

    @Test("an address left behind and taken by another is claimed by that one")
    func succession() {
        let lines = compare(
            "devices:\n" + device("a", "192.0.2.1"),
            "devices:\n" + device("a", "192.0.2.2") + device("b", "192.0.2.1"))
        #expect(
            lines == [
                "move interface a eth0: 192.0.2.1 -> 192.0.2.2", "add device b", "claim address 192.0.2.1: b eth0",
            ])
    }

    @Test("an IPv6 address takes no IPv4 address's place")
    func families() {
        let lines = compare(
            "devices:\n" + device("a", "192.0.2.1"), "devices:\n" + device("a", "\"2001:db8::1\""))
        #expect(lines == ["free address 192.0.2.1: a eth0", "claim address 2001:db8::1: a eth0"])
    }

    @Test("a reservation with a name can move, one without is just another")
    func reservations() {
        let named = compare(
            "reservations: [{address: 192.0.2.1, name: api}]", "reservations: [{address: 192.0.2.2, name: api}]")
        #expect(named == ["move reservation api: 192.0.2.1 -> 192.0.2.2"])
        let unnamed = compare("reservations: [{address: 192.0.2.1}]", "reservations: [{address: 192.0.2.2}]")
        #expect(
            unnamed == [
                "remove reservation 192.0.2.1", "free address 192.0.2.1: a reservation", "add reservation 192.0.2.2",
                "claim address 192.0.2.2: a reservation",
            ])
    }

    @Test("a range is claimed as a whole")
    func range() {
        let lines = compare("", "reservations: [{range: 192.0.2.10-192.0.2.19, name: later}]")
        #expect(lines == ["add reservation later", "claim range 192.0.2.10-192.0.2.19: later"])
    }

    @Test("what an interface says of its address is a change of that address, on the way to another one as well")
    func details() {
        let lines = compare(
            "devices:\n" + device("a", "192.0.2.1, 192.0.2.2"),
            "devices:\n" + device("a", "{address: 192.0.2.1, dns: www}, {address: 192.0.2.3, ptr: false}"))
        #expect(
            lines == [
                "move interface a eth0: 192.0.2.2 -> 192.0.2.3",
                "change address 192.0.2.1: dns: nothing -> dns: www",
                "change address 192.0.2.3: ptr: true -> ptr: false",
            ])
    }

    @Test("an address whose subnet goes into another routing domain moves with it")
    func domain() {
        let devices = "devices:\n" + device("a", "192.0.2.1")
        let comparison = Comparison(
            ["inventory/a.yaml": devices, "inventory/b.yaml": "subnets: [{prefix: 192.0.2.0/24}]"],
            ["inventory/a.yaml": devices, "inventory/b.yaml": "subnets: [{prefix: 192.0.2.0/24, vrf: lab}]"])
        #expect(
            comparison.lines == [
                "remove subnet 192.0.2.0/24", "move interface a eth0: 192.0.2.1 -> lab/192.0.2.1",
                "add subnet lab/192.0.2.0/24",
            ])
    }

    @Test("of shared addresses each claim counts by itself, and only the first makes the address a new one")
    func shared() {
        func router(_ name: String) -> String { device(name, "{address: 192.0.2.1, role: vrrp}") }
        let comparison = Comparison(
            inventory("devices:\n" + router("r1")), inventory("devices:\n" + router("r1") + router("r2")))
        #expect(comparison.lines == ["add device r2", "claim address 192.0.2.1: r2 eth0"])
        #expect(comparison.changes.newAddresses.isEmpty)
    }
}
