/// Numbers in saved reports.
enum SavedNumber {
    /// The largest that is believed: nobody has more addresses to count, and sums of such numbers cannot overflow.
    static let largest = 1 << 40
}

extension KeyedDecodingContainer {
    /// A whole number within a range.
    func number(_ key: Key, in range: ClosedRange<Int>) throws -> Int {
        try checked(try decode(Int.self, forKey: key), key, range)
    }

    /// A whole number within a range, or null.
    func optionalNumber(_ key: Key, in range: ClosedRange<Int>) throws -> Int? {
        try decode(Int?.self, forKey: key).map { try checked($0, key, range) }
    }

    /// A text that `parse` understands.
    func parsed<Value>(_ key: Key, _ parse: (String) -> Value?) throws -> Value {
        guard let value = parse(try decode(String.self, forKey: key)) else {
            throw refusal(key, "the text is not what ipam writes there")
        }
        return value
    }

    /// The error that says what is wrong with the value of a key.
    func refusal(_ key: Key, _ clause: String) -> DecodingError {
        .dataCorruptedError(forKey: key, in: self, debugDescription: clause)
    }

    private func checked(_ number: Int, _ key: Key, _ range: ClosedRange<Int>) throws -> Int {
        guard range.contains(number) else {
            throw refusal(key, "a number from \(range.lowerBound) to \(range.upperBound) is expected")
        }
        return number
    }
}
