import Addressing
import Chronology
import Edits
import InventoryModel
import Observations

/// Turns texts of one row into values; what cannot be one is a fault of the row.
struct CellValues {
    let origin: Origin
    /// Whether all that was asked for could be read.
    private(set) var isSound = true

    init(_ origin: Origin) {
        self.origin = origin
    }

    /// Says what is wrong with the row.
    mutating func refuse(_ column: String, _ message: String, _ journal: inout some RowJournal) {
        isSound = false
        journal.remark(.fault, origin, column: column, message)
    }

    /// The value that a strict parser makes of a text; nil for no text, and for one that is refused.
    private mutating func parse<Value>(
        _ text: String?, _ column: String, _ journal: inout some RowJournal,
        _ parser: (String) throws(AddressError) -> Value
    ) -> Value? {
        guard let text else { return nil }
        do {
            return try parser(text)
        } catch {
            refuse(column, error.reason + (error.suggestion.map { "; did you mean \($0)?" } ?? ""), &journal)
            return nil
        }
    }

    /// An address, without mask.
    mutating func address(_ text: String?, _ column: String, _ journal: inout some RowJournal) -> IPAddress? {
        parse(text, column, &journal) { text throws(AddressError) in try IPAddress(parsing: text) }
    }

    /// An address, and the length of its mask if it has one.
    mutating func maskedAddress(
        _ text: String?, _ column: String, _ journal: inout some RowJournal
    ) -> (address: IPAddress, length: Int?)? {
        guard let text else { return nil }
        guard text.utf8.contains(UInt8(ascii: "/")) else {
            return address(text, column, &journal).map { ($0, nil) }
        }
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let address = address(parts[0], column, &journal) else { return nil }
        guard parts.count == 2 else { return (address, nil) }
        guard let length = Int(parts[1]), (0...address.family.width).contains(length) else {
            refuse(column, "'/\(parts[1].prefix(20))' is no mask of IPv\(address.family.rawValue)", &journal)
            return nil
        }
        return (address, length)
    }

    /// A prefix.
    mutating func prefix(_ text: String?, _ column: String, _ journal: inout some RowJournal) -> IPPrefix? {
        parse(text, column, &journal) { text throws(AddressError) in try IPPrefix(parsing: text) }
    }

    /// A range, or one address.
    mutating func range(_ text: String?, _ column: String, _ journal: inout some RowJournal) -> IPRange? {
        parse(text, column, &journal) { text throws(AddressError) in try IPRange(parsing: text) }
    }

    /// A hardware address in any of the usual forms: `02:00:…`, `02-00-…`, `0200.5e10.0001`, `02005e100001`.
    mutating func mac(_ text: String?, _ column: String, _ journal: inout some RowJournal) -> MACAddress? {
        guard let text else { return nil }
        if let mac = MACAddress(text) { return mac }
        let digits = text.filter { $0 != "." }
        if digits.utf8.count == 12, let bits = UInt64(digits, radix: 16), digits.first != "+" {
            return MACAddress(bits: bits)
        }
        return parse(text, column, &journal) { text throws(AddressError) in try MACAddress(parsing: text) }
    }

    /// A DUID in any of the forms that Kea takes: `00:03:…`, `0003…`, `0x0003…`.
    mutating func duid(_ text: String?, _ column: String, _ journal: inout some RowJournal) -> DUID? {
        guard let text else { return nil }
        var digits = Array(text.hasPrefix("0x") ? text.dropFirst(2) : text[...])
        if digits.count.isMultiple(of: 2), digits.allSatisfy(\.isHexDigit) {
            digits = Array(stride(from: 0, to: digits.count, by: 2).map { digits[$0..<$0 + 2] }.joined(separator: ":"))
        }
        return parse(String(digits), column, &journal) { text throws(AddressError) in try DUID(parsing: text) }
    }

    /// A date.
    mutating func date(_ text: String?, _ column: String, _ journal: inout some RowJournal) -> CalendarDate? {
        guard let text else { return nil }
        if let date = CalendarDate(text) { return date }
        refuse(column, "'\(text.prefix(40))' is no date; write it like 2027-01-31", &journal)
        return nil
    }

    /// A VLAN id.
    mutating func vlan(_ text: String?, _ column: String, _ journal: inout some RowJournal) -> Int? {
        guard let text else { return nil }
        // Lists of NetBox and phpIPAM have the name around the number: `Data (100)`.
        let digits = text.split { $0 == "(" || $0 == ")" || $0 == " " }.last { Int($0) != nil } ?? text[...]
        if let number = Int(digits), (1...4094).contains(number) { return number }
        refuse(column, "'\(text.prefix(40))' is no VLAN id from 1 to 4094", &journal)
        return nil
    }

    /// One out of a list of words.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ text: String?, _ column: String, _ journal: inout some RowJournal
    ) -> Word? where Word.RawValue == String {
        guard let text else { return nil }
        if let word = Word(rawValue: text) ?? Word(rawValue: text.lowercased()) { return word }
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        refuse(column, "'\(text.prefix(40))' is none of \(words)", &journal)
        return nil
    }

    /// A name for people and commands: any text of one line that can be seen.
    mutating func name(_ text: String?, _ column: String, _ journal: inout some RowJournal) -> String? {
        guard let text else { return nil }
        if let code = NameText.unseenCode(in: text) {
            refuse(column, "the text holds \(code), which nobody can see: take it out", &journal)
            return nil
        }
        return text
    }

    /// Names, each fit for one; the others are left out and refused.
    mutating func names(_ texts: [String], _ column: String, _ journal: inout some RowJournal) -> [String] {
        texts.compactMap { name($0, column, &journal) }
    }

    /// A description: lines are joined, since it is read in tables.
    mutating func line(_ text: String?, _ column: String, _ journal: inout some RowJournal) -> String? {
        guard let text, text.utf8.contains(where: { $0 < 0x20 }) else { return name(text, column, &journal) }
        let words = text.split { $0.isNewline || $0 == "\t" }.map { $0.trimmed }.filter { !$0.isEmpty }
        return words.isEmpty ? nil : name(words.joined(separator: " "), column, &journal)
    }
}

extension Substring {
    /// The text without the spaces around it.
    fileprivate var trimmed: String {
        let start = drop { $0 == " " }
        return String(start.reversed().drop { $0 == " " }.reversed())
    }
}
