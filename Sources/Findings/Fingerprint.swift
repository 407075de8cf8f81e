/// The identity of a finding over time: a hash of its rule and subject, never of a line number.
package struct Fingerprint: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let hash: UInt64

    /// Makes the fingerprint of the `ordinal`th finding of a rule about a subject, counted from 0.
    package init(rule: RuleID, subject: Subject, ordinal: Int) {
        var parts = [rule.name, subject.kind.rawValue, subject.id]
        if ordinal > 0 { parts.append(String(ordinal)) }
        hash = Self.fnv1a(parts.joined(separator: "\u{0}").utf8)
    }

    /// Reads what ``description`` prints; nil for anything else.
    package init?(_ digits: String) {
        guard digits.utf8.count == 16, let hash = UInt64(digits, radix: 16) else { return nil }
        self.hash = hash
        guard description == digits else { return nil }
    }

    /// 64-bit FNV-1a: stable over releases and platforms, which Swift's own seeded hashing is not.
    private static func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    package static func < (left: Fingerprint, right: Fingerprint) -> Bool { left.hash < right.hash }

    /// Sixteen lower-case hexadecimal digits.
    package var description: String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
