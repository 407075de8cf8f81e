import Addressing
import Testing

@Suite("Edges of the address space")
struct EdgeTests {
    @Test("nothing lies before the first or behind the last address", arguments: AddressFamily.allCases)
    func ends(family: AddressFamily) {
        let first = IPAddress(family: family, bits: 0)
        let last = IPAddress(family: family, bits: family.highestBits)
        #expect(first.previous == nil)
        #expect(last.next == nil)
        #expect(first.advanced(by: family.highestBits) == last)
        #expect(last.advanced(by: .max) == nil)
    }

    @Test("the whole of a family is one prefix, one range and one set", arguments: AddressFamily.allCases)
    func wholeFamily(family: AddressFamily) {
        let whole = IPPrefix(containing: IPAddress(family: family, bits: 12345), length: 0)
        #expect(whole.range.prefix == whole)
        #expect(whole.range.span == family.highestBits)
        #expect(AddressSet([whole.range, IPRange(whole.last)]).ranges == [whole.range])
        #expect(AddressSet(whole.range).subtracting(AddressSet(whole.range)).isEmpty)
    }

    @Test(
        "hosts may have all addresses but network and broadcast, which IPv4 has up to /30",
        arguments: [
            ("192.0.2.0/24", "192.0.2.1-192.0.2.254"), ("192.0.2.0/30", "192.0.2.1-192.0.2.2"),
            ("192.0.2.0/31", "192.0.2.0-192.0.2.1"), ("192.0.2.0/32", "192.0.2.0"),
            ("0.0.0.0/0", "0.0.0.1-255.255.255.254"), ("255.255.255.254/31", "255.255.255.254-255.255.255.255"),
            ("2001:db8::/127", "2001:db8::-2001:db8::1"), ("::/0", "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
        ])
    func usable(prefix: String, expected: String) throws {
        #expect(try IPPrefix(parsing: prefix).usable.description == expected)
    }

    @Test(
        "what can be mended in one way is suggested",
        arguments: [
            ("192.0.2.1/24", "192.0.2.0/24"), ("192.0.2.9-192.0.2.1", "192.0.2.1-192.0.2.9"),
            ("::ffff:1.2.3.4", "1.2.3.4"),
        ])
    func suggestions(text: String, expected: String) {
        let error = #expect(throws: AddressError.self) { try IPRange(parsing: text) }
        #expect(error?.suggestion == expected)
    }

    @Test(
        "a malformed range is refused",
        arguments: [
            "", "-", "192.0.2.1-", "-192.0.2.1", "192.0.2.1-::1", "192.0.2.1-192.0.2.2-192.0.2.3", "192.0.2.1-9", "a-b",
        ])
    func malformedRanges(text: String) {
        #expect(throws: AddressError.self) { try IPRange(parsing: text) }
    }

    @Test(
        "a malformed MAC address is refused",
        arguments: [
            "", "02:00:5e:10:00", "02:00:5e:10:00:1", "02:00-5e:10:00:01", "0200.5e10.0001", "02:00:5e:10:00:0g",
            "02:00:5e:10:00:01 ",
        ])
    func malformedMACs(text: String) {
        #expect(throws: AddressError.self) { try MACAddress(parsing: text) }
    }
}
