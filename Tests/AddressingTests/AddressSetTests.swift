import Addressing
import TestSupport
import Testing

@Suite("Address sets")
struct AddressSetTests {
    /// Sixty-four addresses at both ends of both families: small enough to compare with plain sets.
    static let universes: [IPRange] = [
        range("0.0.0.0-0.0.0.63"), range("255.255.255.192-255.255.255.255"), range("::-::3f"),
        range("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffc0-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ]

    @Test("every operation does what it does on plain sets of addresses", arguments: universes)
    func agreesWithPlainSets(universe: IPRange) {
        for seed in UInt64(0)..<300 {
            var generator = SeededGenerator(seed: seed)
            let left = sample(universe, &generator)
            let right = sample(universe, &generator)
            let window = generator.range(near: universe.first, size: universe.count)
            #expect(addresses(left.union(right)) == addresses(left).union(addresses(right)), "\(generator)")
            #expect(
                addresses(left.intersection(right)) == addresses(left).intersection(addresses(right)), "\(generator)")
            #expect(addresses(left.subtracting(right)) == addresses(left).subtracting(addresses(right)), "\(generator)")
            let inWindow = addresses(AddressSet(window))
            #expect(addresses(left.intersection(window)) == addresses(left).intersection(inWindow), "\(generator)")
            #expect(addresses(left.free(in: window)) == inWindow.subtracting(addresses(left)), "\(generator)")
            #expect(left.overlaps(window) == !addresses(left).isDisjoint(with: inWindow), "\(generator)")
            #expect(left.contains(window) == inWindow.isSubset(of: addresses(left)), "\(generator)")
            #expect(
                left.firstFree(5, in: window) == Array(inWindow.subtracting(addresses(left)).sorted().prefix(5)),
                "\(generator)")
            #expect(left.count == UInt128(addresses(left).count), "\(generator)")
        }
    }

    @Test("inserting ranges one by one makes the set that all of them make at once", arguments: universes)
    func insertion(universe: IPRange) {
        for seed in UInt64(0)..<300 {
            var generator = SeededGenerator(seed: seed)
            let ranges = (0..<12).map { _ in generator.range(near: universe.first, size: universe.count) }
            var grown = AddressSet()
            for range in ranges { grown.insert(range) }
            #expect(grown == AddressSet(ranges), "\(generator)")
        }
    }

    @Test("the ranges of a set neither overlap nor touch", arguments: universes)
    func disjoint(universe: IPRange) {
        for seed in UInt64(0)..<300 {
            var generator = SeededGenerator(seed: seed)
            let ranges = sample(universe, &generator).union(sample(universe, &generator)).ranges
            for (range, next) in zip(ranges, ranges.dropFirst()) {
                #expect((range.last.next.map { $0 < next.first }) == true, "\(generator)")
            }
        }
    }

    @Test("the last IPv4 address and the first IPv6 address do not touch")
    func familiesStayApart() {
        let set = AddressSet([Self.range("255.255.255.255"), Self.range("::")])
        #expect(set.ranges.count == 2)
        #expect(set.free(in: Self.range("0.0.0.0/0")).ranges == [Self.range("0.0.0.0-255.255.255.254")])
        #expect(set.free(in: Self.range("::/127")).ranges == [Self.range("::1")])
    }

    @Test("all of IPv6 counts as the highest number, and so does more")
    func countSaturates() {
        #expect(AddressSet(Self.range("::/0")).count == .max)
        #expect(AddressSet([Self.range("::/0"), Self.range("0.0.0.0/0")]).count == .max)
    }

    @Test("a full range has no free address, an empty one gives its first")
    func firstFree() {
        let pool = Self.range("192.0.2.10-192.0.2.13")
        #expect(AddressSet(Self.range("192.0.2.0/24")).firstFree(in: pool) == nil)
        #expect(AddressSet().firstFree(in: pool) == pool.first)
        #expect(AddressSet(Self.range("192.0.2.8-192.0.2.11")).firstFree(in: pool)?.description == "192.0.2.12")
    }

    @Test("a hundred thousand scattered claims are all found, and what is offered as free is none of them")
    func manyClaims() {
        var generator = SeededGenerator(seed: 1)
        let net = IPPrefix(containing: IPAddress(v4: 10 << 24), length: 8)
        let claims = (0..<100_000).map { _ in IPRange(generator.address(near: net.first, size: 1 << 24)) }
        let set = AddressSet(claims)
        #expect(claims.allSatisfy { set.contains($0.first) })
        for _ in 0..<1000 {
            let address = generator.address(near: net.first, size: 1 << 24)
            if let free = IPRange(first: address, last: net.last).flatMap(set.firstFree) {
                #expect(!set.contains(free), "\(generator)")
            }
        }
    }

    private func sample(_ universe: IPRange, _ generator: inout SeededGenerator) -> AddressSet {
        let count = Int.random(in: 0...8, using: &generator)
        return AddressSet((0..<count).map { _ in generator.range(near: universe.first, size: universe.count) })
    }

    private func addresses(_ set: AddressSet) -> Set<IPAddress> {
        Set(set.ranges.flatMap { range in sequence(first: range.first) { $0 == range.last ? nil : $0.next } })
    }

    private static func range(_ text: String) -> IPRange {
        guard let range = IPRange(text) else { preconditionFailure("\(text) is not a range") }
        return range
    }
}
