import Addressing
import ZoneData

/// Compares one zone, name by name.
struct ZonePlanner {
    private let zone: DomainName
    private(set) var additions: [PushStep] = []
    private(set) var replacements: [PushStep] = []
    /// Where an alias takes the place of other records, or they its place: what goes comes first.
    private(set) var exchanges: [PushStep] = []
    private(set) var deletions: [PushStep] = []
    private(set) var complaints: [PushComplaint] = []
    private var existing = 0
    private var lost: Set<PushScope.Group> = []
    private var remaining = 0

    /// What the zone has and loses.
    var scope: PushScope { PushScope(zone: zone, existing: existing, lost: lost, remaining: remaining) }

    init(_ content: ZoneContent, existing: [ServerRecord], comment: String) {
        zone = content.name
        let wanted = content.records.filter { !($0.data.type == .ns && $0.owner == content.name) }
        let wantedByName = Dictionary(grouping: wanted, by: \.owner)
        let existingByName = Dictionary(grouping: existing, by: \.name)
        for owner in Set(wantedByName.keys).union(existingByName.keys).sorted() {
            let there = existingByName[owner] ?? []
            let here = NameComparison(
                owner: owner, zone: zone, wanted: wantedByName[owner] ?? [],
                ours: there.filter { $0.comments == comment && $0.data != nil },
                others: there.filter { ($0.comments != comment || $0.data == nil) && !$0.isSigning })
            take(here)
        }
    }

    private mutating func take(_ name: NameComparison) {
        complaints += name.complaints
        replacements += name.replacements
        existing += name.existingTypes.count
        remaining += name.remainingTypes.count
        if name.isExchange {
            exchanges += name.deletions + name.additions
        } else {
            additions += name.additions
            deletions += name.deletions
            lost.formUnion(name.lost)
        }
    }
}

extension ServerRecord {
    /// Whether the server makes it by itself, beside whatever else a name has (RFC 4034).
    fileprivate var isSigning: Bool { type == "RRSIG" || type == "NSEC" }
}
