import ArgumentParser
import JSONShapes
import Listings
import Workflows

struct ListCommand: SessionCommand {
    /// How the list is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, csv, json
    }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List subnets, pools, devices or addresses.",
        discussion: """
            Options that name several values ask for rows with any of them; different options have to hold together. \
            A table shows the more important columns, csv and json all; --columns chooses. Schemas tell the columns: \
            `ipam schema list-devices`. Exits with 0 even if nothing is found.
            """
    )

    @Argument(help: "What to list: subnets, pools, devices or addresses.")
    var kind: ListKind

    @Option(help: "Only what is at this site; repeatable.")
    var site: [String] = []

    @Option(help: "Only what has this tag; repeatable.")
    var tag: [String] = []

    @Option(help: "Only what this owner answers for; repeatable.")
    var owner: [String] = []

    @Option(help: "Only what has this status; repeatable.")
    var status: [String] = []

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "Only what has this value in this column; * stands for any text; repeatable.", valueName: "column=value"))
    var conditions: [ListQuery.Condition] = []

    @Option(help: ArgumentHelp("Column to sort by; --sort=-COLUMN sorts the other way round.", valueName: "column"))
    var sort: String?

    @Option(help: ArgumentHelp("Columns to tell, separated by commas.", valueName: "columns"))
    var columns: String?

    @Option(name: [.customShort("o"), .customLong("output")], help: "Format: table, csv or json.")
    var format = Format.table

    @OptionGroup var common: CommonOptions

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        let named = [("site", site), ("tags", tag), ("owner", owner), ("status", status)]
        let query = ListQuery(
            conditions + named.flatMap { column, values in values.map { ListQuery.Condition(column, $0) } },
            sort: sort, columns: columns.map { $0.split(separator: ",").map(String.init) })
        let listing = try ListWorkflow.run(kind, query, session.project, in: session.world)
        switch format {
        case .table: try session.console.write(listing.table)
        case .csv: try session.console.write(listing.csv)
        case .json: try session.console.write(listing.json.text())
        }
        return .done
    }
}

extension ListKind: ExpressibleByArgument {}

extension ListQuery.Condition: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(parsing: argument)
    }
}
