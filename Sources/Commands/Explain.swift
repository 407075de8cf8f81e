import ArgumentParser
import Findings
import Workflows

struct Explain: SessionCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what a rule means, why it matters, and show it wrong and right."
    )

    @Argument(help: "Rule id, such as duplicate-address; see `ipam rules`.", completion: .list(RuleCatalog.ids))
    var rule: String

    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        guard let card = RuleCatalog.card(named: rule) else {
            let nearest = Spelling.nearest(to: rule, among: RuleCatalog.ids)
            let hint = nearest.map { "did you mean \($0)?" } ?? "`ipam rules` lists them"
            throw WorkflowError("there is no rule '\(rule)'; \(hint)", status: .usage)
        }
        try session.console.write(RuleCatalog.explanation(of: card))
        return .done
    }
}
