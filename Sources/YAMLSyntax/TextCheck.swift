/// Whether a file's bytes are text that may be shown to people and given to the parser.
enum TextCheck {
    /// What is known about a file that passed.
    struct Encoding {
        /// Whether characters and bytes are the same thing in it.
        let isASCII: Bool
    }

    /// Checks size, encoding and characters; nil when the file is not to be read further.
    static func check(_ bytes: [UInt8], reporting faults: inout FaultLog) -> Encoding? {
        guard bytes.count <= YAMLLimits.file else {
            faults.add(
                .limit, "the file has \(bytes.count) bytes, more than the limit of 8 MiB", at: 0..<0,
                help: "split it: every YAML file below the inventory directory is read")
            return nil
        }
        if let name = wideEncoding(of: bytes) {
            faults.add(
                .feature, "the file is encoded in \(name)", at: 0..<0, help: "save it as UTF-8")
            return nil
        }
        guard let isASCII = validate(bytes, reporting: &faults) else { return nil }
        let isReadable = reportForbiddenCharacters(in: bytes, to: &faults)
        return isReadable ? Encoding(isASCII: isASCII) : nil
    }

    /// The name of an encoding of two or four bytes a character that the first bytes give away.
    private static func wideEncoding(of bytes: [UInt8]) -> String? {
        let first = Array(bytes.prefix(4))
        if first.starts(with: [0xff, 0xfe, 0, 0]) || first.starts(with: [0, 0, 0xfe, 0xff]) { return "UTF-32" }
        if first.starts(with: [0xff, 0xfe]) || first.starts(with: [0xfe, 0xff]) { return "UTF-16" }
        // YAML begins with an ASCII character, so zeros around one betray the width (YAML 1.2.2, 5.2).
        switch first.map({ $0 == 0 }) {
        case [false, true, true, true], [true, true, true, false]: return "UTF-32"
        case [false, true, false, true], [true, false, true, false], [false, true], [true, false]: return "UTF-16"
        default: return nil
        }
    }

    /// Whether the bytes are ASCII; nil when they are not even UTF-8.
    private static func validate(_ bytes: [UInt8], reporting faults: inout FaultLog) -> Bool? {
        do throws(UTF8.ValidationError) {
            return try UTF8Span(validating: bytes.span).isKnownASCII
        } catch {
            let hex = bytes[error.byteOffsets].prefix(4).map { String($0, radix: 16) }.joined(separator: " ")
            faults.add(
                .feature, "not UTF-8: the bytes \(hex) are no character", at: error.byteOffsets,
                help: "save the file as UTF-8")
            return nil
        }
    }

    /// Reports the first of each sort of forbidden character; says whether the parser can do with all of them.
    private static func reportForbiddenCharacters(in bytes: [UInt8], to faults: inout FaultLog) -> Bool {
        let found = ForbiddenCharacter.find(in: bytes.span, limit: YAMLLimits.faults)
        var reported: Set<ForbiddenCharacter.Sort> = []
        for character in found where reported.insert(character.sort).inserted {
            let others = found.count { $0.sort == character.sort } - 1
            let more = others > 0 ? ", and \(others) more like it" : ""
            faults.add(.feature, character.complaint + more, at: character.span, help: character.sort.help)
        }
        return found.count < YAMLLimits.faults && reported.allSatisfy(\.isReadable)
    }
}
