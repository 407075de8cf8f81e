import Addressing
import Chronology
import Foundation
import GRDB

/// Reads a row's columns from left to right, without trusting that they hold what was once written.
///
/// GRDB ends the process where a value is expected and null is found; a damaged file may hold it anywhere.
struct ColumnReader {
    /// A column that holds what never was written to it.
    struct Malformed: Error {
        let column: Int
    }

    private let row: Row
    private var column = 0

    init(_ row: Row) {
        self.row = row
    }

    private mutating func next<Value: DatabaseValueConvertible & StatementColumnConvertible>() throws -> Value? {
        guard column < row.count else { throw Malformed(column: column) }
        defer { column += 1 }
        // As an optional, GRDB takes any stored type; SQLite converts it, and what comes of that is checked here.
        return row[column]
    }

    private func malformed() -> Malformed { Malformed(column: column - 1) }

    /// An integer or null.
    mutating func integerIfPresent() throws -> Int64? {
        try next()
    }

    /// A text or null.
    mutating func textIfPresent() throws -> String? {
        try next()
    }

    private mutating func bytesIfPresent() throws -> Data? {
        try next()
    }

    private func present<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw malformed() }
        return value
    }

    /// An integer.
    mutating func integer() throws -> Int64 {
        try present(try integerIfPresent())
    }

    /// A text.
    mutating func text() throws -> String {
        try present(try textIfPresent())
    }

    /// A text that stands for a value.
    mutating func value<Value>(_ parse: (String) -> Value?) throws -> Value {
        try present(parse(try text()))
    }

    /// A moment.
    mutating func moment() throws -> Timestamp {
        Timestamp(seconds: try integer())
    }

    /// A moment or null.
    mutating func momentIfPresent() throws -> Timestamp? {
        try integerIfPresent().map(Timestamp.init(seconds:))
    }

    /// An address.
    mutating func address() throws -> IPAddress {
        try present(IPAddress(sortableBytes: try present(try bytesIfPresent())))
    }

    /// A hardware address or null.
    mutating func macIfPresent() throws -> MACAddress? {
        guard let bytes = try bytesIfPresent() else { return nil }
        return try present(MACAddress(bytes: bytes))
    }

    /// Any number of hardware addresses; none for null.
    mutating func macs() throws -> [MACAddress] {
        guard let bytes = try bytesIfPresent() else { return [] }
        return try stride(from: 0, to: bytes.count, by: 6).map { start in
            try present(MACAddress(bytes: bytes.dropFirst(start).prefix(6)))
        }
    }
}
