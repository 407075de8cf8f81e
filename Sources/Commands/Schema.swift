import ArgumentParser
import JSONShapes
import Workflows

struct Schema: SessionCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the JSON Schemas of what ipam reads and prints.",
        discussion: "Kinds: \(SchemaCatalog.names.joined(separator: ", "))."
    )

    @Argument(help: "Which schema to print.", completion: .list(SchemaCatalog.names))
    var kind = "inventory"

    @Option(help: "Write all schemas into this directory instead.", completion: .directory)
    var out: String?

    @Flag(help: "With --out: write nothing, and exit with 1 if a file there differs.")
    var check = false

    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        if let out {
            return try session.report(try SchemaCatalog.write(to: out, of: session.project, check: check), check: check)
        }
        guard let schema = SchemaCatalog.schema(named: kind) else {
            throw WorkflowError(
                "there is no schema '\(kind)'; there are \(SchemaCatalog.names.joined(separator: ", "))",
                status: .usage
            )
        }
        try session.console.write(schema.text())
        return .done
    }
}
