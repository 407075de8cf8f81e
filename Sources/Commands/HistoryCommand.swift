import Addressing
import ArgumentParser
import Chronology
import Findings
import InventoryModel
import JSONShapes
import Reports
import Storage
import Workflows

struct HistoryCommand: SessionCommand {
    /// How the result is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case human, json
    }

    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Say who had an address, and when.",
        discussion: """
            Joins what Git knows of the inventory's past with what the cache knows of the network's. With --at it tells how \
            things stood at the end of that day, in UTC, or at that moment.
            """
    )

    @Argument(help: "The address.")
    var address: IPAddress

    @Option(help: ArgumentHelp("A day such as 2027-01-31, or a moment.", valueName: "date"))
    var at: PastMoment?

    @Option(help: "Routing domain that it is in.")
    var vrf = "default"

    @Option(name: [.customShort("o"), .customLong("output")], help: "Format: human or json.")
    var format = Format.human

    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let history = try HistoryWorkflow.run(
            address, vrf: vrf, at: at?.moment, session.project, in: session.world)
        for notice in history.notices { session.console.notify(notice) }
        switch format {
        case .json: try session.console.write(AddressHistory.shape.text(history))
        case .human: try session.console.write(text(of: history))
        }
        return .done
    }

    private func text(of history: AddressHistory) -> String {
        let declared = history.declared.map { entry in
            let claims = entry.claims.map(claim).joined(separator: " and ")
            return (
                at: entry.at, source: "commit \(entry.commit.prefix(12))",
                what: claims.isEmpty ? "claimed by nobody" : claims
            )
        }
        let observed = history.observed.map { change in
            (
                at: change.at, source: "\(change.tool) from \(change.vantage)",
                what: "\(change.field): \(change.before ?? "-") -> \(change.after ?? "-")"
            )
        }
        let entries = (declared + observed).sorted { ($0.at, $0.source, $0.what) < ($1.at, $1.source, $1.what) }
        guard !entries.isEmpty else { return "nothing is known about \(Subject(.address, address, vrf: vrf).id)\n" }
        var table = TextTable(["WHEN", "SOURCE", "WHAT"].map { .init($0) })
        for entry in entries { table.add([entry.at.description, entry.source, entry.what]) }
        return table.text()
    }

    private func claim(_ claim: AddressHistory.PastClaim) -> String {
        let details = [claim.status?.rawValue, claim.interface.map { "interface \($0)" }].compactMap(\.self)
        return "claimed by \(claim.kind) \(claim.name)"
            + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
    }
}

/// A day, which means its end, or a moment.
struct PastMoment: ExpressibleByArgument {
    let moment: Timestamp

    init?(argument: String) {
        if let day = CalendarDate(argument) {
            moment = Timestamp(seconds: (Int64(day.daysSinceEpoch) + 1) * 86_400 - 1)
        } else if let moment = Timestamp(rfc3339: argument) {
            self.moment = moment
        } else {
            return nil
        }
    }
}

extension IPAddress: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(argument)
    }
}
