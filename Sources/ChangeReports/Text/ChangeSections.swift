import Changes

/// The differences in the sections in which people read them.
struct ChangeSections {
    /// A title and its lines.
    struct Section {
        let title: String
        let counts: String?
        let columns: [String]
        /// What happens to things that go, differ and come; nil where that says nothing.
        var words: (gone: String, changed: String, new: String)? = ("removed", "changed", "added")
        let lines: [ChangeLine]
    }

    private let report: ChangeReport

    init(_ report: ChangeReport) {
        self.report = report
    }

    /// The sections that have lines.
    var all: [Section] {
        let tally = ChangeTally(report)
        let isAboutAddresses: (ChangeReport.PlacedChange) -> Bool = {
            [.free, .move, .claim].contains($0.change.action) || $0.change.kind == .address
        }
        let sections = [
            Section(
                title: "addresses", counts: tally.addresses.text("addresses", "freed", "moved", "claimed"),
                columns: ["Address", "Claimant", "Where"], words: ("freed", "moved", "claimed"),
                lines: report.placed.filter(isAboutAddresses).map { ChangeLine($0, naming: false) }
            ),
            Section(
                title: "objects", counts: tally.objects.text("objects", "removed", "changed", "added"),
                columns: ["Object", "What", "Where"],
                lines: report.placed.filter { !isAboutAddresses($0) }.map { ChangeLine($0, naming: true) }
            ),
            Section(
                title: "use", counts: nil, columns: ["Subnet or pool", "Claimed"], words: nil,
                lines: (report.changes?.uses ?? []).map { ChangeLine($0) }
            ),
            Section(
                title: "DNS records", counts: tally.records.text("DNS records", "removed", "changed", "added"),
                columns: ["Record", "Data"],
                lines: (report.changes?.records ?? []).map { ChangeLine($0) }
            ),
            Section(
                title: "DHCP reservations",
                counts: tally.reservations.text("DHCP reservations", "removed", "changed", "added"),
                columns: ["Subnet", "Reservation"],
                lines: (report.changes?.reservations ?? []).map { ChangeLine($0) }
            ),
        ]
        return sections.filter { !$0.lines.isEmpty }
    }
}
