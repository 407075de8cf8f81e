import ArgumentParser
import Workflows

struct InitCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Start an inventory: files, workflows, editor settings.",
        discussion: """
            Writes a small inventory that validates and scans nothing but the loopback interface, workflows for GitHub, \
            hooks for pre-commit, and settings for editors, into this directory. Overwrites nothing: if one of the \
            files is there already, none is written.
            """
    )

    @Option(help: ArgumentHelp("Where the workflows take ipam from.", valueName: "owner/ipam@commit"))
    var uses: ToolSource?

    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let beginning = try InitWorkflow.run(session.project, source: uses, in: session.world)
        for file in beginning.files { session.console.notify("wrote \(file)") }
        if let reminder = beginning.reminder { session.console.notify(reminder) }
        var text = "Next, in this directory:\n\n"
        for step in beginning.steps { text += "# \(step.purpose)\n\(step.command)\n\n" }
        try session.console.write(text)
        return .done
    }
}

extension ToolSource: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(argument)
    }
}
