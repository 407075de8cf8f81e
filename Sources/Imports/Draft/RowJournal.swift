/// Whatever takes down which rows were read and what has to be said about them.
protocol RowJournal {
    /// Whether a row is to be passed over.
    func isSkipped(_ origin: Origin) -> Bool
    /// Counts a row that was read.
    mutating func countRow()
    /// Says something about a row.
    mutating func remark(_ kind: Remark.Kind, _ origin: Origin, column: String?, _ message: String)
}

extension RowJournal {
    /// Says something about a row as a whole.
    mutating func remark(_ kind: Remark.Kind, _ origin: Origin, _ message: String) {
        remark(kind, origin, column: nil, message)
    }

    /// Says why nothing of a file can be taken, or nothing from some line on.
    mutating func refuse(_ origin: Origin, _ message: String) { remark(.refusal, origin, column: nil, message) }
}

/// What is taken down about some of the rows of a file, while others are read elsewhere.
struct RowNotes: RowJournal {
    /// How many rows were read.
    private(set) var rows = 0
    /// What has to be said.
    private(set) var remarks: [Remark] = []
    private let skipped: Set<Origin>

    init(skipping skipped: Set<Origin>) {
        self.skipped = skipped
    }

    func isSkipped(_ origin: Origin) -> Bool { !skipped.isEmpty && skipped.contains(origin) }

    mutating func countRow() { rows += 1 }

    mutating func remark(_ kind: Remark.Kind, _ origin: Origin, column: String?, _ message: String) {
        remarks.append(Remark(kind, origin, column: column, message))
    }
}
