/// Takes out of JSON what Kea allows in it beyond RFC 8259: comments, and commas before a closing bracket.
enum PlainJSON {
    /// The same text, with blanks where comments and superfluous commas were, so that lines keep their numbers.
    static func plain(_ bytes: [UInt8]) -> [UInt8] {
        var plain = bytes
        var index = 0
        var lastComma: Int?
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index = endOfString(bytes, index)
                lastComma = nil
                continue
            case UInt8(ascii: "#"):
                index = blank(&plain, from: index, to: endOfLine(bytes, index))
                continue
            case UInt8(ascii: "/") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/"):
                index = blank(&plain, from: index, to: endOfLine(bytes, index))
                continue
            case UInt8(ascii: "/") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "*"):
                index = blank(&plain, from: index, to: endOfComment(bytes, index))
                continue
            case UInt8(ascii: ","): lastComma = index
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if let comma = lastComma { plain[comma] = UInt8(ascii: " ") }
                lastComma = nil
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): break
            default: lastComma = nil
            }
            index += 1
        }
        return plain
    }

    private static func endOfString(_ bytes: [UInt8], _ start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, bytes.count)
    }

    private static func endOfLine(_ bytes: [UInt8], _ start: Int) -> Int {
        bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    }

    private static func endOfComment(_ bytes: [UInt8], _ start: Int) -> Int {
        var index = start + 2
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") { return index + 2 }
            index += 1
        }
        return bytes.count
    }

    private static func blank(_ bytes: inout [UInt8], from start: Int, to end: Int) -> Int {
        for index in start..<end where bytes[index] != UInt8(ascii: "\n") { bytes[index] = UInt8(ascii: " ") }
        return end
    }
}
