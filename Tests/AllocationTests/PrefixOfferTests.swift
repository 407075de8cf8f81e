import Addressing
import Allocation
import InventoryModel
import TestSupport
import Testing

@Suite("Prefixes to declare")
struct PrefixOfferTests {
    private static let plan = AddressPlan(
        InventoryText(
            """
            subnets:
              - {prefix: 10.0.0.0/16, status: container, name: all}
              - {prefix: 10.0.0.0/24}
              - {prefix: 10.0.1.0/25}
              - {prefix: "2001:db8::/32", status: container, name: six}
            """
        ).inventory)

    private func offer(_ count: Int, _ length: Int, from name: String, _ strategy: AllocationStrategy) throws
        -> PrefixOffer
    {
        let sources = try AllocationSources(Self.plan).sources(named: name)
        return try PrefixOffer(
            count, length: length, from: sources, of: Self.plan, family: nil, strategy: strategy)
    }

    @Test("the block that fits best is taken, so that large ones stay whole")
    func bestFit() throws {
        let small = try offer(1, 26, from: "all", .lowest)
        #expect(small.prefixes.map { "\($0.prefix)" } == ["10.0.1.128/26"])
        let wide = try offer(2, 24, from: "all", .lowest)
        #expect(wide.prefixes.map { "\($0.prefix)" } == ["10.0.2.0/24", "10.0.3.0/24"])
    }

    @Test("the highest block, or the middle of the largest, where that is wanted")
    func strategies() throws {
        #expect(try offer(1, 26, from: "all", .highest).prefixes.map { "\($0.prefix)" } == ["10.0.1.192/26"])
        #expect(try offer(1, 24, from: "all", .sparse).prefixes.map { "\($0.prefix)" } == ["10.0.192.0/24"])
    }

    @Test("how broken up the container is, before and after")
    func fragmentation() throws {
        let effect = try #require(try offer(1, 17, from: "all", .lowest).effects.first)
        #expect(effect.before.blocks == 8)
        #expect(effect.before.largest?.description == "10.0.128.0/17")
        #expect(effect.after.blocks == 7)
        #expect(effect.after.largest?.description == "10.0.64.0/18")
    }

    @Test("a /32 of IPv6 gives any number of prefixes without a walk over it")
    func wide() throws {
        let prefixes = try offer(3, 64, from: "six", .lowest).prefixes.map { "\($0.prefix)" }
        #expect(prefixes == ["2001:db8::/64", "2001:db8:0:1::/64", "2001:db8:0:2::/64"])
    }

    @Test("no more than there is, and only from containers")
    func refused() throws {
        #expect { try offer(2, 17, from: "all", .lowest) } throws: { "\($0)".contains("only 1 of 2 /17 are free") }
        #expect { try offer(1, 8, from: "all", .lowest) } throws: { "\($0)".contains("no /8 is free") }
        #expect { try offer(1, 26, from: "10.0.1.0/25", .lowest) } throws: { "\($0)".contains("status: container") }
    }

    @Test("whatever is taken was free, and nothing is taken twice")
    func property() throws {
        for strategy in AllocationStrategy.allCases {
            var generator = SeededGenerator(seed: 17)
            for _ in 0..<200 {
                let base = IPAddress(v4: UInt32.random(in: 0x0a00_0000...0x0a00_ff00, using: &generator))
                let taken = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
                    IPPrefix(containing: base, length: .random(in: 20...32, using: &generator)).range
                }
                let space = IPPrefix(containing: base, length: 16).range
                let free = AddressSet(taken).free(in: space)
                var picker = PrefixPicker(free, length: .random(in: 18...30, using: &generator), strategy)
                var seen = AddressSet()
                for _ in 0..<20 {
                    guard let prefix = picker.next() else { break }
                    #expect(free.contains(prefix.range) && !seen.overlaps(prefix.range))
                    seen.insert(prefix.range)
                }
            }
        }
    }
}
