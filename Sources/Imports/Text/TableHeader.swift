/// The names of columns at the beginning of a text.
enum TableHeader {
    /// The names as formats compare them; none if the first line holds none.
    static func keys(of beginning: String) -> [String] {
        var rows = DelimitedRows(Array(beginning.utf8))
        guard rows.next(), rows.flaw == nil else { return [] }
        return rows.texts.map(CellText.key)
    }

    /// The names as they are written, those in all header lines of Infoblox's CSV included.
    static func titles(of text: ImportText) -> [String] {
        var rows = DelimitedRows(text.bytes)
        var titles: [String] = []
        var isFirst = true
        while rows.next(), rows.flaw == nil {
            let isHeader = rows.cells.first.flatMap { CellText.text(rows.bytes, $0) }?.lowercased().hasPrefix("header-")
            if isFirst || isHeader == true { titles += rows.texts.filter { !$0.isEmpty } }
            isFirst = false
        }
        return titles
    }
}
