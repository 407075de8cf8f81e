import Addressing
import InventoryModel
import TestSupport
import Testing

@Suite("addresses that are free in the inventory")
struct FreeAddressTests {
    private static let inventory = """
        subnets:
          - prefix: 192.0.2.0/28
            gateway: 192.0.2.1
            pools:
              - {name: hosts, range: 192.0.2.2-192.0.2.4, purpose: static}
              - {name: leases, range: 192.0.2.8-192.0.2.9, purpose: dhcp}
              - {name: kept, range: 192.0.2.10-192.0.2.11, purpose: reserved}
          - {prefix: 198.51.100.0/24, status: container}
          - {prefix: "2001:db8::/64"}
        devices: [{name: a, interfaces: [{name: eth0, addresses: [192.0.2.3, 192.0.2.6]}]}]
        reservations: [{range: 192.0.2.12-192.0.2.13, name: r}]
        """

    /// All that is free near an address, in the order in which it is named.
    private func free(near text: String, most: Int = 20) throws -> [String] {
        var free = FreeAddresses(AddressPlan(Reading(Self.inventory).inventory))
        let address = try #require(IPAddress(text))
        return (0..<most).compactMap { _ in free.next(near: address, vrf: "default")?.description }
    }

    @Test("claims, reservations, pools, the gateway and what no host may have are not free; those behind come first")
    func behindFirst() throws {
        #expect(
            try free(near: "192.0.2.6") == ["192.0.2.7", "192.0.2.14", "192.0.2.2", "192.0.2.4", "192.0.2.5"])
    }

    @Test("an address in a static pool has its neighbours there")
    func pool() throws {
        #expect(try free(near: "192.0.2.3") == ["192.0.2.4", "192.0.2.2"])
    }

    @Test("the address of all routers is no host's")
    func routersAnycast() throws {
        #expect(try free(near: "2001:db8::", most: 2) == ["2001:db8::1", "2001:db8::2"])
    }

    @Test("nothing is free in a container, nor outside all subnets", arguments: ["198.51.100.7", "203.0.113.1"])
    func nowhere(address: String) throws {
        #expect(try free(near: address) == [])
    }

    @Test("what was named for a pool is not named again for its subnet, and each gets the nearest")
    func nearest() throws {
        let text =
            "subnets: [{prefix: 192.0.2.0/24, pools: [{name: p, range: 192.0.2.9-192.0.2.12, purpose: static}]}]\n"
        var free = FreeAddresses(AddressPlan(Reading(text).inventory))
        let named = try ["192.0.2.9", "192.0.2.8", "192.0.2.200", "192.0.2.8", "192.0.2.9", "192.0.2.7"].map { text in
            free.next(near: try #require(IPAddress(text)), vrf: "default")?.description
        }
        #expect(
            named == ["192.0.2.10", "192.0.2.9", "192.0.2.201", "192.0.2.11", "192.0.2.12", "192.0.2.8"])
    }

    @Test("two subnets with equal addresses have each their own")
    func routingDomains() throws {
        let text = "vrfs: [{name: lab}]\nsubnets: [{prefix: 192.0.2.0/30}, {prefix: 192.0.2.0/30, vrf: lab}]\n"
        var free = FreeAddresses(AddressPlan(Reading(text).inventory))
        let address = try #require(IPAddress("192.0.2.1"))
        let named = ["default", "lab", "default", "lab", "lab"].map {
            free.next(near: address, vrf: $0)?.description
        }
        #expect(named == ["192.0.2.2", "192.0.2.2", "192.0.2.1", "192.0.2.1", nil])
    }
}
