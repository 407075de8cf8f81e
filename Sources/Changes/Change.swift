package import Findings

/// One thing that differs between two inventories, whatever the text around it.
package struct Change: Hashable, Sendable {
    /// What happens to it.
    package enum Action: String, Hashable, Sendable, CaseIterable {
        /// An object is no longer declared.
        case remove
        /// An address is no longer claimed.
        case free
        /// An object's values differ.
        case change
        /// A claimant goes to another address, or an address to another claimant.
        case move
        /// An address is claimed that was not.
        case claim
        /// An object is newly declared.
        case add
    }

    /// What sort of thing it is.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case settings, site, vrf, subnet, pool, device, interface, reservation, address, range, zone, waiver
    }

    /// What happens to it.
    package let action: Action
    /// What sort of thing it is.
    package let kind: Kind
    /// What stays the same and names it; outside the default VRF as `vrf/object`.
    package let id: String
    /// What it was; nil for what is new.
    package let before: String?
    /// What it is; nil for what is gone.
    package let after: String?
    /// Single values that differ, where an object has several.
    package let fields: [FieldChange]
    /// Whether the place is one of the inventory before, where what is gone was declared.
    package var isGone: Bool { action == .remove || action == .free }
    /// Where it is declared; for what is gone, where it was.
    package let span: SourceSpan

    init(
        _ action: Action, _ kind: Kind, _ id: String, before: String? = nil, after: String? = nil,
        fields: [FieldChange] = [], at span: SourceSpan
    ) {
        self.action = action
        self.kind = kind
        self.id = id
        self.before = before
        self.after = after
        self.fields = fields
        self.span = span
    }
}

/// A value of an object that differs.
package struct FieldChange: Hashable, Sendable {
    /// The key that it stands under.
    package let name: String
    /// What it was; empty for nothing.
    package let before: String
    /// What it is; empty for nothing.
    package let after: String

    init(_ name: String, before: String, after: String) {
        self.name = name
        self.before = before
        self.after = after
    }
}

extension Change {
    /// The order of all lists: what goes first, by sort of thing, then by name.
    static func precedes(_ left: Change, _ right: Change) -> Bool {
        let here = (left.rank, Kind.order[left.kind] ?? 0, Action.order[left.action] ?? 0)
        let there = (right.rank, Kind.order[right.kind] ?? 0, Action.order[right.action] ?? 0)
        if here != there { return here < there }
        let (subject, other) = (Subject(.key, left.id), Subject(.key, right.id))
        if subject != other { return subject < other }
        return (left.before ?? "", left.after ?? "", left.span) < (right.before ?? "", right.after ?? "", right.span)
    }
}

extension Change {
    /// What goes stands before what differs, and that before what is new.
    private var rank: Int {
        switch action {
        case .remove, .free: 0
        case .change, .move: 1
        case .claim, .add: 2
        }
    }
}

extension CaseIterable where Self: Hashable {
    /// Each case's place in the declaration.
    static var order: [Self: Int] {
        Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
    }
}
