package import Addressing
package import ZoneData

/// One change to a server's records.
package enum PushStep: Hashable, Sendable {
    /// A record that is to be there.
    case add(ResourceRecord, to: DomainName)
    /// A record of ours that is to say something else, or to be cached for another time.
    case replace(ResourceRecord, by: ResourceRecord, in: DomainName)
    /// A record of ours that is no longer to be there.
    case delete(ResourceRecord, from: DomainName)

    /// The record as it is before, or for one that is added after the change.
    package var record: ResourceRecord {
        switch self {
        case .add(let record, _), .replace(let record, _, _), .delete(let record, _): record
        }
    }

    /// Whether it takes a record away.
    package var isDeletion: Bool { if case .delete = self { true } else { false } }
}

/// Something that was declared and is not pushed, and why.
package struct PushComplaint: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The zone in question.
    package let zone: DomainName
    /// The name in question.
    package let owner: DomainName
    /// The type of the records in question.
    package let type: RecordType
    /// What is in the way and what to do, as a clause without a full stop.
    package let reason: String

    package static func < (left: PushComplaint, right: PushComplaint) -> Bool {
        (left.zone, left.owner, left.type, left.reason) < (right.zone, right.owner, right.type, right.reason)
    }

    package var description: String { "\(owner) \(type): \(reason)" }
}

/// What a zone has of ours, and what of it goes. Records of one name and type count as one.
package struct PushScope: Hashable, Sendable {
    /// Records of one name and type.
    struct Group: Hashable, Sendable {
        let owner: DomainName
        let type: RecordType
    }

    /// The zone.
    package let zone: DomainName
    /// How many there are.
    package let existing: Int
    /// Those that go or lose values, without another in their place.
    var lost: Set<Group>
    /// How many are there afterwards.
    let remaining: Int

    /// How many go or lose values.
    package var removed: Int { lost.count }
    /// Whether there are some, and all of them go.
    package var isEmptied: Bool { remaining == 0 && removed > 0 }
}
