import Addressing
import ArgumentParser
import Chronology

/// Reads values of the command line as the inventory's reader does, and says why something is none in the same words.
enum ArgumentReading {
    static func prefix(_ text: String) throws -> IPPrefix { try read(text, IPPrefix.init(parsing:)) }

    static func range(_ text: String) throws -> IPRange { try read(text, IPRange.init(parsing:)) }

    /// One address or several in a row.
    static func addresses(_ text: String) throws -> IPRange {
        try IPAddress(text).map { IPRange($0) } ?? range(text)
    }

    static func mac(_ text: String) throws -> MACAddress { try read(text, MACAddress.init(parsing:)) }

    static func date(_ text: String) throws -> CalendarDate {
        guard let date = CalendarDate(text) else { throw ValidationError("a date is written as 2027-01-31") }
        return date
    }

    private static func read<Value>(_ text: String, _ parse: (String) throws(AddressError) -> Value) throws -> Value {
        do throws(AddressError) {
            return try parse(text)
        } catch {
            throw ValidationError(error.reason + (error.suggestion.map { "; did you mean \($0)?" } ?? ""))
        }
    }
}

extension [String] {
    /// Refuses a list in which something is named twice, also if it is an address in two spellings.
    func requireNoneTwice() throws {
        var seen: Set<String> = []
        for text in self where !seen.insert(IPAddress(text).map { "\($0)" } ?? text).inserted {
            throw ValidationError("'\(text)' is named twice")
        }
    }
}
