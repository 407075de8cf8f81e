import ArgumentParser
import Chronology
import Foundation
import Observations
import Reports
import Workflows

struct Observe: SessionCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take in what other tools saw.",
        discussion: """
            Reads nmap XML (nmap -oX FILE), the kernel's neighbours (ip -j neigh, better with -s), arp-scan, fping, and the \
            lease files of Kea (CSV) and dnsmasq; each is told by its content. A file that breaks off counts as an \
            incomplete scan: what it saw is kept, what it does not say is unknown. A lease file takes the place of what \
            the same server had handed out before: give each server a --vantage of its own.
            """
    )

    @Argument(help: "Files to read; - is standard input.", completion: .file())
    var files: [String]

    @Option(help: "What to call the vantage point that they were made at (default: the host's name).")
    var vantage: String?

    @Option(help: "Routing domain that they were made in.")
    var vrf = "default"

    @Option(help: "When they were made, if they do not say (default: when each was last changed).")
    var at: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let at, Timestamp(rfc3339: at) == nil {
            throw ValidationError("--at takes a moment such as 2027-01-31T12:00:00Z, not '\(at)'")
        }
    }

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        var status = ExitStatus.done
        for file in files {
            let bytes = try contents(of: file)
            var options = ObserveWorkflow.Options(made: at.flatMap { Timestamp(rfc3339: $0) } ?? lastChange(of: file))
            options.vantage = vantage
            options.vrf = vrf
            let outcome = try ObserveWorkflow.run(bytes, name: file, options, session.project, in: session.world)
            try session.console.write(text(of: outcome))
            if outcome.run.state == .incomplete { status = status.or(.noVerdict) }
        }
        return status
    }

    private func text(of outcome: ObserveWorkflow.Outcome) -> String {
        guard let leases = outcome.leases else { return RunSummary(outcome.run).text }
        let run = outcome.run
        return TerminalText.escaped("\(run.tool) from \(run.vantage): \(run.state), \(leases) leases") + "\n"
    }

    private func contents(of file: String) throws(WorkflowError) -> [UInt8] {
        do {
            let input = file == "-" ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(filePath: file))
            return [UInt8](try input.readToEnd() ?? Data())
        } catch {
            throw WorkflowError("cannot read \(file): \(error.localizedDescription)")
        }
    }

    /// When a file was last changed; now for what has no such time.
    private func lastChange(of file: String) -> Timestamp {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        return Timestamp(attributes?[.modificationDate] as? Date ?? Date())
    }
}
