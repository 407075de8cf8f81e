import Edits

extension DocumentPrinter {
    /// Writes an entry of a list just as it was declared.
    mutating func print(_ declared: YAMLValue, _ origin: Origin) {
        // The writer begins with the key of the list, which stands there already.
        let text = YAMLWriter().document([.init("list", .list([declared]))])
        add(text.drop { $0 != UInt8(ascii: "\n") }.dropFirst(), origin)
    }

    /// Writes a key at the top of a file with what stands under it.
    mutating func print(_ declared: YAMLValue, under key: String, _ origin: Origin) {
        add(YAMLWriter().document([.init(key, declared)])[...], origin)
    }

    private mutating func add(_ lines: ArraySlice<UInt8>, _ origin: Origin) {
        bytes += lines
        origins += Array(repeating: origin, count: lines.count { $0 == UInt8(ascii: "\n") })
    }
}
