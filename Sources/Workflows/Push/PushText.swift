import Reports
import Technitium
import ZoneData

/// A plan as people read it: a line for each change, in the order in which they are made.
struct PushText {
    private let plan: PushPlan
    private let location: ServerLocation

    init(_ plan: PushPlan, to location: ServerLocation) {
        self.plan = plan
        self.location = location
    }

    /// The lines, each passed through `clean` and made harmless: some of what they say came from the server.
    func lines(_ clean: (String) -> String) -> String {
        ([title] + plan.newZones.map { "  + zone \($0)" } + plan.steps.map(line) + complaints).map {
            TerminalText.escaped(clean($0)) + "\n"
        }.joined()
    }

    private var title: String {
        let zones = plan.scopes.count == 1 ? "1 zone" : "\(plan.scopes.count) zones"
        guard !plan.isEmpty else { return "\(location): \(zones), nothing to change" }
        let making = plan.newZones.isEmpty ? "" : "\(plan.newZones.count) to make, "
        let additions = plan.steps.count { if case .add = $0 { true } else { false } }
        let deletions = plan.steps.count(where: \.isDeletion)
        return
            "\(location): \(zones), \(making)\(additions) to add, \(plan.steps.count - additions - deletions) to change, "
            + "\(deletions) to delete"
    }

    private func line(_ step: PushStep) -> String {
        switch step {
        case .add(let record, _): "  + \(text(record))"
        case .delete(let record, _): "  - \(text(record))"
        case .replace(let old, let new, _) where old.data == new.data && old.ttl != new.ttl:
            "  ~ \(old.owner) \(old.ttl) → \(new.ttl) \(new.data.type) \(new.data)"
        case .replace(let old, let new, _) where old == new: "  ~ \(text(new)) (was disabled)"
        case .replace(let old, let new, _): "  ~ \(text(old)) → \(new.data)"
        }
    }

    private func text(_ record: ResourceRecord) -> String {
        "\(record.owner) \(record.ttl) \(record.data.type) \(record.data)"
    }

    private var complaints: [String] {
        plan.complaints.isEmpty ? [] : ["left alone:"] + plan.complaints.map { "  ! \($0)" }
    }
}
