/// The names of columns at the beginning of a text.
enum TableHeader {
    /// The names as formats compare them; none if the first line holds none.
    static func keys(of beginning: String) -> [String] {
        var rows = DelimitedRows(Array(beginning.utf8))
        guard rows.next(), rows.flaw == nil else { return [] }
        return rows.texts.map(CellText.key)
    }
}
