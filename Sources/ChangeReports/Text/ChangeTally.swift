import Changes
import Reports

/// How much of each sort a change does, for headings.
struct ChangeTally {
    let report: ChangeReport

    init(_ report: ChangeReport) {
        self.report = report
    }

    /// How many addresses are freed, moved and claimed.
    var addresses: Counts {
        let moves = actions.filter { $0 == .move }.count
        return Counts(gone: count(.free), changed: moves, new: count(.claim))
    }

    /// How many objects are removed, changed and added.
    var objects: Counts { Counts(gone: count(.remove), changed: count(.change), new: count(.add)) }

    /// How many sets of records are removed, changed and added.
    var records: Counts {
        let records = report.changes?.records ?? []
        return Counts(records.map { ($0.before == nil, $0.after == nil) })
    }

    /// How many DHCP reservations are removed, changed and added.
    var reservations: Counts {
        let reservations = report.changes?.reservations ?? []
        return Counts(reservations.map { ($0.before == nil, $0.after == nil) })
    }

    /// Each sort with its counts, those left out that there is nothing of.
    var sentences: [String] {
        [
            addresses.text("addresses", "freed", "moved", "claimed"),
            objects.text("objects", "removed", "changed", "added"),
            records.text("DNS records", "removed", "changed", "added"),
            reservations.text("DHCP reservations", "removed", "changed", "added"),
        ].compactMap(\.self)
    }

    private var actions: [Change.Action] { report.placed.map(\.change.action) }

    private func count(_ action: Change.Action) -> Int { actions.count { $0 == action } }

    /// Three numbers.
    struct Counts: Hashable {
        let gone: Int
        let changed: Int
        let new: Int

        init(gone: Int, changed: Int, new: Int) {
            self.gone = gone
            self.changed = changed
            self.new = new
        }

        init(_ lacks: [(before: Bool, after: Bool)]) {
            gone = lacks.count { $0.after }
            new = lacks.count { $0.before }
            changed = lacks.count - gone - new
        }

        /// `addresses: 1 freed, 2 claimed`; nil if all are nothing.
        func text(_ noun: String, _ gone: String, _ changed: String, _ new: String) -> String? {
            let parts = [(self.gone, gone), (self.changed, changed), (self.new, new)].filter { $0.0 > 0 }
            guard !parts.isEmpty else { return nil }
            return "\(noun): " + parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        }
    }
}
