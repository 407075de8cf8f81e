import Addressing
import YAMLSyntax

/// The order that the items of a list stand in, if they stand in any.
struct ListOrder {
    /// What an item is sorted by.
    private struct Sorting {
        let text: String
        let range: IPRange?
        /// The text with its numbers so wide that they compare by value.
        let widened: String

        init(_ text: String) {
            self.text = text
            var widened = ""
            var digits = ""
            for character in text + "\0" {
                if character.isWholeNumber {
                    digits.append(character)
                    continue
                }
                if !digits.isEmpty { widened += String(repeating: "0", count: max(0, 20 - digits.count)) + digits }
                digits = ""
                widened.append(character)
            }
            self.widened = widened
            range = IPRange(text) ?? IPAddress(text).map { IPRange($0) }
        }
    }

    /// What an item of a top-level list is known by.
    private static let keys = ["name", "prefix", "address", "range", "reverse"]

    private let known: [Sorting]
    private let order: (Sorting, Sorting) -> Bool

    /// The order of the items of a list; nil if there are fewer than three, or they are in none.
    init?(_ tree: YAMLTree, _ list: YAMLTree.NodeID) {
        var known: [Sorting] = []
        for item in tree.items(of: list) {
            guard let sorting = Self.sorting(YAMLValue(tree, item)) else { return nil }
            known.append(sorting)
        }
        guard known.count > 2, let order = Self.orders.first(where: { Self.isSorted(known, by: $0) }) else {
            return nil
        }
        self.known = known
        self.order = order
    }

    /// Before which of the items a new one belongs; their count if behind all.
    func index(of item: YAMLValue) -> Int {
        guard let sorting = Self.sorting(item) else { return known.count }
        return known.firstIndex { order(sorting, $0) } ?? known.count
    }

    /// Whether one new item comes before another.
    func precedes(_ left: YAMLValue, _ right: YAMLValue) -> Bool {
        guard let left = Self.sorting(left), let right = Self.sorting(right) else { return false }
        return order(left, right)
    }

    private static let orders: [@Sendable (Sorting, Sorting) -> Bool] = [
        { left, right in
            guard let left = left.range, let right = right.range else { return false }
            return left < right
        },
        { $0.widened < $1.widened },
        { $0.text < $1.text },
    ]

    private static func isSorted(_ items: [Sorting], by precedes: (Sorting, Sorting) -> Bool) -> Bool {
        zip(items, items.dropFirst()).allSatisfy { precedes($0, $1) }
    }

    private static func sorting(_ item: YAMLValue) -> Sorting? {
        switch item {
        case .text(let text): Sorting(text)
        case .mapping(let entries): sorting(entries)
        case .flag, .number, .list: nil
        }
    }

    private static func sorting(_ entries: [YAMLValue.Entry]) -> Sorting? {
        for key in keys {
            if case .text(let text)? = entries.first(where: { $0.key == key })?.value { return Sorting(text) }
        }
        return nil
    }
}
