import Addressing
import TestSupport
import Testing

@Suite("Prefix tables")
struct PrefixTableTests {
    @Test("every look-up finds what a search of all entries finds", arguments: AddressFamily.allCases)
    func agreesWithLinearSearch(family: AddressFamily) {
        for seed in UInt64(0)..<60 {
            var generator = SeededGenerator(seed: seed)
            let base = generator.address(family)
            let prefixes = (0..<80).map { _ in nearby(base, &generator) }
            let table = PrefixTable(prefixes.enumerated().map { ($1, $0) })
            let sorted = Set(prefixes).sorted()
            #expect(table.map(\.prefix) == sorted, "\(generator)")
            for _ in 0..<40 {
                let prefix = nearby(base, &generator)
                let address = prefix.last
                let holders = sorted.filter { $0.contains(address) }.sorted { $0.length < $1.length }
                #expect(table.longestMatch(for: address)?.prefix == holders.last, "\(generator)")
                #expect(table.covering(address).map(\.prefix) == holders, "\(generator)")
                let covering = sorted.filter { $0.contains(prefix) }.sorted { $0.length < $1.length }
                #expect(table.longestMatch(for: prefix)?.prefix == covering.last, "\(generator)")
                #expect(table.covering(prefix).map(\.prefix) == covering, "\(generator)")
                #expect(table.parent(of: prefix)?.prefix == covering.last { $0 != prefix }, "\(generator)")
                #expect(
                    table.covered(by: prefix).map(\.prefix) == sorted.filter { prefix.contains($0) }, "\(generator)")
                #expect(table[prefix] == prefixes.firstIndex(of: prefix), "\(generator)")
            }
        }
    }

    @Test("of several values for one prefix the first stands")
    func firstValueStands() throws {
        let prefix = try IPPrefix(parsing: "192.0.2.0/24")
        let table = PrefixTable([(prefix, "first"), (prefix, "second")])
        #expect(table[prefix] == "first")
        #expect(table.count == 1)
    }

    @Test("the whole of one family covers nothing of the other")
    func familiesStayApart() throws {
        let table = PrefixTable([(try IPPrefix(parsing: "0.0.0.0/0"), 4), (try IPPrefix(parsing: "::/0"), 6)])
        #expect(table.longestMatch(for: try IPAddress(parsing: "::1"))?.value == 6)
        #expect(table.longestMatch(for: try IPAddress(parsing: "255.255.255.255"))?.value == 4)
        #expect(table.covered(by: try IPPrefix(parsing: "0.0.0.0/0")).map(\.value) == [4])
    }

    @Test("an empty table finds nothing")
    func empty() throws {
        let table = PrefixTable<Int>([])
        let prefix = try IPPrefix(parsing: "::/0")
        #expect(table.longestMatch(for: prefix.first) == nil)
        #expect(table.covering(prefix).isEmpty)
        #expect(table.covered(by: prefix).isEmpty)
    }

    /// A prefix whose network differs from `base` in a few of its bits, so that many nest.
    private func nearby(_ base: IPAddress, _ generator: inout SeededGenerator) -> IPPrefix {
        let flipped = UInt128(1) << UInt128(Int.random(in: 0..<base.family.width, using: &generator))
        let address = IPAddress(family: base.family, bits: base.bits ^ flipped)
        return IPPrefix(containing: address, length: Int.random(in: 0...base.family.width, using: &generator))
    }
}
