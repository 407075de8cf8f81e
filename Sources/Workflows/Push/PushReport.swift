import Addressing
import Technitium
import ZoneData

/// What a push is to change on a server, and what of it was done, as plain values.
package struct PushReport: Sendable {
    /// A record before or after a change.
    struct Side: Sendable {
        let ttl: UInt32
        let data: String
    }

    /// One change to the records of a server.
    struct Change: Sendable {
        let action: String
        let zone: String
        let owner: String
        let type: String
        var before: Side?
        var after: Side?
    }

    /// Something that is declared and not pushed.
    struct Complaint: Sendable {
        let zone: String
        let owner: String
        let type: String
        let reason: String
    }

    let server: String
    let zones: [String]
    let newZones: [String]
    let changes: [Change]
    let complaints: [Complaint]
    let removals: Int
    let stops: [String]
    let made: Int?

    /// - Parameter clean: what takes secrets out of what came from the server.
    init(_ plan: PushPlan, to location: ServerLocation, stops: [String], made: Int?, _ clean: (String) -> String) {
        server = "\(location)"
        zones = plan.scopes.map { "\($0.zone)" }
        newZones = plan.newZones.map(\.description)
        changes = plan.steps.map { Change($0, clean) }
        complaints = plan.complaints.map {
            Complaint(zone: "\($0.zone)", owner: "\($0.owner)", type: "\($0.type)", reason: clean($0.reason))
        }
        removals = plan.removals
        self.stops = stops
        self.made = made
    }
}

extension PushReport.Change {
    fileprivate init(_ step: PushStep, _ clean: (String) -> String) {
        func side(_ record: ResourceRecord) -> PushReport.Side {
            PushReport.Side(ttl: record.ttl, data: clean("\(record.data)"))
        }
        let (zone, action) =
            switch step {
            case .add(_, let zone): (zone, "add")
            case .replace(_, _, let zone): (zone, "change")
            case .delete(_, let zone): (zone, "delete")
            }
        self.init(
            action: action, zone: "\(zone)", owner: clean("\(step.record.owner)"), type: "\(step.record.data.type)")
        switch step {
        case .add(let record, _): after = side(record)
        case .replace(let old, let new, _): (before, after) = (side(old), side(new))
        case .delete(let record, _): before = side(record)
        }
    }
}
