extension String {
    /// The text as SQLite can hold it: GRDB hands it over as a C string, which a NUL would cut short.
    var withoutNUL: String {
        guard utf8.contains(0) else { return self }
        var scalars = unicodeScalars
        scalars.removeAll { $0 == "\0" }
        return String(scalars)
    }
}
