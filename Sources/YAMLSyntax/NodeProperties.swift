/// The anchor and the tag that stand before a node, neither of which an inventory may use.
struct NodeProperties {
    private(set) var anchor: Range<Int>?
    private(set) var tag: Range<Int>?
    /// Where the node itself begins.
    private(set) var end: Int

    /// Reads the properties that begin at `start`, up to `limit` at most.
    init(in bytes: [UInt8], from start: Int, limit: Int) {
        end = start
        while end < limit {
            switch bytes[end] {
            case UInt8(ascii: "&") where anchor == nil:
                anchor = Self.token(in: bytes, from: end, limit: limit)
                end = anchor?.upperBound ?? limit
            case UInt8(ascii: "!") where tag == nil:
                tag = Self.token(in: bytes, from: end, limit: limit)
                end = tag?.upperBound ?? limit
            case UInt8(ascii: "#"):
                end = bytes[end..<limit].firstIndex(of: UInt8(ascii: "\n")) ?? limit
            case let byte where byte.isBlank || byte.isLineBreak:
                end += 1
            default:
                return
            }
        }
    }

    private static func token(in bytes: [UInt8], from start: Int, limit: Int) -> Range<Int> {
        let isVerbatim = bytes[start..<limit].starts(with: [UInt8(ascii: "!"), UInt8(ascii: "<")])
        let rest = bytes[start..<limit]
        if isVerbatim { return start..<(rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? limit) }
        let end = rest.firstIndex { byte in
            byte.isBlank || byte.isLineBreak || [",", "[", "]", "{", "}"].contains(UnicodeScalar(byte))
        }
        return start..<(end ?? limit)
    }
}
