import Addressing
import Allocation
import Chronology
import Findings
import InventoryModel
import Observations
import TestSupport
import Testing

@Suite("Addresses to claim")
struct AddressOfferTests {
    private static let now = Timestamp(seconds: 1_800_014_400)
    private static let inventory = """
        settings: {drift: {missing_after: 7d}}
        sites: [{name: lon1}]
        vrfs: [{name: lab}]
        subnets:
          - {prefix: 10.0.0.0/8, status: container, name: all}
          - prefix: 10.0.0.0/29
            name: lan
            site: lon1
            tags: [prod, lon1]
            gateway: 10.0.0.1
            pools: [{name: hosts, range: 10.0.0.4-10.0.0.5, purpose: static}]
          - prefix: 10.0.1.0/29
            site: lon1
            pools: [{name: leases, range: 10.0.1.2-10.0.1.6, purpose: dhcp}]
          - {prefix: 10.0.2.0/24, status: deprecated, name: old}
          - {prefix: 10.0.0.0/29, vrf: lab, name: twin}
          - {prefix: "2001:db8::/64", name: six, site: lon1}
        devices: [{name: a, interfaces: [{name: eth0, vrf: default, addresses: [10.0.0.2]}]}]
        """

    private let plan = AddressPlan(InventoryText(inventory).inventory)

    private func offer(
        _ count: Int, from names: String..., family: AddressFamily? = .v4, strategy: AllocationStrategy = .lowest,
        seen: [AddressState] = []
    ) throws -> [String] {
        let sources = try names.flatMap { try AllocationSources(plan).sources(named: $0) }
        let offer = try AddressOffer(
            count, from: sources, of: plan, seen: NetworkState(addresses: seen, runs: []), family: family,
            strategy: strategy, now: Self.now)
        return offer.addresses.map { "\($0.address)" } + offer.skipped.map { "skipped \($0.address)" }
    }

    @Test(
        "names of subnets, pools, sites, tags and containers are understood",
        arguments: [
            (["10.0.0.0/29"], ["10.0.0.3", "10.0.0.4"]), (["lan"], ["10.0.0.3", "10.0.0.4"]),
            (["hosts"], ["10.0.0.4", "10.0.0.5"]), (["prod"], ["10.0.0.3", "10.0.0.4"]),
            (["site:lon1"], ["10.0.0.3", "10.0.0.4"]), (["tag:lon1"], ["10.0.0.3", "10.0.0.4"]),
            (["all"], ["10.0.0.3", "10.0.0.4"]), (["lab/10.0.0.0/29"], ["10.0.0.1", "10.0.0.2"]),
            (["twin"], ["10.0.0.1", "10.0.0.2"]), (["pool:hosts", "lan"], ["10.0.0.3", "10.0.0.4"]),
        ])
    func names(names: [String], addresses: [String]) throws {
        let sources = try names.flatMap { try AllocationSources(plan).sources(named: $0) }
        let offer = try AddressOffer(
            2, from: sources, of: plan, seen: NetworkState(addresses: [], runs: []), family: .v4, strategy: .lowest,
            now: Self.now)
        #expect(offer.addresses.map { "\($0.address)" } == addresses)
    }

