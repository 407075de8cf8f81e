import Addressing
import TestSupport
import Testing

@Suite("Text round trips")
struct RoundTripTests {
    @Test("a printed address, prefix or range parses to itself", arguments: AddressFamily.allCases)
    func addresses(family: AddressFamily) throws {
        for seed in UInt64(0)..<3000 {
            var generator = SeededGenerator(seed: seed)
            let address = generator.address(family)
            #expect(try IPAddress(parsing: address.description) == address, "\(generator)")
            #expect(IPAddress(bytes: address.bytes) == address, "\(generator)")
            let other = generator.address(family)
            let range = try #require(IPRange(first: min(address, other), last: max(address, other)))
            #expect(try IPRange(parsing: range.description) == range, "\(generator)")
        }
    }

    @Test("every prefix length round-trips and holds what lies between its ends", arguments: AddressFamily.allCases)
    func prefixes(family: AddressFamily) throws {
        for length in 0...family.width {
            for seed in UInt64(0)..<20 {
                var generator = SeededGenerator(seed: seed << 8 | UInt64(length))
                let prefix = IPPrefix(containing: generator.address(family), length: length)
                guard prefix.network.bits >> 32 != 0xffff || family == .v4 else { continue }
                #expect(try IPPrefix(parsing: prefix.description) == prefix, "\(generator)")
                #expect(prefix.range.prefix == prefix, "\(generator)")
                #expect(prefix.contains(prefix.first) && prefix.contains(prefix.last), "\(generator)")
                #expect(prefix.first.previous.map(prefix.contains) != true, "\(generator)")
                #expect(prefix.last.next.map(prefix.contains) != true, "\(generator)")
                #expect(prefix.range.contains(prefix.usable), "\(generator)")
            }
        }
    }

    @Test("a printed MAC address parses to itself, with hyphens and in upper case too")
    func macAddresses() throws {
        for seed in UInt64(0)..<1000 {
            var generator = SeededGenerator(seed: seed)
            let mac = MACAddress(bits: UInt64.random(in: 0..<1 << 48, using: &generator))
            let hyphens = String(mac.description.map { $0 == ":" ? "-" : $0 }).uppercased()
            #expect(try MACAddress(parsing: mac.description) == mac, "\(generator)")
            #expect(try MACAddress(parsing: hyphens) == mac, "\(generator)")
        }
    }

    @Test(
        "IPv6 is printed as RFC 5952 says",
        arguments: [
            ("0:0:0:0:0:0:0:0", "::"), ("0:0:0:0:0:0:0:1", "::1"), ("1:0:0:0:0:0:0:0", "1::"),
            ("2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
            ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("0001:00::0", "1::"),
            ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"), ("1:0:0:4:0:0:7:8", "1::4:0:0:7:8"),
        ])
    func canonical(text: String, expected: String) throws {
        #expect(try IPAddress(parsing: text).description == expected)
    }
}
