import Findings

extension Finding {
    /// What to do about it, line by line, as an edit that would resolve it may take several; empty if nothing is known.
    ///
    /// Not yet escaped for any sink.
    var helpLines: [String] {
        help.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) } ?? []
    }

    /// The same, and the edit that would resolve it, for formats that have no place of its own for that.
    var remedyLines: [String] { helpLines + (edit.map { ["edit: \($0.sentence)"] } ?? []) }

    /// Where it is, as `path:line:column`; nil if it is declared nowhere. Not yet escaped for any sink.
    var place: String? { location?.place }
}

extension SourceLocation {
    /// The place as `path:line:column`, which editors and terminals make a link of. Not yet escaped for any sink.
    var place: String { "\(path):\(line):\(column)" }
}
