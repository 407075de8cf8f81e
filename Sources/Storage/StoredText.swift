extension String {
    /// Whether the text holds a NUL, which would cut it short in SQLite: GRDB hands texts over as C strings.
    var holdsNUL: Bool { utf8.contains(0) }

    /// The text as SQLite can hold it.
    var withoutNUL: String {
        guard holdsNUL else { return self }
        var scalars = unicodeScalars
        scalars.removeAll { $0 == "\0" }
        return String(scalars)
    }
}
