package import Addressing
package import ZoneData

/// The records of one name and type in one zone, where they differ.
package struct RecordChange: Hashable, Sendable {
    /// The zone.
    package let zone: DomainName
    /// The name that they belong to.
    package let owner: DomainName
    /// Their type.
    package let type: RecordType
    /// What they were; nil for none.
    package let before: RecordSet?
    /// What they are; nil for none.
    package let after: RecordSet?
}

/// The records of one name and type.
package struct RecordSet: Hashable, Sendable {
    /// How long they may be cached, in seconds.
    package let ttl: UInt32
    /// What they say, as a zone file writes it, sorted.
    package let data: [String]
}

/// Tells which records differ between two sets of zones.
enum RecordComparison {
    /// The differences, what goes first, sorted by zone, name and type.
    static func changes(from base: [ZoneContent], to head: [ZoneContent]) -> [RecordChange] {
        let old = Dictionary(base.map { ($0.name, $0) }) { first, _ in first }
        let new = Dictionary(head.map { ($0.name, $0) }) { first, _ in first }
        return Set(old.keys).union(new.keys).flatMap { changes(in: $0, from: old[$0], to: new[$0]) }.sorted(
            by: precedes)
    }

    /// How many names and types there are among sorted records.
    static func count(_ records: [ResourceRecord]) -> Int {
        records.indices.count { $0 == 0 || Key(records[$0]) != Key(records[$0 - 1]) }
    }

    private static func precedes(_ left: RecordChange, _ right: RecordChange) -> Bool {
        func rank(_ change: RecordChange) -> Int { change.after == nil ? 0 : change.before == nil ? 2 : 1 }
        if rank(left) != rank(right) { return rank(left) < rank(right) }
        return (left.zone, left.owner, left.type) < (right.zone, right.owner, right.type)
    }

    private static func changes(
        in zone: DomainName, from base: ZoneContent?, to head: ZoneContent?
    ) -> [RecordChange] {
        if let base, let head, base == head { return [] }
        let (old, new) = different(base?.records ?? [], head?.records ?? [])
        // A set of which one record differs is shown whole, so its other records are needed as well.
        let keys = Set((old + new).map(Key.init))
        let before = sets(base?.records ?? [], keys)
        let after = sets(head?.records ?? [], keys)
        let changes = keys.map {
            RecordChange(zone: zone, owner: $0.owner, type: $0.type, before: before[$0], after: after[$0])
        }
        return changes + authority(of: zone, base, head)
    }

    private static func authority(
        of zone: DomainName, _ base: ZoneContent?, _ head: ZoneContent?
    ) -> [RecordChange] {
        guard base?.authority != head?.authority || base?.ttl != head?.ttl else { return [] }
        return [
            RecordChange(
                zone: zone, owner: zone, type: .soa, before: base.map(authority), after: head.map(authority))
        ]
    }

    /// The SOA record without its serial, which follows from the file and not from the content.
    private static func authority(of zone: ZoneContent) -> RecordSet {
        let soa = zone.authority
        let times = "\(soa.refresh) \(soa.retry) \(soa.expire) \(soa.minimum)"
        return RecordSet(ttl: zone.ttl, data: ["\(soa.primary) \(soa.contact) \(times)"])
    }

    private struct Key: Hashable {
        let owner: DomainName
        let type: RecordType

        init(_ record: ResourceRecord) {
            owner = record.owner
            type = record.data.type
        }
    }

    private static func sets(_ records: [ResourceRecord], _ keys: Set<Key>) -> [Key: RecordSet] {
        guard !keys.isEmpty else { return [:] }
        return Dictionary(grouping: records.filter { keys.contains(Key($0)) }, by: Key.init).mapValues { records in
            RecordSet(ttl: records.first?.ttl ?? 0, data: records.map { "\($0.data)" })
        }
    }

    /// The records that only one of two sorted lists has.
    private static func different(
        _ old: [ResourceRecord], _ new: [ResourceRecord]
    ) -> (old: [ResourceRecord], new: [ResourceRecord]) {
        var onlyOld: [ResourceRecord] = []
        var onlyNew: [ResourceRecord] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if i < old.count, j < new.count, old[i] == new[j] {
                (i, j) = (i + 1, j + 1)
            } else if j >= new.count || i < old.count && old[i] < new[j] {
                onlyOld.append(old[i])
                i += 1
            } else {
                onlyNew.append(new[j])
                j += 1
            }
        }
        return (onlyOld, onlyNew)
    }
}
