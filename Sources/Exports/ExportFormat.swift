package import Chronology
package import Findings
package import InventoryModel
package import Observations
package import ZoneData

/// One way of writing the inventory out; each stands in a file of its own in `Formats`, which is all it takes to add one.
package protocol ExportFormat: Sendable {
    /// The word that users choose it by.
    var name: String { get }
    /// What it is for, in one clause without a full stop.
    var summary: String { get }
    /// Whether it writes one file or a directory of them.
    var layout: ExportLayout { get }

    /// All files of the export, sorted by path. The same input gives the same bytes.
    func render(_ input: ExportInput) -> [ExportedFile]
    /// What is declared but cannot be written in this format, in the order of its places.
    func problems(_ input: ExportInput) -> [ExportProblem]
    /// The endings of the names of its files, where it is known how many there will be only after they are made.
    var endings: [String] { get }
    /// Whether a text was written in this format, as far as it tells: no other file may be replaced, or go when it is no
    /// longer made.
    func isOwn(_ text: String) -> Bool
    /// Whether it is for a server that can tell addresses of one routing domain only.
    var servesOneVRF: Bool { get }
    /// Whether what it writes follows from what it wrote before, too.
    var remembers: Bool { get }
    /// Why nothing can follow from a file that is in use, as what is said of the file; nil if it can.
    func obstacle(_ path: String, _ old: String, _ choices: ExportChoices) -> String?
    /// What is wrong with the step from a file that is in use to the one that takes its place, though it is taken.
    func misstep(from old: String, to new: String) -> String?
    /// What becomes of a file that is there already and may hold lines of others; nil if it is not plain which are ours.
    func placed(_ text: String, in old: String) -> String?
    /// What a line of a file stands for: a thing is lost when no line with its key is left. Nil for a line without one.
    func entryKey(of line: Substring) -> String?
    /// Whether a line stands for a whole zone or network, whose loss is never small.
    func isScope(_ line: Substring) -> Bool
}

extension ExportFormat {
    package func problems(_ input: ExportInput) -> [ExportProblem] { [] }
    package var endings: [String] { [] }
    package var servesOneVRF: Bool { false }
    package var remembers: Bool { false }
    package func obstacle(_ path: String, _ old: String, _ choices: ExportChoices) -> String? { nil }
    package func misstep(from old: String, to new: String) -> String? { nil }
    package func placed(_ text: String, in old: String) -> String? { text }
    package func entryKey(of line: Substring) -> String? { nil }
    package func isScope(_ line: Substring) -> Bool { false }
}

/// Something that is declared but cannot be written.
package struct ExportProblem: Hashable, Sendable {
    /// What is wrong, in one clause that names the values involved.
    package let reason: String
    /// Where it is declared.
    package let span: SourceSpan
    /// Whether what is written all the same would be refused by the programs that are to read it.
    package let isFatal: Bool
}

/// Whether an export is one file, which may go to standard output, or a directory of files.
package enum ExportLayout: Hashable, Sendable {
    case file
    case directory
}

/// What exports are made of.
package struct ExportInput: Sendable {
    /// The inventory with its references resolved.
    package let plan: AddressPlan
    /// Its zones.
    package let zones: DerivedZones
    /// The files it was read from, for the places in them.
    package let sources: SourceFiles
    /// What scans saw; nil if there is no cache.
    package let state: NetworkState?
    /// The content of a file that an earlier run wrote, by its path in the output directory; nil if there is none.
    package let previous: @Sendable (String) -> [UInt8]?
    /// The moment of the run, from which zone serials are made.
    package let now: Timestamp
    /// What is asked of formats that leave something open.
    package let choices: ExportChoices

    /// Makes the input of exports.
    package init(
        plan: AddressPlan, zones: DerivedZones, sources: SourceFiles, state: NetworkState?, now: Timestamp,
        choices: ExportChoices = ExportChoices(),
        previous: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }
    ) {
        self.plan = plan
        self.zones = zones
        self.sources = sources
        self.state = state
        self.now = now
        self.choices = choices
        self.previous = previous
    }
}

/// A file that an export writes.
package struct ExportedFile: Hashable, Sendable {
    /// The path in the output directory; for a single file, the name it has unless the user chooses another.
    package let path: String
    /// The whole content.
    package let bytes: [UInt8]

    /// Makes a file from its text.
    package init(path: String, text: String) {
        self.path = path
        bytes = Array(text.utf8)
    }
}

extension ExportFormats {
    /// The format that users choose by this word.
    package static func named(_ name: String) -> (any ExportFormat)? {
        all.first { $0.name == name }
    }
}
