package import Addressing
import Findings

/// An inventory with its references resolved: which subnet holds an address, and who claims it.
///
/// Made once a run and shared by validation, drift, zones and exports.
package struct AddressPlan: Sendable {
    /// What was declared.
    package let inventory: Inventory
    /// All claims, sorted by routing domain, then by range, then by place in the text.
    package let claims: [Claim]
    /// The claims whose address lies in subnets of several routing domains, and names none of them.
    package let ambiguousClaims: [(claim: Claim, candidates: [String])]
    private let subnetTables: [String: PrefixTable<Int>]
    private let reservationTables: [String: RangeTable<Int>]
    private let claimBounds: [String: Range<Int>]
    /// The places of claims that are of more than one address, or of the same as the claim before.
    private let irregularClaims: [Int]

    /// Resolves an inventory.
    package init(_ inventory: Inventory) {
        self.inventory = inventory
        let domains = Dictionary(grouping: inventory.subnets.indices) { inventory.subnets[$0].vrfName }
        subnetTables = domains.mapValues { indices in
            PrefixTable(indices.map { (inventory.subnets[$0].prefix.value, $0) })
        }
        let collected = ClaimCollector.collect(inventory, subnetTables)
        claims = collected.claims
        ambiguousClaims = collected.ambiguous
        claimBounds = Self.bounds(of: claims)
        irregularClaims = claims.indices.filter { [claims] index in
            claims[index].range.span > 0 || (index > 0 && claims[index - 1].range == claims[index].range)
        }
        let reserved = claims.filter { if case .reservation = $0.claimant { true } else { false } }
        reservationTables = Dictionary(grouping: reserved, by: \.vrf).mapValues { claims in
            RangeTable(
                claims.compactMap { claim in
                    if case .reservation(let index) = claim.claimant { (claim.range, index) } else { nil }
                }
            )
        }
    }

    private static func bounds(of claims: [Claim]) -> [String: Range<Int>] {
        var bounds: [String: Range<Int>] = [:]
        var start = 0
        while start < claims.count {
            let vrf = claims[start].vrf
            let end = claims[start...].partitionIndex { $0.vrf == vrf }
            bounds[vrf] = start..<end
            start = end
        }
        return bounds
    }

    // MARK: Subnets

    /// The names of all routing domains that subnets or claims are in, and `default`, sorted.
    package var domains: [String] {
        Set(subnetTables.keys).union(claimBounds.keys).union([VRF.defaultName]).sorted()
    }

    /// The most specific subnet that holds an address.
    package func subnet(holding address: IPAddress, vrf: String) -> Subnet? {
        subnetTables[vrf]?.longestMatch(for: address).map { inventory.subnets[$0.value] }
    }

    /// The subnets that hold all of a prefix, itself included, widest first.
    package func subnets(covering prefix: IPPrefix, vrf: String) -> [Subnet] {
        subnetTables[vrf]?.covering(prefix).map { inventory.subnets[$0.value] } ?? []
    }

    /// The subnets that lie within a prefix, itself included, in address order.
    package func subnets(coveredBy prefix: IPPrefix, vrf: String) -> [Subnet] {
        subnetTables[vrf]?.covered(by: prefix).map { inventory.subnets[$0.value] } ?? []
    }

    /// The pool of its subnet that holds an address.
    package func pool(holding address: IPAddress, vrf: String) -> Pool? {
        subnet(holding: address, vrf: vrf)?.pools.first { $0.range.value.contains(address) }
    }

    // MARK: Claims

    /// The claims of exactly one address, by devices and reservations, in order.
    package func claims(on address: IPAddress, vrf: String) -> ArraySlice<Claim> {
        claims(beginningIn: IPRange(address), vrf: vrf).filter { $0.range.last == address }[...]
    }

    /// The claims of one routing domain whose first address lies within a range, in order.
    package func claims(beginningIn range: IPRange, vrf: String) -> ArraySlice<Claim> {
        guard let bounds = claimBounds[vrf] else { return [] }
        let start = claims[bounds].partitionIndex { $0.range.first < range.first }
        let end = claims[start..<bounds.upperBound].partitionIndex { $0.range.first <= range.last }
        return claims[start..<end]
    }

    /// The place of the last claim before `end` up to which claims follow each other, from the one at `start` on, address
    /// by address without a gap; all of them are of one routing domain and family.
    package func endOfRun(from start: Int, before end: Int) -> Int {
        let next = irregularClaims.partitionIndex { $0 < start }
        guard next == irregularClaims.count || irregularClaims[next] != start else { return start }
        let border = next < irregularClaims.count ? min(irregularClaims[next], end) : end
        guard start < border else { return start }
        // Each of these claims lies at least one address above the one before, so that a gap shows from there on.
        let first = claims[start].range.first.bits
        return (start..<border).partitionIndex { claims[$0].range.first.bits &- first == UInt128($0 - start) } - 1
    }

    /// The reservations that hold an address, whether as one address or within a range.
    package func reservations(holding address: IPAddress, vrf: String) -> [Reservation] {
        (reservationTables[vrf]?.values(holding: address) ?? []).map { inventory.reservations[$0] }
    }

    /// The reservations that share an address with a range, in no particular order.
    package func reservations(overlapping range: IPRange, vrf: String) -> [Reservation] {
        (reservationTables[vrf]?.values(overlapping: range) ?? []).map { inventory.reservations[$0] }
    }

    /// The device, interface and address that make a claim; nil for a reservation's.
    package func device(of claim: Claim) -> (device: Device, interface: Interface, address: InterfaceAddress)? {
        guard case .device(let device, let interface, let address) = claim.claimant else { return nil }
        let owner = inventory.devices[device]
        let port = owner.interfaces[interface]
        return (owner, port, port.addresses[address])
    }

    /// The reservation that makes a claim; nil for a device's.
    package func reservation(of claim: Claim) -> Reservation? {
        guard case .reservation(let index) = claim.claimant else { return nil }
        return inventory.reservations[index]
    }

    /// Who makes a claim, as messages name it: a device's or reservation's name.
    package func title(of claim: Claim) -> String {
        switch claim.claimant {
        case .device(let index, _, _): inventory.devices[index].name.value
        case .reservation(let index): inventory.reservations[index].title
        }
    }
}