    @Test(
        "what cannot be meant is told, with what can",
        arguments: [
            ("lan2", "did you mean 'lan'?"), ("lon1", "say site:lon1 or tag:lon1"), ("site:lon2", "'site:lon1'"),
            ("leases", "is for dhcp"), ("10.0.0.0/30", "it lies in 10.0.0.0/29"), ("old", "no active subnet"),
            ("192.0.2.0/24", "no subnet 192.0.2.0/24 is declared"),
        ])
    func refused(name: String, message: String) throws {
        #expect {
            try offer(1, from: name)
        } throws: {
            "\($0)".contains(message)
        }
    }

    @Test("the highest come first where they are wanted, and the middle of the largest gap where room is")
    func strategies() throws {
        #expect(try offer(3, from: "lan", strategy: .highest) == ["10.0.0.6", "10.0.0.5", "10.0.0.4"])
        #expect(try offer(3, from: "twin", strategy: .sparse) == ["10.0.0.3", "10.0.0.5", "10.0.0.1"])
    }

    @Test("piece by piece it finds all that is free, and nothing else", arguments: UInt64(1)...40)
    func pieces(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var lines: [String] = []
        // Runs without a gap, addresses that stand alone, some of them twice, and ranges.
        var next = UInt32(0x0a00_0001)
        while next < 0x0a00_0f00 {
            let text = IPAddress(v4: next)
            switch Int.random(in: 0..<8, using: &random) {
            case 0: next += .random(in: 1...400, using: &random)
            case 1: lines += Array(repeating: "{address: \(text), name: n\(next), role: vip}", count: 2)
            case 2:
                lines.append(
                    "{range: \(text)-\(IPAddress(v4: next + .random(in: 1...9, using: &random))), name: r\(next)}")
            default: lines.append("{address: \(text), name: n\(next)}")
            }
            next += 1
        }
        let text = "subnets: [{prefix: 10.0.0.0/20}]\nreservations:\n" + lines.map { "  - \($0)\n" }.joined()
        let plan = AddressPlan(InventoryText(text).inventory)
        let subnet = try #require(plan.inventory.subnets.first)
        let range = subnet.prefix.value.range
        let free = plan.freeAddresses(in: subnet, within: range)
        var lowest = AddressPicker(plan, subnet, within: range, .lowest)
        var highest = AddressPicker(plan, subnet, within: range, .highest)
        var found: [IPAddress] = []
        while let address = lowest.next() { found.append(address) }
        #expect(UInt128(found.count) == free.count && zip(found, found.dropFirst()).allSatisfy(<))
        #expect(found.allSatisfy(free.contains))
        var reversed: [IPAddress] = []
        while let address = highest.next() { reversed.append(address) }
        #expect(reversed == found.reversed())
    }

    @Test("a /64 is as small as a /29")
    func wide() throws {
        #expect(try offer(2, from: "six", family: nil) == ["2001:db8::1", "2001:db8::2"])
        #expect(
            try offer(1, from: "six", family: .v6, strategy: .highest) == ["2001:db8::ffff:ffff:ffff:ffff"])
        #expect(try offer(1, from: "six", family: .v6, strategy: .sparse) == ["2001:db8:0:0:8000::"])
    }

    @Test("where both families are there, one has to be named")
    func families() throws {
        #expect { try offer(1, from: "site:lon1", family: nil) } throws: { "\($0)".contains("--family") }
        #expect(try offer(1, from: "site:lon1", family: .v6) == ["2001:db8::1"])
    }

    @Test("an address where somebody answered lately is skipped and named; long ago is no matter")
    func alive() throws {
        func state(_ address: String, _ days: Int64, vrf: String = "default") throws -> AddressState {
            let seen = Timestamp(seconds: Self.now.seconds - days * 86_400)
            let observation = Observation(
                vrf: vrf, address: try #require(IPAddress(address)), verdict: .alive, at: seen)
            return AddressState(
                vantage: "v", latest: observation, firstSeen: seen, lastSeen: seen, silentSince: nil)
        }
        let seen = [try state("10.0.0.3", 1), try state("10.0.0.4", 8), try state("10.0.0.5", 1, vrf: "lab")]
        #expect(try offer(2, from: "lan", seen: seen) == ["10.0.0.4", "10.0.0.5", "skipped 10.0.0.3"])
    }

    @Test("less than was asked for is nothing")
    func exhausted() throws {
        #expect(try offer(4, from: "lan").count == 4)
        #expect { try offer(5, from: "lan") } throws: {
            "\($0)".contains("only 4 of 5 addresses are free in subnet lan")
        }
    }
}
