package import Addressing
import Findings

/// Addresses that are free in the inventory, each named once: whoever follows two suggestions gets two addresses.
package struct FreeAddresses {
    /// What an address is taken from.
    private struct Scope: Hashable {
        let vrf: String
        let range: IPRange
    }

    /// An address in its routing domain.
    private struct Place: Hashable {
        let vrf: String
        let address: IPAddress
    }

    /// What of a scope is free, and how to get past what was named.
    private struct Supply {
        let free: AddressSet
        /// For addresses that were named, the next in the scope that may not have been; nil at its end.
        var behind: [IPAddress: IPAddress?] = [:]
    }

    private let plan: AddressPlan
    private var supplies: [Scope: Supply] = [:]
    private var named: Set<Place> = []

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
        return next(in: subnet, within: pool?.range.value ?? subnet.prefix.value.range, from: address.next ?? address)
    }

    /// The next free address of a subnet, the lowest first; nil if none is.
    package mutating func next(in subnet: Subnet) -> IPAddress? {
        next(in: subnet, within: subnet.prefix.value.range, from: subnet.prefix.value.network)
    }

    private mutating func next(in subnet: Subnet, within range: IPRange, from start: IPAddress) -> IPAddress? {
        let scope = Scope(vrf: subnet.vrfName, range: range)
        var supply = supplies[scope] ?? Supply(free: plan.freeAddresses(in: subnet, within: range))
        let next = unnamed(in: &supply, from: start, scope.vrf) ?? unnamed(in: &supply, from: range.first, scope.vrf)
        supplies[scope] = supply
        if let next { named.insert(Place(vrf: scope.vrf, address: next)) }
        return next
    }

    /// The first free address from one on that was not named yet, whether for this scope or another.
    private func unnamed(in supply: inout Supply, from start: IPAddress, _ vrf: String) -> IPAddress? {
        var passed: [IPAddress] = []
        var candidate = supply.free.first(from: start)
        while let address = candidate {
            if let behind = supply.behind[address] {
                candidate = behind
            } else if named.contains(Place(vrf: vrf, address: address)) {
                candidate = address.next.flatMap { supply.free.first(from: $0) }
            } else {
                break
            }
            passed.append(address)
        }
        // Whoever comes this way again goes to the end at once.
        for address in passed { supply.behind[address] = .some(candidate) }
        return candidate
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
        taken += reservations(overlapping: usable, vrf: subnet.vrfName).map(\.range.value)
        taken += subnet.pools.filter { $0.purpose != .static }.map(\.range.value)
        taken += [subnet.gateway?.value, subnet.prefix.value.routersAnycast].compactMap(\.self).map { IPRange($0) }
        return AddressSet(taken).free(in: usable)
    }
}

extension IPPrefix {
    /// The address that means any router of an IPv6 subnet; links between two routers do without (RFC 6164).
    fileprivate var routersAnycast: IPAddress? { family == .v6 && length < 127 ? network : nil }
}
