import Changes
import Testing

@Suite("What is made of the inventory")
struct OutputTests {
    private func inventory(_ devices: String, dhcp: String = "") -> String {
        """
        settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.com]}}
        subnets:
          - prefix: 192.0.2.0/24
            zone: example.net
            pools: [{name: servers, range: 192.0.2.10-192.0.2.19, purpose: static}]
        \(dhcp)
        zones: [{name: example.net}, {reverse: 192.0.2.0/24}]
        devices:
        \(devices)
        """
    }

    private func device(_ name: String, _ address: String, mac: Int? = nil) -> String {
        let mac = mac.map { "mac: 02:00:5e:10:00:0\($0), " } ?? ""
        return "  - {name: \(name), interfaces: [{name: eth0, \(mac)addresses: [\(address)]}]}\n"
    }

    private func records(_ comparison: Comparison) -> [String] {
        comparison.changes.records.map { change in
            let sides = [change.before, change.after].map { $0?.data.joined(separator: ",") ?? "-" }
            return "\(change.owner) \(change.type) \(sides[0]) -> \(sides[1])"
        }
    }

    @Test("names follow their addresses, in both directions")
    func names() {
        let comparison = Comparison(inventory(device("a", "192.0.2.10")), inventory(device("b", "192.0.2.11")))
        #expect(
            records(comparison) == [
                "10.2.0.192.in-addr.arpa. PTR a.example.net. -> -", "a.example.net. A 192.0.2.10 -> -",
                "11.2.0.192.in-addr.arpa. PTR - -> b.example.net.", "b.example.net. A - -> 192.0.2.11",
            ])
    }

    @Test("a set of records of which one differs is shown whole")
    func recordSets() {
        let comparison = Comparison(
            inventory(device("a", "192.0.2.10")), inventory(device("a", "192.0.2.10, 192.0.2.11")))
        #expect(records(comparison).contains("a.example.net. A 192.0.2.10 -> 192.0.2.10,192.0.2.11"))
        #expect(comparison.changes.removals.records == 0)
    }

    @Test("a zone that goes takes all its records along, and its SOA shows it")
    func zone() {
        let base = inventory(device("a", "192.0.2.10"))
        let head = base.replacing(", {reverse: 192.0.2.0/24}", with: "")
        let comparison = Comparison(base, head)
        #expect(comparison.changes.records.map { "\($0.type)" } == ["SOA", "NS", "PTR"])
        #expect(comparison.changes.records.allSatisfy { $0.after == nil })
        #expect(comparison.changes.removals.zones.map(\.title) == ["the zone 2.0.192.in-addr.arpa."])
    }

    @Test("another time to live is a change of the records, and of nothing else")
    func timeToLive() {
        let base = inventory(device("a", "192.0.2.10"))
        let comparison = Comparison(base, base.replacing("{name: example.net}", with: "{name: example.net, ttl: 5m}"))
        #expect(comparison.lines == ["change zone example.net.: ttl: nothing -> ttl: 5m"])
        #expect(
            comparison.changes.records.map { "\($0.owner) \($0.type)" }.sorted() == [
                "a.example.net. A", "example.net. NS", "example.net. SOA",
            ])
        #expect(comparison.changes.records.allSatisfy { $0.before?.ttl == 3600 && $0.after?.ttl == 300 })
    }

    @Test("interfaces with a MAC have DHCP reservations where the subnet is served")
    func reservations() {
        let served = "    dhcp: {id: 1}"
        let base = inventory(
            device("a", "192.0.2.10", mac: 1) + device("b", "192.0.2.11", mac: 2) + device("c", "192.0.2.12", mac: 3)
                + device("d", "192.0.2.14"), dhcp: served)
        let head = inventory(
            device("a", "192.0.2.13", mac: 1) + device("b", "192.0.2.11", mac: 4) + device("e", "192.0.2.15", mac: 5),
            dhcp: served)
        let changes = Comparison(base, head).changes.reservations.map { change in
            [change.before, change.after].map { $0.map { "\($0.device) \($0.address)" } ?? "-" }
                .joined(separator: " -> ")
        }
        #expect(
            changes == [
                "c 192.0.2.12 -> -", "b 192.0.2.11 -> b 192.0.2.11", "a 192.0.2.10 -> a 192.0.2.13",
                "- -> e 192.0.2.15",
            ])
        #expect(Comparison(inventory(device("a", "192.0.2.10", mac: 1)), inventory("  []")).changes.reservations == [])
    }

    @Test("the use of subnets and pools is shown where it differs")
    func use() {
        let comparison = Comparison(
            inventory(device("a", "192.0.2.10")),
            inventory(device("a", "192.0.2.10") + device("b", "192.0.2.11") + device("c", "192.0.2.200")))
        let uses = comparison.changes.uses.map { use in
            "\(use.id) \(use.before?.claimed ?? 0)/\(use.before?.size ?? 0) \(use.after?.claimed ?? 0)/\(use.after?.size ?? 0)"
        }
        #expect(uses == ["192.0.2.0/24 1/254 3/254", "servers 1/10 2/10"])
    }

    @Test("an address that moves within a subnet leaves its use alone")
    func useWithin() {
        let comparison = Comparison(inventory(device("a", "192.0.2.10")), inventory(device("a", "192.0.2.11")))
        #expect(comparison.changes.uses == [])
    }
}
