import Chronology
import Observations
import Reports

/// What a run covered, as a table of subnets and verdicts.
struct RunSummary {
    private let run: ScanRun

    init(_ run: ScanRun) {
        self.run = run
    }

    var text: String {
        var table = TextTable(
            [.init("SUBNET")] + ["TARGETS", "ALIVE", "SILENT", "UNREACHABLE", "UNKNOWN"].map { .init($0, .trailing) }
        )
        for covered in run.coverage {
            let title = covered.vrf == "default" ? "\(covered.prefix)" : "\(covered.vrf)/\(covered.prefix)"
            let counts = [Verdict.alive, .silent, .unreachable, .unknown].map { "\(covered.count($0))" }
            table.add([title, "\(covered.targets)"] + counts)
        }
        let length = run.ended.since(run.started)
        return table.text() + "\(run.tool) from \(run.vantage): \(run.state), \(length)\n"
    }
}
