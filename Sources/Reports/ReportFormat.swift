/// One way of writing a report; each stands in a file of its own in `Formats`, which is all it takes to add one.
package protocol ReportFormat: Sendable {
    /// The word that users choose it by.
    var name: String { get }
    /// How names of files in this format end, without the dot.
    var fileExtension: String { get }
    /// What it is for, in one clause without a full stop.
    var summary: String { get }

    /// The whole report, ending in a line feed unless it is empty. The same report gives the same bytes.
    func render(_ report: FindingReport, style: ReportStyle) -> String
}

/// What the place of output can show; only formats made for terminals heed it.
package struct ReportStyle: Hashable, Sendable {
    /// Whether to colour.
    package let usesColour: Bool
    /// How many columns source lines may take, gutter included; at least 40.
    package let width: Int

    /// The most findings to list; nil for all.
    package let limit: Int?
    /// The working directory below the top of the repository: empty, or ending in `/`.
    package let directory: String

    /// Makes a style; widths below 40 are taken as 40.
    package init(usesColour: Bool, width: Int, limit: Int? = nil, directory: String = "") {
        self.usesColour = usesColour
        self.width = max(40, width)
        self.limit = limit
        self.directory = directory
    }

    /// What suits a file or a log.
    package static let plain = plain(in: "")

    /// What suits a file or a log of a run in a directory below the top of the repository.
    package static func plain(in directory: String) -> ReportStyle {
        ReportStyle(usesColour: false, width: 120, directory: directory)
    }
}

extension ReportFormats {
    /// The format that users choose by this word.
    package static func named(_ name: String) -> (any ReportFormat)? {
        all.first { $0.name == name }
    }
}
