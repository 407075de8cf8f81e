import Addressing
import TestSupport
import Testing

@Suite("Ranges as prefixes")
struct RangePrefixTests {
    @Test(
        "a range is made of the fewest prefixes",
        arguments: [
            ("10.0.0.0-10.0.0.255", ["10.0.0.0/24"]),
            ("10.0.0.1-10.0.0.4", ["10.0.0.1/32", "10.0.0.2/31", "10.0.0.4/32"]),
            ("0.0.0.0-255.255.255.255", ["0.0.0.0/0"]), ("::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", ["::/0"]),
            ("255.255.255.254-255.255.255.255", ["255.255.255.254/31"]),
        ])
    func known(text: String, prefixes: [String]) throws {
        let range = try #require(IPRange(text))
        #expect(range.prefixes.map(\.description) == prefixes)
    }

    @Test("together they are the range, and no two of them could be one")
    func property() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<2000 {
            let ends = (0..<2).map { _ in IPAddress(v6: UInt128(UInt64.random(in: 0...4096, using: &generator))) }
                .sorted()
            let range = try #require(IPRange(first: ends[0], last: ends[1]))
            let prefixes = range.prefixes
            #expect(AddressSet(prefixes.map(\.range)).ranges == [range])
            for (left, right) in zip(prefixes, prefixes.dropFirst()) where left.length == right.length {
                #expect(!IPPrefix(containing: left.first, length: left.length - 1).contains(right))
            }
        }
    }
}
