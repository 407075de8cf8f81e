package import Addressing
import Findings

/// Addresses that are free in the inventory, each named once: whoever follows two suggestions gets two addresses.
package struct FreeAddresses {
    /// What an address is taken from.
    private struct Scope: Hashable {
        let vrf: String
        let range: IPRange
    }

    /// Free ranges in the order in which they are used up.
    private struct Supply {
        let ranges: [IPRange]
        private var index = 0
        private var upcoming: IPAddress?

        init(_ ranges: [IPRange]) {
            self.ranges = ranges
        }

        mutating func take() -> IPAddress? {
            guard index < ranges.count else { return nil }
            let address = upcoming ?? ranges[index].first
            upcoming = address == ranges[index].last ? nil : address.next
            if upcoming == nil { index += 1 }
            return address
        }
    }

    private let plan: AddressPlan
    private var supplies: [Scope: Supply] = [:]

    /// Begins with every free address of an inventory.
    package init(_ plan: AddressPlan) {
        self.plan = plan
    }

    /// The next free address of the static pool that an address lies in, or else of its subnet: those behind it first.
    ///
    /// - Returns: nil if the address lies in no subnet, or none is free there.
    package mutating func next(near address: IPAddress, vrf: String) -> IPAddress? {
        guard let subnet = plan.subnet(holding: address, vrf: vrf) else { return nil }
        let pool = subnet.pools.first { $0.purpose == .static && $0.range.value.contains(address) }
        return next(in: subnet, within: pool?.range.value ?? subnet.prefix.value.range, behind: address)
    }

    /// The next free address of a subnet, the lowest first; nil if none is.
    package mutating func next(in subnet: Subnet) -> IPAddress? {
        next(in: subnet, within: subnet.prefix.value.range, behind: subnet.prefix.value.network)
    }

    private mutating func next(in subnet: Subnet, within range: IPRange, behind address: IPAddress) -> IPAddress? {
        let scope = Scope(vrf: subnet.vrfName, range: range)
        var supply = supplies[scope] ?? Supply(free(in: subnet, within: range, behind: address))
        let next = supply.take()
        supplies[scope] = supply
        return next
    }

    /// All free ranges, those behind an address first.
    private func free(in subnet: Subnet, within range: IPRange, behind address: IPAddress) -> [IPRange] {
        let free = plan.freeAddresses(in: subnet, within: range)
        guard let front = IPRange(first: range.first, last: address) else { return free.ranges }
        let behind = free.subtracting(AddressSet(front))
        return behind.ranges + free.subtracting(behind).ranges
    }
}

extension AddressPlan {
    /// The addresses of a part of a subnet that are free in the inventory; none in a container.
    ///
    /// Free is what nobody claims and no reservation keeps, outside dhcp and reserved pools, and neither gateway nor
    /// network or broadcast address, which in IPv6 is the anycast address of the subnet's routers (RFC 4291, 2.6.1).
    package func freeAddresses(in subnet: Subnet, within range: IPRange) -> AddressSet {
        guard subnet.status != .container, let usable = subnet.prefix.value.usable.intersection(range) else {
            return AddressSet()
        }
        var taken = claims(beginningIn: usable, vrf: subnet.vrfName).map(\.range)
        taken += reservedRanges(overlapping: usable, vrf: subnet.vrfName)
        taken += subnet.pools.filter { $0.purpose != .static }.map(\.range.value)
        taken += [subnet.gateway?.value, subnet.prefix.value.routersAnycast].compactMap(\.self).map { IPRange($0) }
        return AddressSet(taken).free(in: usable)
    }
}

extension IPPrefix {
    /// The address that means any router of an IPv6 subnet; links between two routers do without (RFC 6164).
    fileprivate var routersAnycast: IPAddress? { family == .v6 && length < 127 ? network : nil }
}
