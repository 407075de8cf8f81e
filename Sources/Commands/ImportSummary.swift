import Imports
import Reports
import Workflows

/// What an import came to, for people.
struct ImportSummary {
    private let outcome: ImportOutcome
    private let isDryRun: Bool
    private let skipsInvalid: Bool

    init(_ outcome: ImportOutcome, isDryRun: Bool, skipsInvalid: Bool) {
        self.outcome = outcome
        self.isDryRun = isDryRun
        self.skipsInvalid = skipsInvalid
    }

    var text: String {
        var lines = outcome.remarks.map(line)
        lines.append(summary)
        let shown = outcome.isWritten || isDryRun ? outcome.changes : []
        lines += shown.map { change in
            let verb = outcome.isWritten ? "wrote" : "would write"
            return "\(verb) \(change.path)" + (change.isNew ? "" : " (changed)")
        }
        if let ending { lines.append(ending) }
        return lines.map { TerminalText.escaped($0) + "\n" }.joined()
    }

    private func line(_ remark: Remark) -> String {
        let kind =
            switch remark.kind {
            case .fault, .refusal: "error"
            case .loss: "loss"
            case .note: "note"
            }
        let column = remark.column.map { "\($0): " } ?? ""
        return "\(outcome.place(of: remark.origin)): \(kind): \(column)\(remark.message)"
    }

    private var summary: String {
        let news = outcome.news
        let new = [
            (news.sites.count, "site"), (news.vrfs.count, "VRF"), (news.subnets.count, "subnet"),
            (news.devices.count, "device"), (news.reservations.count, "reservation"),
            (news.parts.count { $0.section == "zones" }, "zone"),
            (news.parts.count { $0.section == "waivers" }, "waiver"),
            (news.parts.count { $0.section == "settings" }, "block of settings"),
        ].filter { $0.0 > 0 }.map { Plural.count($0.0, of: $0.1) }
        var parts = [new.isEmpty ? "nothing new" : "new: " + new.joined(separator: ", ")]
        if !news.updates.isEmpty { parts.append(Plural.count(news.updates.count, of: "change") + " of what is there") }
        if news.unchanged > 0 { parts.append("\(news.unchanged) there just so") }
        let taken = outcome.isRefused ? 0 : outcome.rows - outcome.faultyRows
        return "\(taken) of \(Plural.count(outcome.rows, of: "row")) taken; \(parts.joined(separator: "; "))"
    }

    /// Why nothing was written, if nothing was.
    private var ending: String? {
        if outcome.isWritten {
            return outcome.faultyRows == 0
                ? nil : "\(Plural.count(outcome.faultyRows, of: "row")) left out: see the errors above"
        }
        if outcome.isRefused {
            return "nothing was written: a file cannot be made sense of, and nobody knows what would be missing"
        }
        if outcome.isFaultThroughout { return "nothing was written: not one row can be taken" }
        if outcome.news.isEmpty, skipsInvalid || outcome.faultyRows == 0 {
            let rest = outcome.faultyRows == 0 ? "" : " that is right"
            return "nothing to write: the inventory has all of it\(rest)"
        }
        if outcome.faultyRows > 0, !isDryRun {
            return
                "nothing was written: \(Plural.count(outcome.faultyRows, of: "row")) cannot be taken; mend what is wrong, "
                + "or leave it out with --skip-invalid"
        }
        return isDryRun ? "nothing was written: this was a dry run" : nil
    }
}
