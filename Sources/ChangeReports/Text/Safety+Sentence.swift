import Changes
import Reports

extension SafetyVerdict {
    /// The verdict in one sentence without a full stop.
    var sentence: String {
        let count = Plural.count(removals.total, of: "removal")
        if isStop, let allowed {
            return "safety stop: \(allowed) removals were acknowledged, and the change makes \(removals.total)"
        }
        if isStop { return "safety stop: --allow-removals \(removals.total) would acknowledge it" }
        if !reasons.isEmpty { return "\(count), all acknowledged" }
        return removals.total == 0 ? "nothing is removed" : "\(count), within the limits"
    }

    /// What goes: `1 address, 2 DNS records`.
    var parts: String {
        [
            (removals.addresses, "claim"), (removals.records, "DNS record"),
            (removals.reservations, "DHCP reservation"),
        ].filter { $0.0 > 0 }.map { Plural.count($0.0, of: $0.1) }.joined(separator: ", ")
    }
}

extension ChangeReport {
    /// What was compared, in one line.
    var title: String {
        let start = "\(base.name) (merge base \(base.id?.prefix(12) ?? ""))"
        return "\(start) → \(head.name)\(head.id.map { " (\($0.prefix(12)))" } ?? "")"
    }

    /// Whether the change means nothing at all.
    var isNoChange: Bool { changes?.isEmpty ?? false }

    /// How findings differ, in one sentence without a full stop; nil if there is nothing to say.
    var findingBalance: String? {
        let parts = [
            resolved.isEmpty ? nil : "\(Plural.count(resolved.count, of: "finding")) resolved",
            persisting == 0 ? nil : "\(persisting) as before",
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
