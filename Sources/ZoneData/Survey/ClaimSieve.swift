import Addressing
import Findings
import InventoryModel

/// Picks out the claims whose names could be at odds with anything.
///
/// Of most claims, the one name that follows from device and interface is valid, nobody else's, and nowhere else
/// mentioned: nothing can be wrong with its records. To derive only those of the others takes a fraction of the time.
struct ClaimSieve {
    private let plan: AddressPlan
    private let zones: [SubnetZone?]
    private let busyAddresses: AddressSet
    private var mentioned: Set<UInt64>
    private var isSuspect: [Bool]
    private var regular: [(hash: UInt64, claim: Int32, device: Int32)] = []

    /// What is known of a zone in which names are derived.
    private struct SubnetZone {
        let hash: UInt64
        let length: Int
        /// Whether every name in it has to be looked at.
        let isSuspect: Bool
    }

    /// The claims to look at, in order, given everything that a deriver has before it has addresses.
    static func suspects(_ deriver: ZoneDeriver) -> [Claim] {
        var sieve = ClaimSieve(deriver)
        sieve.sort()
        sieve.addNamesakes()
        sieve.addMentioned()
        sieve.addSharedAddresses()
        return sieve.plan.claims.indices.filter { sieve.isSuspect[$0] }.map { sieve.plan.claims[$0] }
    }

    private init(_ deriver: ZoneDeriver) {
        plan = deriver.plan
        isSuspect = Array(repeating: false, count: plan.claims.count)
        let drafts = deriver.drafts.joined()
        let targets = drafts.compactMap(\.data.target).flatMap { Array(sequence(first: $0, next: \.parent)) }
        let names = drafts.map(\.owner) + targets + MissingDots.names(in: plan.inventory)
        mentioned = Set(names.map(NameHash.hash))
        let cuts = Set(drafts.lazy.filter { $0.isDeclared && $0.hidesNames }.map(\.owner))
        busyAddresses = Self.busyAddresses(deriver)
        var known: [DomainName: SubnetZone] = [:]
        zones = plan.inventory.subnets.map { subnet in
            guard let zone = subnet.zone?.value else { return nil }
            if let zone = known[zone] { return zone }
            let facts = SubnetZone(
                hash: NameHash.zoneHash(of: zone), length: zone.description.utf8.count - 1,
                isSuspect: !zone.isHostname || sequence(first: zone, next: \.parent).contains(where: cuts.contains)
            )
            known[zone] = facts
            return facts
        }
    }

    /// The addresses whose reverse names are declared, or lie below a name that is.
    private static func busyAddresses(_ deriver: ZoneDeriver) -> AddressSet {
        var ranges: [IPRange] = []
        for (zone, drafts) in zip(deriver.directory.zones, deriver.drafts) where zone.block != nil {
            for draft in drafts where draft.isDeclared && (draft.owner != zone.name || draft.hidesNames) {
                let enclosing = sequence(first: draft.owner, next: \.parent).lazy.compactMap(
                    IPPrefix.init(reverseZone:))
                if let prefix = enclosing.first(where: { _ in true }) { ranges.append(prefix.range) }
            }
        }
        return AddressSet(ranges)
    }

    // MARK: Sorting

    /// Tells the claims with a regular name from those that have to be looked at anyway.
    private mutating func sort() {
        let inventory = plan.inventory
        var seenZones: Set<UInt64> = []
        regular.reserveCapacity(plan.claims.count)
        for (index, claim) in plan.claims.enumerated() {
            guard case .device(let device, let interface, let address) = claim.claimant else {
                if case .reservation(let place) = claim.claimant, case .names = inventory.reservations[place].dns {
                    addDeclaredNames(of: claim, at: index)
                }
                continue
            }
            guard inventory.devices[device].status != .retired else { continue }
            switch inventory.devices[device].interfaces[interface].addresses[address].dns {
            case .none: continue
            case .names: addDeclaredNames(of: claim, at: index)
            case .derived:
                guard let zone = claim.subnet.flatMap({ zones[$0] }) else { continue }
                let label = label(inventory, device, interface)
                // One claim of each zone shows that the zone exists, which matters to wildcards above it.
                isSuspect[index] =
                    !label.isValid || label.isMarked || zone.isSuspect || seenZones.insert(zone.hash).inserted
                    || label.length + 1 + zone.length > DomainName.longestName
                    || busyAddresses.contains(claim.address)
                // What such a label becomes may be the name of another, which then is to be looked at, too.
                if label.isInternational { addDeclaredNames(of: claim, at: index) }
                if label.isValid {
                    let hash = NameHash.hash(label: label.hash, in: zone.hash)
                    regular.append((hash, Int32(truncatingIfNeeded: index), Int32(truncatingIfNeeded: device)))
                }
            }
        }
    }

    private mutating func addDeclaredNames(of claim: Claim, at index: Int) {
        isSuspect[index] = true
        for name in plan.publication(of: claim).names { mentioned.insert(NameHash.hash(of: name)) }
    }

    /// The first label of a derived name, as ``AddressPlan/publication(of:)`` makes it.
    private func label(_ inventory: Inventory, _ device: Int, _ interface: Int) -> HostLabel {
        var label = HostLabel()
        label.append(inventory.devices[device].name.value.utf8)
        let earlier = inventory.devices[device].interfaces[..<interface]
        if earlier.contains(where: { !$0.addresses.isEmpty }) {
            label.append(CollectionOfOne(UInt8(ascii: "-")))
            label.append(inventory.devices[device].interfaces[interface].name.value.utf8)
        }
        return label
    }

    // MARK: Comparing

    /// Adds the claims of several devices that have the same name.
    private mutating func addNamesakes() {
        regular.sort { $0.hash < $1.hash }
        var start = 0
        while start < regular.count {
            var end = start + 1
            while end < regular.count, regular[end].hash == regular[start].hash { end += 1 }
            if regular[start..<end].contains(where: { $0.device != regular[start].device }) {
                for entry in regular[start..<end] { isSuspect[Int(entry.claim)] = true }
            }
            start = end
        }
    }

    /// Adds the claims whose name is declared or pointed at elsewhere.
    private mutating func addMentioned() {
        for entry in regular where mentioned.contains(entry.hash) { isSuspect[Int(entry.claim)] = true }
    }

    /// Adds the claims of addresses that several routing domains have.
    private mutating func addSharedAddresses() {
        let claims = plan.claims
        guard let first = claims.first?.vrf, claims.last?.vrf != first else { return }
        var domains: [IPAddress: (vrf: String, isShared: Bool)] = [:]
        for claim in claims where claim.isSingleAddress {
            let known = domains[claim.address]
            domains[claim.address] = (claim.vrf, known.map { $0.isShared || $0.vrf != claim.vrf } ?? false)
        }
        for (index, claim) in claims.enumerated() where domains[claim.address]?.isShared == true {
            isSuspect[index] = true
        }
    }
}

extension RecordData {
    /// The name that the record points at; nil if it points at none.
    var target: DomainName? {
        switch self {
        case .cname(let name), .ptr(let name): name
        default: host
        }
    }
}

extension DraftRecord {
    /// Whether names below its own are somebody else's.
    fileprivate var hidesNames: Bool { data.type == .ns || data.type == .subtreeAlias }
}
