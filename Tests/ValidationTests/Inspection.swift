import Chronology
import Findings
import InventoryModel
import TestSupport
import Validation

/// What validation says about some files.
struct Inspection {
    let reading: InventoryReading
    let list: FindingList

    /// The day on which test inventories are judged.
    static let today = CalendarDate("2026-11-01") ?? CalendarDate(daysSinceEpoch: 0)

    /// Validates one file, `a.yaml`.
    init(_ text: String) {
        self.init([("a.yaml", text)])
    }

    /// Validates several files.
    init(_ files: [(path: String, text: String)]) {
        let sources = SourceFiles(files.map { SourceFile(path: $0.path, bytes: Array($0.text.utf8)) })
        reading = InventoryReader.read(sources)
        list = Validator.findings(
            in: reading, plan: AddressPlan(reading.inventory), sources: sources, today: Self.today,
            otherRules: ["expired-in-use", "unclaimed-address"]
        )
    }

    /// A line for each finding that is not waived, in the order of reports: place, rule, message.
    var lines: [String] {
        list.open.map { finding in
            let place = finding.location.map { "\($0.path):\($0.line):\($0.column)" } ?? "-"
            return "\(place) \(finding.rule) \(finding.message)"
        }
    }

    /// A line for each finding that does not depend on where things are written: rule and subject.
    var identities: [String] {
        list.all.map { "\($0.rule) \($0.subject.kind) \($0.subject.id)" }.sorted()
    }
}
