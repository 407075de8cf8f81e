import TestSupport
import Testing

@testable import Imports

@Suite("Rows of delimited text")
struct DelimitedRowsTests {
    private struct Row: Equatable {
        let line: Int
        let texts: [String]
        let flaw: DelimitedRows.Flaw?
    }

    private static func rows(_ reader: DelimitedRows) -> [Row] {
        var reader = reader
        var rows: [Row] = []
        while reader.next() { rows.append(Row(line: reader.line, texts: reader.texts, flaw: reader.flaw)) }
        return rows
    }

    @Test("read in parts of any size they are those of the whole, on the same lines", arguments: 0..<8 as Range<UInt64>)
    func parts(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<250 {
            // Half of the texts have no quotes, and go the short way.
            let alphabet = Array(Bool.random(using: &generator) ? "ab,,\n\r" : "ab ,,\n\r\"\"")
            let pieces = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                Int.random(in: 0..<8, using: &generator) == 0
                    ? "\r\n" : String(alphabet.randomElement(using: &generator) ?? "a")
            }
            let text = pieces.joined()
            let whole = DelimitedRows(Array(text.utf8), separator: UInt8(ascii: ","))
            let size = Int.random(in: 1...30, using: &generator)
            let parts = whole.parts(of: size)
            #expect(parts.flatMap(Self.rows) == Self.rows(whole), "\(text.debugDescription) in parts of \(size)")
        }
    }
}
