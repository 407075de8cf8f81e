package import Addressing
package import ZoneData

/// What has to change on a server so that it has what is declared, and nothing of ours besides.
///
/// A record is ours if its comment says so. Names and types at which others have records are left to them: what is
/// missing there is a complaint.
package struct PushPlan: Sendable {
    /// The zones that the server lacks and that are to be made before anything else, in the order of the zones.
    package let newZones: [DomainName]
    /// What is to be done, in this order: additions, replacements, and deletions, save where a server would refuse what
    /// comes before what has to go.
    package let steps: [PushStep]
    /// What cannot be done, sorted.
    package let complaints: [PushComplaint]
    /// What each zone has and loses, in the order of the zones.
    package let scopes: [PushScope]

    /// Whether nothing is to be done.
    package var isEmpty: Bool { newZones.isEmpty && steps.isEmpty }

    /// How many sets of records go: the number that `--allow-removals` has to name.
    package var removals: Int { scopes.reduce(0) { $0 + $1.removed } }

    /// Compares what is declared with what is there.
    ///
    /// - Parameters:
    ///   - zones: what is declared. SOA and the zone's own NS are the server's, which makes them with the zone.
    ///   - existing: the records of each of these zones.
    ///   - newZones: those of the zones that are not there yet.
    ///   - comment: what is noted about records that are ours.
    package init(
        _ zones: [ZoneContent], existing: [DomainName: [ServerRecord]], newZones: [DomainName] = [], comment: String
    ) {
        self.newZones = newZones
        let parts = zones.map { ZonePlanner($0, existing: existing[$0.name] ?? [], comment: comment) }
        let deletions = parts.flatMap(\.deletions)
        // Together with an address a server deletes the PTR that leads back: let ours be gone by then.
        let pointers = deletions.filter { $0.record.data.type == .ptr }
        let others = deletions.filter { $0.record.data.type != .ptr }
        steps =
            parts.flatMap(\.additions) + parts.flatMap(\.replacements) + parts.flatMap(\.exchanges) + pointers + others
        complaints = parts.flatMap(\.complaints).sorted()
        scopes = parts.map(\.scope)
    }

    private init(newZones: [DomainName], steps: [PushStep], complaints: [PushComplaint], scopes: [PushScope]) {
        self.newZones = newZones
        self.steps = steps
        self.complaints = complaints
        self.scopes = scopes
    }

    /// The plan without some deletions of addresses, for each of which there is a complaint instead.
    func withholding(_ complaints: [PushStep: PushComplaint]) -> PushPlan {
        let kept = Set(complaints.values.map { PushScope.Group(owner: $0.owner, type: $0.type) })
        // An alias cannot come to where an address stays; then all there stays as it is.
        let held = Set(complaints.values.map(\.owner))
        let settled = Set(
            steps.compactMap { step in
                if case .add(let record, _) = step, record.data.type == .cname { record.owner } else { nil }
            }
        ).intersection(held)
        return PushPlan(
            newZones: newZones,
            steps: steps.filter { complaints[$0] == nil && !settled.contains($0.record.owner) },
            complaints: (self.complaints + complaints.values).sorted(),
            scopes: scopes.map { scope in
                var scope = scope
                scope.lost.subtract(kept)
                return scope
            })
    }
}
