/// Why the parser gave up, in its own words and positions.
struct SyntaxComplaint {
    /// What it met.
    let problem: String
    /// Where, in characters.
    let position: Int
    /// What it was doing.
    let context: String
    /// Where it began to do that.
    let contextPosition: Int?

    /// Reports the complaint in our words, or its cause if that can be told.
    func report(in bytes: [UInt8], cursor: inout MarkCursor, to faults: inout FaultLog) {
        if MergeConflict.report(in: bytes, to: &faults) { return }
        let place = Self.character(at: cursor.offset(of: position), in: bytes)
        let origin = contextPosition.map { Self.character(at: cursor.offset(of: $0), in: bytes) }
        if let refusal = refusal(at: place, origin: origin, in: bytes) {
            faults.add(refusal.rule, refusal.message, at: refusal.span, help: refusal.help)
            return
        }
        let wording = SyntaxWording.wording(of: self, at: bytes[place].first)
        guard let origin, origin.lowerBound < place.lowerBound else {
            faults.add(.syntax, wording.message, at: place, help: wording.help)
            return
        }
        if wording.isAboutBeginning {
            faults.add(.syntax, wording.message, at: origin, help: wording.help)
        } else {
            faults.add(
                .syntax, wording.message, at: place,
                related: wording.beginning.map { [($0, origin)] } ?? [], help: wording.help)
        }
    }

    private typealias Refusal = (rule: FaultLog.Rule, message: String, span: Range<Int>, help: String?)

    /// The complaint as the breach of another rule, when it comes of one.
    private func refusal(at place: Range<Int>, origin: Range<Int>?, in bytes: [UInt8]) -> Refusal? {
        if bytes[place].first == UInt8(ascii: "\t") {
            return (.feature, "a tab where only spaces may indent", place, "indent with spaces")
        }
        if context.hasSuffix("a tag") || problem == "found undefined tag handle" {
            return (.feature, "a tag", origin ?? place, "quote the value if it begins with '!'")
        }
        if context.hasSuffix("directive") {
            return (.feature, "a directive", origin ?? place, "delete the line, or quote a value with '%'")
        }
        // libyaml looks for the colon behind a key no further than 1,024 characters.
        let line = bytes[..<place.lowerBound].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let keyStart = origin?.lowerBound ?? line
        let isAboutKey = problem == "could not find expected ':'" || problem.hasPrefix("mapping values are not allowed")
        if isAboutKey, place.lowerBound - keyStart > YAMLLimits.key, keyStart >= line {
            return (.limit, "a key longer than the limit of 1 KiB", keyStart..<keyStart + 1, nil)
        }
        return nil
    }

    /// The character that begins at an offset; nothing at the end of a line.
    private static func character(at offset: Int, in bytes: [UInt8]) -> Range<Int> {
        guard offset < bytes.count, !bytes[offset].isLineBreak else { return offset..<offset }
        let end = bytes[(offset + 1)...].firstIndex { !$0.continuesScalar } ?? bytes.count
        return offset..<end
    }
}
