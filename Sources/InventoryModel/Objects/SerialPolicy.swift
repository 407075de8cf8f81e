package import JSONShapes
package import YAMLSyntax

/// How the serial of a zone grows when its content changes (RFC 1982 arithmetic).
package enum SerialPolicy: Hashable, InventoryValue {
    /// The day and a counter, `YYYYMMDDnn`, or one more than before if that is higher.
    case date
    /// Seconds since 1970, or one more than before if that is higher.
    case unixtime
    /// The moment of the last commit that changed the inventory, or one more than before if that is higher.
    case git
    /// One more than before.
    case increment
    /// Always this number.
    case fixed(UInt32)

    package static var schema: JSONSchema {
        .string(pattern: "^(date|unixtime|git|increment|fixed:[0-9]{1,10})$", example: "date")
    }

    package static var example: SerialPolicy { .date }

    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> SerialPolicy? {
        let expected = "date, unixtime, git, increment or fixed:N"
        guard let text = document.scalar(node, expected: expected) else { return nil }
        switch text {
        case "date": return .date
        case "unixtime": return .unixtime
        case "git": return .git
        case "increment": return .increment
        default:
            if text.hasPrefix("fixed:"), let number = UInt32(text.dropFirst("fixed:".count)), number > 0 {
                return .fixed(number)
            }
            document.reportWrongType(node, expected: expected)
            return nil
        }
    }
}
