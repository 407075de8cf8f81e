import Addressing
import Findings
import InventoryModel

/// The zones of an inventory, found by name and by address; of nested ones the most specific answers.
struct ZoneDirectory: Sendable {
    /// All zones, in natural order of their names.
    let zones: [ZoneHead]
    let problems: [ZoneProblem]
    private let places: [DomainName: Int]
    private let blocks: PrefixTable<(place: Int, isClassless: Bool)>

    init(_ inventory: Inventory) {
        var names = ZoneNames()
        for zone in inventory.zones { names.add(zone) }
        var reader = ZoneHeadReader(inventory.settings)
        let zones = names.chosen.map { reader.head($0.name, of: $0.zone) }
        self.zones = zones
        problems = names.problems + reader.problems
        places = Dictionary(uniqueKeysWithValues: zip(zones.map(\.name), zones.indices))
        blocks = PrefixTable(
            zones.enumerated().compactMap { place, zone in zone.block.map { ($0, (place, zone.isClassless)) } })
    }

    /// The place of the zone with exactly this name.
    func place(of name: DomainName) -> Int? { places[name] }

    /// The place of the most specific zone that a name belongs to.
    func place(holding name: DomainName) -> Int? {
        var candidate: DomainName? = name
        while let current = candidate {
            if let place = places[current] { return place }
            candidate = current.parent
        }
        return nil
    }

    /// The place of the next wider zone around a zone.
    func parent(of place: Int) -> Int? {
        zones[place].name.parent.flatMap { self.place(holding: $0) }
    }

    /// The place of the zone that holds the PTR record of an address, and the name that the record stands under.
    func pointer(of address: IPAddress) -> (place: Int, owner: DomainName)? {
        guard let (place, isClassless) = blocks.longestMatch(for: address)?.value else { return nil }
        guard isClassless else { return (place, address.reverseName) }
        // RFC 2317, 4: the last octet stands below the name of the block.
        guard let octet = address.bytes.last,
            let owner = try? DomainName(parsing: String(octet), relativeTo: zones[place].name)
        else { return nil }
        return (place, owner)
    }
}

extension ZoneHead {
    /// Whether the zone is a part of an octet, to which aliases in the parent zone lead (RFC 2317).
    var isClassless: Bool { block.map { $0.family == .v4 && (25...31).contains($0.length) } ?? false }
}

/// Works out which zones the declarations make: a forward one makes one, a reverse one as many as its prefix needs.
private struct ZoneNames {
    private var best: [DomainName: (zone: Zone, rank: Int)] = [:]
    private(set) var problems: [ZoneProblem] = []
    private static let exactly = 1000
    /// The most characters of a zone's name, so that its file's name is not longer than file systems allow.
    private static let longestName = 250

    mutating func add(_ zone: Zone) {
        let (names, rank) =
            switch zone.origin.value {
            case .forward: (zone.zoneNames, Self.exactly)
            case .reverse(let prefix): (zone.zoneNames, prefix.length)
            }
        checkName(of: zone)
        for name in names where isWritable(name, zone) {
            guard let other = best[name] else {
                best[name] = (zone, rank)
                continue
            }
            // `reverse: 10.0.0.0/20` and `reverse: 10.0.3.0/24` both make 3.0.10.in-addr.arpa: the /24 speaks for it.
            // A name that somebody chose for a part of an octet is meant for nothing else.
            if rank == other.rank || zone.alias != nil || other.zone.alias != nil {
                problems.append(ZoneProblem(.duplicateZone, name, "'\(name)' is declared twice", at: zone.origin.span))
            } else if rank > other.rank {
                best[name] = (zone, rank)
            }
        }
    }

    /// The zones in natural order of their names; of two that would share a file, the first.
    var chosen: [(name: DomainName, zone: Zone)] {
        mutating get {
            var files: Set<String> = []
            var chosen: [(name: DomainName, zone: Zone)] = []
            for (name, choice) in best.sorted(by: { $0.key < $1.key }) {
                if files.insert(ZoneFile.name(of: name)).inserted {
                    chosen.append((name, choice.zone))
                } else {
                    let reason = "'\(name)' and another zone would share the file \(ZoneFile.name(of: name))"
                    problems.append(ZoneProblem(.duplicateZone, name, reason, at: choice.zone.origin.span))
                }
            }
            return chosen
        }
    }

    /// Only the zone of a part of an octet has a name to choose, and that of an address of the octet is none: the parent
    /// would delegate it instead of having an alias there.
    private mutating func checkName(of zone: Zone) {
        if let alias = zone.alias, let block = zone.classlessBlock, let address = IPAddress(reverseName: alias.value),
            IPPrefix(containing: block.first, length: 24).contains(address)
        {
            let reason = "`as` is the reverse name of \(address) itself: choose one that no address has"
            problems.append(ZoneProblem(.invalidZone, "as", reason, at: alias.span))
        }
        guard !zone.isClassless, zone.style != nil || zone.alias != nil else { return }
        let key = zone.alias == nil ? "style" : "as"
        let reason = "`\(key)` is for reverse zones of IPv4 from /25 to /31; any other has one name only"
        problems.append(
            ZoneProblem(.invalidZone, key, reason, at: zone.alias?.span ?? zone.origin.span))
    }

    private mutating func isWritable(_ name: DomainName, _ zone: Zone) -> Bool {
        guard name.isWildcard || name.description.utf8.count > Self.longestName else { return true }
        let reason =
            name.isWildcard ? "a zone cannot have the name '\(name)'" : "the zone's name is too long for a file"
        problems.append(ZoneProblem(.invalidZone, name, reason, at: zone.origin.span))
        return false
    }
}
