import Addressing
import Chronology

/// The lines of a text from outside, without their ends; one that is no text, or longer than any format needs, is nil.
struct TextLines: Sequence, IteratorProtocol {
    private static let longest = 4096

    private var rest: ArraySlice<UInt8>

    init(_ bytes: some Collection<UInt8>) {
        rest = Array(bytes)[...]
    }

    mutating func next() -> String?? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
        var line = rest[..<end]
        rest = rest[end...].dropFirst()
        if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
        guard line.count <= Self.longest else { return .some(nil) }
        return .some(String(validating: line, as: UTF8.self))
    }
}

extension String {
    /// The parts between blanks.
    var fields: [Substring] { split { $0 == " " || $0 == "\t" } }
}

extension Timestamp {
    /// Reads seconds since 1970, up to the year 9999; nil for anything else.
    init?(epoch text: some StringProtocol) {
        guard let seconds = Int64(text), (0..<253_402_300_800).contains(seconds) else { return nil }
        self.init(seconds: seconds)
    }
}

extension IPAddress {
    /// Whether a host has the address on one link only, so that other links may have it as well.
    var isLinkLocal: Bool {
        switch family {
        case .v4: bits >> 16 == 0xA9FE
        case .v6: bits >> 118 == 0x3FA
        }
    }
}
