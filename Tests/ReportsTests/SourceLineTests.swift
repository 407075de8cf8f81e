import TestSupport
import Testing

@testable import Reports

@Suite("Scalars of a line")
struct SourceLineTests {
    @Test("are found where they begin, in lines of any length")
    func offsets() {
        var generator = SeededGenerator(seed: 11)
        for length in [0, 1, 60, 4095, 4096, 4097, 9000] {
            var text = ""
            while text.utf8.count < length {
                text.unicodeScalars.append(["a", "é", "€", "😀", "\u{301}"].randomElement(using: &generator) ?? "a")
            }
            let bytes = Array(("x" + text).utf8).dropFirst()
            let line = SourceLine(bytes)
            var expected: [Int] = []
            var offset = bytes.startIndex
            for scalar in text.unicodeScalars {
                expected.append(offset)
                offset += String(scalar).utf8.count
            }
            let found = expected.indices.map { line.offset(ofScalar: $0) }
            #expect(found == expected, "\(length)")
            #expect(line.offset(ofScalar: expected.count) == bytes.endIndex)
            #expect(line.offset(ofScalar: .max) == bytes.endIndex)
        }
    }
}
