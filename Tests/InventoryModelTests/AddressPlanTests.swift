import Addressing
import Chronology
import Findings
import InventoryModel
import Testing

@Suite("an inventory with its references resolved")
struct AddressPlanTests {
    private let plan = AddressPlan(
        Reading(
            """
            settings: {scan: {every: 2h, rate: 500, exclude: [192.0.2.250]}}
            vrfs: [{name: lab}]
            subnets:
              - {prefix: 192.0.2.0/24, status: container, scan: {enabled: false, rate: 100, every: 30m}}
              - {prefix: 192.0.2.0/25, scan: {enabled: true, rate: 200}, drift: {missing_after: 3d}}
              - {prefix: 192.0.2.0/26, vrf: lab}
              - {prefix: 198.51.100.0/24, pools: [{name: p, range: 198.51.100.0/28, purpose: static}]}
            devices:
              - name: a
                interfaces:
                  - {name: eth0, addresses: [192.0.2.7, 198.51.100.3]}
                  - {name: eth1, vrf: lab, addresses: [192.0.2.8]}
            reservations: [{range: 198.51.100.2-198.51.100.9, name: r}, {address: 198.51.100.3, name: s}]
            """
        ).inventory)

    @Test("the most specific subnet of the routing domain holds an address")
    func mostSpecificSubnet() throws {
        let address = try #require(IPAddress("192.0.2.7"))
        #expect(plan.subnet(holding: address, vrf: "default")?.prefix.value.description == "192.0.2.0/25")
        #expect(plan.subnet(holding: address, vrf: "lab")?.prefix.value.description == "192.0.2.0/26")
        #expect(plan.subnet(holding: address, vrf: "other") == nil)
    }

    @Test("an address in subnets of two routing domains that names neither is ambiguous")
    func ambiguousClaims() {
        #expect(plan.ambiguousClaims.map(\.claim.address.description) == ["192.0.2.7"])
        #expect(plan.ambiguousClaims.map(\.candidates) == [["default", "lab"]])
    }

    @Test("claims stand in order of routing domain, then of address")
    func claimOrder() {
        #expect(
            plan.claims.map { "\($0.vrf) \($0.range)" } == [
                "default 192.0.2.7", "default 198.51.100.2-198.51.100.9", "default 198.51.100.3",
                "default 198.51.100.3", "lab 192.0.2.8",
            ])
    }

    @Test("each claim lies in the most specific subnet of its routing domain that holds its first address")
    func subnetsOfClaims() {
        for claim in plan.claims {
            let subnet = claim.subnet.map { plan.inventory.subnets[$0].prefix.value }
            #expect(subnet == plan.subnet(holding: claim.address, vrf: claim.vrf)?.prefix.value)
        }
    }

    @Test("the claims on an address are those of the address itself, not of ranges around it")
    func claimsOnAddress() throws {
        let address = try #require(IPAddress("198.51.100.3"))
        #expect(plan.claims(on: address, vrf: "default").map { plan.title(of: $0) } == ["a", "s"])
        #expect(plan.reservations(holding: address, vrf: "default").map(\.title) == ["r", "s"])
    }

    @Test("a pool of its subnet holds an address")
    func pools() throws {
        let inside = try #require(IPAddress("198.51.100.15"))
        let outside = try #require(IPAddress("198.51.100.16"))
        #expect(plan.pool(holding: inside, vrf: "default")?.name.value == "p")
        #expect(plan.pool(holding: outside, vrf: "default") == nil)
    }

    @Test("what is switched off or excluded above a subnet cannot be undone in it")
    func effectiveScan() throws {
        let subnet = try #require(plan.inventory.subnets.first { $0.prefix.value.description == "192.0.2.0/25" })
        let scan = plan.effectiveScan(of: subnet)
        #expect(!scan.isEnabled)
        #expect(scan.rate == 100)
        #expect(scan.every == TimeSpan("30m"))
        #expect(scan.exclude.description == "192.0.2.250")
        #expect(plan.effectiveDrift(of: subnet).missingAfter == TimeSpan("3d"))
    }
}
