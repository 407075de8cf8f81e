import Addressing
import JSONShapes

/// A cell as rows are sorted by it: addresses and numbers by value, words as people sort them.
enum SortKey: Comparable {
    case number(Int64)
    case range(IPRange)
    case text([Part])
    /// What an empty cell has.
    case nothing

    /// Words and numbers within a text.
    enum Part: Comparable {
        case number(Int, String)
        case text(String)
    }

    /// The key of a cell; of a list, that of its first element.
    init(_ cell: JSON) {
        if case .integer(let number) = cell {
            self = .number(number)
            return
        }
        if case .array(let elements) = cell {
            self = elements.first.map { SortKey($0) } ?? .nothing
            return
        }
        let text = cell.cellText
        if text.isEmpty {
            self = .nothing
        } else if let range = IPRange(text) {
            self = .range(range)
        } else {
            self = .text(Self.parts(of: text))
        }
    }

    private static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var rest = text.lowercased()[...]
        while let first = rest.first {
            let isNumber = isDigit(first)
            let part = rest.prefix { isDigit($0) == isNumber }
            let value = part.drop { $0 == "0" }
            parts.append(isNumber ? .number(value.count, String(value)) : .text(String(part)))
            rest = rest[part.endIndex...]
        }
        return parts
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    static func < (left: SortKey, right: SortKey) -> Bool {
        switch (left, right) {
        case (.number(let one), .number(let other)): one < other
        case (.range(let one), .range(let other)): one < other
        case (.text(let one), .text(let other)): one.lexicographicallyPrecedes(other)
        default: left.rank < right.rank
        }
    }

    private var rank: Int {
        switch self {
        case .number: 0
        case .range: 1
        case .text: 2
        case .nothing: 3
        }
    }
}
