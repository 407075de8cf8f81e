import ArgumentParser
import Workflows

struct Report: SessionCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show a saved result of validate or drift in another format.",
        discussion: """
            Scan once, show it many times: `ipam drift -o json=drift.json`, then `ipam report drift.json -o html=drift.html \
            -o csv=drift.csv`. Exits with 0 whatever the result was, unless --fail-on says otherwise.
            """
    )

    @Argument(help: "File that -o json wrote.", completion: .file(extensions: ["json"]))
    var file: String

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        try output.deliver(try ReportWorkflow.run(file), failOn: .never, in: session)
    }
}
