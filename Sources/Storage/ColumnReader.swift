import Addressing
import Chronology
import Foundation
import GRDB

/// Reads a row's columns from left to right, without trusting that they hold what was once written.
///
/// GRDB's own subscripts end the process on a value of the wrong type; a damaged file may hold any.
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

    private mutating func next() throws -> DatabaseValue.Storage {
        guard column < row.count else { throw Malformed(column: column) }
        defer { column += 1 }
        let value: DatabaseValue = row[column]
        return value.storage
    }

    private func malformed() -> Malformed { Malformed(column: column - 1) }

    /// An integer or null.
    mutating func integerIfPresent() throws -> Int64? {
        switch try next() {
        case .int64(let number): number
        case .null: nil
        default: throw malformed()
        }
    }

    /// A text or null.
    mutating func textIfPresent() throws -> String? {
        switch try next() {
        case .string(let text): text
        case .null: nil
        default: throw malformed()
        }
    }

    private mutating func bytesIfPresent() throws -> Data? {
        switch try next() {
        case .blob(let bytes): bytes
        case .null: nil
        default: throw malformed()
        }
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
}
