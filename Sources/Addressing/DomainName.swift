/// An absolute DNS name in lower case, such as `db1.example.net.`; without labels it is the root.
///
/// Held are names that can own records: labels of letters, digits, `-` and `_`, `/` for the zones of RFC 2317, and `*`
/// as the whole first label. Which of them may also be the name of a host is a narrower question: ``isHostname``.
package struct DomainName: Hashable, Sendable {
    /// The name without its final dot; empty for the root.
    let text: String

    /// Takes text that is known to be a valid name without its final dot.
    init(unchecked text: String) {
        self.text = text
    }

    /// The name above all others, printed `.`.
    package static let root = DomainName(unchecked: "")

    /// Whether the name is the root.
    package var isRoot: Bool { text.isEmpty }

    /// The labels from left to right; none for the root.
    package var labels: [Substring] { isRoot ? [] : text.split(separator: ".") }

    /// How many octets the name takes in a message: each label and its length, and the root (RFC 1035, 3.1).
    package var size: Int { isRoot ? 1 : text.utf8.count + 2 }

    /// The name without its first label; nil for the root.
    package var parent: DomainName? {
        if isRoot { return nil }
        guard let dot = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return .root }
        return DomainName(unchecked: String(text[text.index(after: dot)...]))
    }

    /// Whether the name is `other` or lies below it.
    package func isSubdomain(of other: DomainName) -> Bool {
        guard !other.isRoot, text.utf8.count != other.text.utf8.count else { return other.isRoot || self == other }
        let extra = text.utf8.count - other.text.utf8.count
        guard extra >= 2 else { return false }
        let (mine, theirs) = (text.utf8.span, other.text.utf8.span)
        guard mine[extra - 1] == UInt8(ascii: ".") else { return false }
        for index in theirs.indices where theirs[index] != mine[extra + index] { return false }
        return true
    }

    /// Whether the first label is `*` (RFC 4592).
    package var isWildcard: Bool { text == "*" || text.utf8.starts(with: "*.".utf8) }

    /// Whether a label begins with `xn--`, and so may stand for letters beyond ASCII (RFC 5890).
    package var mayBeInternational: Bool {
        let bytes = text.utf8.span
        var start = 0
        while start + 4 < bytes.count {
            if bytes[start] == UInt8(ascii: "x"), bytes[start + 1] == UInt8(ascii: "n"),
                bytes[start + 2] == UInt8(ascii: "-"), bytes[start + 3] == UInt8(ascii: "-")
            {
                return true
            }
            while start < bytes.count, bytes[start] != UInt8(ascii: ".") { start += 1 }
            start += 1
        }
        return false
    }

    /// Whether a host may have the name: letters, digits and inner hyphens (RFC 952; RFC 1123, 2.1).
    ///
    /// The last label may not be a number, since the whole would then read like an IPv4 address.
    package var isHostname: Bool {
        let bytes = text.utf8.span
        var previous = UInt8(ascii: ".")
        var lastLabelIsNumber = true
        for index in bytes.indices {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "."):
                guard previous != UInt8(ascii: "-") else { return false }
                lastLabelIsNumber = true
            case UInt8(ascii: "-"):
                guard previous != UInt8(ascii: ".") else { return false }
                lastLabelIsNumber = false
            case UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "a")...UInt8(ascii: "z"): lastLabelIsNumber = false
            default: return false
            }
            previous = byte
        }
        return !isRoot && !lastLabelIsNumber && previous != UInt8(ascii: "-")
    }
}

extension DomainName: CustomStringConvertible, LosslessStringConvertible {
    /// The name with its final dot.
    package var description: String { text + "." }

    /// The name as it stands in a zone file below `$ORIGIN`: `@`, the labels in front of it, or else the whole name.
    package func relative(to origin: DomainName) -> String {
        if self == origin { return "@" }
        guard !origin.isRoot, isSubdomain(of: origin) else { return description }
        return String(text[..<text.utf8.index(text.endIndex, offsetBy: -origin.text.utf8.count - 1)])
    }

    /// Parses as ``init(parsing:relativeTo:)`` does without an origin, and without a reason on failure.
    package init?(_ text: String) {
        try? self.init(parsing: text)
    }
}
