import Addressing
import TestSupport
import Testing

@Suite("Reverse names")
struct ReverseNameTests {
    @Test("an address is read back from its reverse name", arguments: AddressFamily.allCases)
    func roundTrip(family: AddressFamily) throws {
        for seed in UInt64(0)..<1000 {
            var generator = SeededGenerator(seed: seed)
            let address = generator.address(family)
            #expect(IPAddress(reverseName: address.reverseName) == address, "\(generator)")
            #expect(try DomainName(parsing: address.reverseName.description) == address.reverseName, "\(generator)")
        }
    }

    @Test("the reverse zones of a prefix hold its addresses and no others", arguments: AddressFamily.allCases)
    func zonesHoldExactlyTheBlock(family: AddressFamily) {
        for length in 0...family.width {
            var generator = SeededGenerator(seed: UInt64(length))
            let prefix = IPPrefix(containing: generator.address(family), length: length)
            let zones = prefix.reverseZones
            #expect(AddressSet(zones.compactMap { IPPrefix(reverseZone: $0)?.range }).ranges == [prefix.range])
            #expect(zones == zones.sorted())
        }
    }

    @Test(
        "zones are cut at octets and nibbles, and as in RFC 2317 beyond /24",
        arguments: [
            ("0.0.0.0/0", ["in-addr.arpa."]), ("192.0.2.0/24", ["2.0.192.in-addr.arpa."]),
            ("192.0.2.0/23", ["2.0.192.in-addr.arpa.", "3.0.192.in-addr.arpa."]),
            ("192.0.2.64/26", ["64-26.2.0.192.in-addr.arpa."]), ("192.0.2.0/25", ["0-25.2.0.192.in-addr.arpa."]),
            ("192.0.2.7/32", ["7.2.0.192.in-addr.arpa."]), ("::/0", ["ip6.arpa."]),
            ("2001:db8::/32", ["8.b.d.0.1.0.0.2.ip6.arpa."]),
            ("2001:db8::/31", ["8.b.d.0.1.0.0.2.ip6.arpa.", "9.b.d.0.1.0.0.2.ip6.arpa."]),
        ])
    func cuts(prefix: String, zones: [String]) throws {
        #expect(try IPPrefix(parsing: prefix).reverseZones.map(\.description) == zones)
    }

    @Test(
        "a name that no prefix has is not taken for a reverse zone",
        arguments: [
            "example.net", "256.in-addr.arpa", "01.in-addr.arpa", "1.2.3.4.5.in-addr.arpa",
            "65-26.2.0.192.in-addr.arpa",
            "64-24.2.0.192.in-addr.arpa", "64-26.0.192.in-addr.arpa", "7.64-26.2.0.192.in-addr.arpa", "g.ip6.arpa",
            "10.ip6.arpa", "a.in-addr.arpa", "*.2.0.192.in-addr.arpa", "xin-addr.arpa", "64-26-1.2.0.192.in-addr.arpa",
            String(repeating: "0.", count: 33) + "ip6.arpa",
        ])
    func refusal(name: String) throws {
        #expect(IPPrefix(reverseZone: try DomainName(parsing: name)) == nil)
    }

    @Test("a zone of RFC 2317 is read with a slash as well")
    func slash() throws {
        let zone = try DomainName(parsing: "64/26.2.0.192.in-addr.arpa")
        #expect(IPPrefix(reverseZone: zone)?.description == "192.0.2.64/26")
    }
}
