package import ArgumentParser

/// The `ipam` command and its subcommands.
package struct IPAMCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "ipam",
        abstract: "IP address management as code.",
        discussion: """
            Subnets, pools and device reservations are YAML files in a Git repository. ipam validates them, compares \
            them with what a scan of the network really saw, and writes drift reports, CSV and JSON exports and DNS \
            zone files.

            Exit codes: 0 done, 1 findings, 2 failed, 3 safety stop, 4 no verdict for want of scan data, 64 usage, \
            130 interrupted.
            """,
        groupedSubcommands: [
            CommandGroup(name: "The main job", subcommands: [Reconcile.self, StatusCommand.self]),
            CommandGroup(
                name: "Inventory",
                subcommands: [
                    InitCommand.self, Validate.self, FormatCommand.self, PlanCommand.self, Report.self, Export.self,
                    Next.self, ListCommand.self, PushCommand.self,
                ]),
            CommandGroup(
                name: "Changes of the inventory",
                subcommands: [
                    AssignCommand.self, ReleaseCommand.self, MoveCommand.self, RenameCommand.self, RetireCommand.self,
                    AddCommand.self, ResizeCommand.self, SplitCommand.self, AdoptCommand.self,
                    ImportCommand.self, PruneCommand.self,
                ]),
            CommandGroup(
                name: "Network",
                subcommands: [
                    Scan.self, Observe.self, Drift.self, ShowCommand.self, HistoryCommand.self, CacheCommand.self,
                ]),
            CommandGroup(name: "About ipam", subcommands: [Rules.self, Explain.self, Schema.self, DoctorCommand.self]),
        ]
    )

    package init() {}
}
