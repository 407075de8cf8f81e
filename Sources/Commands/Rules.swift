import ArgumentParser
import Findings
import JSONShapes
import Reports
import Workflows

struct Rules: SessionCommand {
    /// How the list is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case human, json
    }

    static let configuration = CommandConfiguration(abstract: "List all rules.")

    @Option(name: [.customShort("o"), .customLong("output")], help: "Format: human or json.")
    var format = Format.human

    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        switch format {
        case .json:
            try session.console.write(RuleCatalog.json.text())
        case .human:
            var table = TextTable(["RULE", "SEVERITY", "CHAPTER", "CLAIM"].map { .init($0) })
            for card in RuleCatalog.cards {
                let severity = card.severity.rawValue + (card.isOnByDefault ? "" : " (off)")
                table.add([card.id.name, severity, card.chapter.rawValue, card.summary])
            }
            try session.console.write(table.text())
        }
        return .done
    }
}
