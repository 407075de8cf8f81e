package import Addressing

extension DomainName {
    /// Parses a name as people write it in an inventory: as ``init(parsing:relativeTo:)`` does, but that labels may have
    /// letters beyond ASCII, which become what DNS has for them (RFC 5891).
    ///
    /// - Throws: ``AddressError`` that names the first fault.
    package init(declared text: String, relativeTo origin: DomainName? = nil) throws(AddressError) {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else {
            self = try DomainName(parsing: text, relativeTo: origin)
            return
        }
        var labels: [String] = []
        for part in text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            let label = String(Substring(part))
            labels.append(label.utf8.contains { $0 >= 0x80 } ? try InternationalLabel.ascii(label) : label)
        }
        self = try DomainName(parsing: labels.joined(separator: "."), relativeTo: origin)
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
