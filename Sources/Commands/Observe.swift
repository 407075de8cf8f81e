import ArgumentParser
import Foundation
import Observations
import Workflows

struct Observe: SessionCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take in what other tools saw.",
        discussion: """
            Reads nmap XML (nmap -oX FILE). A file that breaks off counts as an incomplete scan: what it saw is kept, \
            what it does not say is unknown.
            """
    )

    @Argument(help: "Files to read.", completion: .file())
    var files: [String]

    @Option(help: "What to call the vantage point that they were made at (default: the host's name).")
    var vantage: String?

    @Option(help: "Routing domain that they were made in.")
    var vrf = "default"

    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        var status = ExitStatus.done
        for file in files {
            let run = try ObserveWorkflow.run(
                try contents(of: file), name: file, vantage: vantage, vrf: vrf, session.project, in: session.world
            )
            try session.console.write(RunSummary(run).text)
            if run.state == .incomplete { status = status.or(.noVerdict) }
        }
        return status
    }

    private func contents(of file: String) throws(WorkflowError) -> [UInt8] {
        do {
            return try [UInt8](Data(contentsOf: URL(filePath: file)))
        } catch {
            throw WorkflowError("cannot read \(file): \(error.localizedDescription)")
        }
    }
}
