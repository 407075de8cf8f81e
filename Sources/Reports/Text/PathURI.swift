/// The escaper for places in files as URIs (RFC 3986).
enum PathURI {
    /// A path as a relative reference, or as a `file` URI if it is absolute.
    ///
    /// All but unreserved characters and slashes is percent-encoded: a colon in the first segment would begin a scheme,
    /// and a backslash would be taken for a slash by some.
    static func of(_ path: String) -> String {
        var uri = path.hasPrefix("/") ? "file://" : ""
        var previous: UInt8?
        for byte in path.utf8 {
            defer { previous = byte }
            // Two slashes in a row would begin an authority at the front, and mean the same as one elsewhere.
            if byte == UInt8(ascii: "/"), previous == byte { continue }
            if isUnreserved(byte) || byte == UInt8(ascii: "/") {
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                uri += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
            }
        }
        return uri
    }

    /// RFC 3986, 2.3.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
