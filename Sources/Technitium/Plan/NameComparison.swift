import Addressing
import ZoneData

/// Compares what is declared for one name with what a server has there.
struct NameComparison {
    private let owner: DomainName
    private let zone: DomainName
    private(set) var additions: [PushStep] = []
    private(set) var replacements: [PushStep] = []
    private(set) var deletions: [PushStep] = []
    private(set) var complaints: [PushComplaint] = []
    /// The types of which there are records of ours, before and after.
    let existingTypes: Set<RecordType>
    private(set) var remainingTypes: Set<RecordType> = []

    /// Whether an alias and other records change places, so that the server refuses to add before it deletes.
    var isExchange: Bool {
        let (gone, new) = (deletions.map(\.record.data.type), additions.map(\.record.data.type))
        return (gone.contains(.cname) && !new.isEmpty) || (new.contains(.cname) && !gone.isEmpty)
    }

    /// What goes or loses values, without another in its place.
    var lost: [PushScope.Group] {
        existingTypes.filter { type in
            deletions.count { $0.record.data.type == type } > additions.count { $0.record.data.type == type }
        }.map { PushScope.Group(owner: owner, type: $0) }
    }

    init(
        owner: DomainName, zone: DomainName, wanted: [ResourceRecord], ours: [ServerRecord], others: [ServerRecord]
    ) {
        self.owner = owner
        self.zone = zone
        let wantedByType = Dictionary(grouping: wanted, by: \.data.type)
        let oursByType = Dictionary(grouping: ours) { $0.data?.type ?? .soa }
        existingTypes = Set(oursByType.keys)
        for type in Set(wantedByType.keys).union(oursByType.keys).sorted() {
            compare(type, wantedByType[type] ?? [], ours: oursByType[type] ?? [], others: others)
        }
        // Where something is in the way of what is to come, what is there stays.
        if !complaints.isEmpty {
            deletions = []
            remainingTypes = existingTypes.union(remainingTypes)
        }
    }

    private mutating func compare(
        _ type: RecordType, _ wanted: [ResourceRecord], ours: [ServerRecord], others: [ServerRecord]
    ) {
        let rivals = others.filter { $0.excludes(type) }
        guard rivals.isEmpty || wanted.isEmpty else {
            let there = Set((rivals + ours).filter { !$0.isDisabled }.compactMap(\.data))
            if !ours.isEmpty { remainingTypes.insert(type) }
            if !wanted.allSatisfy({ there.contains($0.data) }) { complain(type, of: rivals) }
            return
        }
        guard wanted.allSatisfy(\.data.canBePushed) else {
            if !ours.isEmpty { remainingTypes.insert(type) }
            complain(type, "the API takes no such data as it is: add the record in the server's console")
            return
        }
        if !wanted.isEmpty { remainingTypes.insert(type) }
        guard !isNewAlias(type, wanted, ours) else { return }
        let wantedData = Set(wanted.map(\.data))
        for record in wanted {
            guard let existing = ours.first(where: { $0.data == record.data }) else {
                additions.append(.add(record, to: zone))
                continue
            }
            guard existing.ttl != record.ttl || existing.isDisabled else { continue }
            replacements.append(.replace(existing.resource(record.data), by: record, in: zone))
        }
        for existing in ours {
            guard let data = existing.data, !wantedData.contains(data) else { continue }
            deletions.append(.delete(existing.resource(data), from: zone))
        }
    }

    /// There can be but one alias: it is told to lead elsewhere instead of being joined by another.
    private mutating func isNewAlias(
        _ type: RecordType, _ wanted: [ResourceRecord], _ ours: [ServerRecord]
    ) -> Bool {
        guard type == .cname, let new = wanted.first, let existing = ours.first, let data = existing.data,
            data != new.data
        else { return false }
        replacements.append(.replace(existing.resource(data), by: new, in: zone))
        return true
    }

    private mutating func complain(_ type: RecordType, of rivals: [ServerRecord]) {
        let there = rivals.prefix(3).map { rival in
            let state = rival.isDisabled ? " (disabled)" : ""
            return "\(rival.type.prefix(20)) \(rival.data.map { "\($0)".prefix(80) } ?? "…")\(state)"
        }
        let more = rivals.count > 3 ? " and \(rivals.count - 3) more" : ""
        complain(
            type,
            "the server has \(there.joined(separator: ", "))\(more), which ipam did not write: delete it there, or leave "
                + "the name to it")
    }

    private mutating func complain(_ type: RecordType, _ reason: String) {
        complaints.append(PushComplaint(zone: zone, owner: owner, type: type, reason: reason))
    }
}

extension ServerRecord {
    /// Whether records of a type are out of the question at this name while others have this one there.
    ///
    /// That goes for the same type too: to add one sets the time to live of all.
    fileprivate func excludes(_ type: RecordType) -> Bool {
        self.type == type.technitiumName || self.type == "CNAME" || type == .cname
    }

    fileprivate func resource(_ data: RecordData) -> ResourceRecord {
        ResourceRecord(owner: name, ttl: ttl, data: data)
    }
}
