package import Findings
package import JSONShapes

/// How many findings of each sort a run made.
package struct FindingCounts: Hashable, Sendable {
    /// Open errors.
    package let errors: Int
    /// Open warnings.
    package let warnings: Int
    /// Open notes.
    package let notes: Int
    /// Findings of any severity that a waiver covers.
    package let waived: Int
    /// Open findings that were left out, since something else was asked for.
    package let leftOut: Int

    /// Counts a list of findings, and those that it leaves out.
    package init(_ findings: FindingList) {
        errors = findings.count(.error)
        warnings = findings.count(.warning)
        notes = findings.count(.note)
        waived = findings.waived.count + findings.unlistedWaived
        leftOut = findings.leftOut
    }

    /// Whether nothing is open.
    package var isClean: Bool { errors == 0 && warnings == 0 && notes == 0 }

    /// How the counts print as JSON.
    package static let shape = JSONShape<FindingCounts>(
        "How many findings there are; waived ones are counted apart.",
        [
            .init("errors", .count, "Open errors.") { .integer(Int64($0.errors)) },
            .init("warnings", .count, "Open warnings.") { .integer(Int64($0.warnings)) },
            .init("notes", .count, "Open notes.") { .integer(Int64($0.notes)) },
            .init("waived", .count, "Findings that a waiver covers.") { .integer(Int64($0.waived)) },
            .init("left_out", .count, "Open findings that are not listed: see `--changed-since`.") {
                .integer(Int64($0.leftOut))
            },
        ])
}

extension FindingCounts: CustomStringConvertible {
    /// The counts for people: `2 errors, 1 warning, 0 notes; 3 waived`.
    package var description: String {
        let open = [(errors, "error"), (warnings, "warning"), (notes, "note")]
            .map { Plural.count($0, of: $1) }
            .joined(separator: ", ")
        return open + furtherClause
    }

    /// `; 3 waived; 7 left out`, or nothing.
    package var furtherClause: String {
        (waived == 0 ? "" : "; \(waived) waived") + (leftOut == 0 ? "" : "; \(leftOut) left out")
    }
}

extension JSONSchema {
    fileprivate static let count = JSONSchema.integer(0...Int64.max)
}
