/// Text in the order of Python's `natsort`, which octoDNS demands: runs of digits count by value, all else by its
/// characters. Unlike in the order of people, a number stands before any character, so `a1` before `a-`.
struct NatsortOrder: Comparable {
    /// Text and numbers in turn, beginning with text, which may be empty.
    private let parts: [Part]

    private enum Part: Comparable {
        case text(String)
        /// A number without leading zeros; the longer one is the larger one.
        case number(length: Int, digits: String)
    }

    init(_ text: String) {
        var parts: [Part] = []
        var rest = Substring(text)
        while !rest.isEmpty || parts.isEmpty {
            let word = rest.prefix { !$0.isASCIIDigit }
            parts.append(.text(String(word)))
            rest = rest.dropFirst(word.count)
            let digits = rest.prefix(while: \.isASCIIDigit)
            if !digits.isEmpty {
                let value = digits.drop { $0 == "0" }
                parts.append(.number(length: value.count, digits: String(value)))
                rest = rest.dropFirst(digits.count)
            }
        }
        self.parts = parts
    }

    static func < (left: NatsortOrder, right: NatsortOrder) -> Bool {
        left.parts.lexicographicallyPrecedes(right.parts)
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
