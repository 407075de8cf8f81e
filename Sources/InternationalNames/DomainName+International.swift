package import Addressing

extension DomainName {
    /// Parses a name as people write it in an inventory: as ``init(parsing:relativeTo:)`` does, but that labels may have
    /// letters beyond ASCII, which become what DNS has for them (RFC 5891).
    ///
    /// - Throws: ``AddressError`` that names the first fault.
    package init(declared text: String, relativeTo origin: DomainName? = nil) throws(AddressError) {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else {
            self = try DomainName(parsing: text, relativeTo: origin)
            if mayBeInternational { try Self.requireMeaning(text) }
            return
        }
        var labels: [String] = []
        for part in text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            let label = String(Substring(part))
            labels.append(label.utf8.contains { $0 >= 0x80 } ? try InternationalLabel.ascii(label) : label)
        }
        let ascii = labels.joined(separator: ".")
        self = try DomainName(parsing: ascii, relativeTo: origin)
        try Self.requireMeaning(ascii)
    }

    /// Refuses labels that look as if they stood for letters beyond ASCII, and do not (RFC 5890, 2.3.2.1).
    private static func requireMeaning(_ name: String) throws(AddressError) {
        for label in name.lowercased().split(separator: ".")
        where InternationalLabel.isMarked(label) && InternationalLabel.unicode(label) == nil {
            throw AddressError(
                "the label '\(label)' stands for no letters that names may have, though it begins with 'xn--' (RFC 5890)"
            )
        }
    }

    /// The name in the letters that its labels stand for, without its final dot; nil if it has none beyond ASCII.
    package var international: String? {
        guard mayBeInternational else { return nil }
        var isInternational = false
        let labels = labels.map { label in
            guard let unicode = InternationalLabel.unicode(label) else { return String(label) }
            isInternational = true
            return unicode
        }
        return isInternational ? labels.joined(separator: ".") : nil
    }
}
