import Addressing
import Findings
import YAMLSyntax

/// The order that the items of a list stand in, if they stand in any.
struct ListOrder {
    /// What an item is sorted by.
    private struct Sorting {
        let text: String
        let range: IPRange?

        init(_ text: String) {
            self.text = text
            range = IPRange(text) ?? IPAddress(text).map { IPRange($0) }
        }
    }

    /// What an item of a top-level list is known by; where it lies comes before its name, which it need not have.
    private static let keys = ["prefix", "address", "range", "reverse", "name"]

    /// What all items have, and are sorted by.
    private struct Ranking {
        /// The key; nil for texts.
        let key: String?
        let known: [Sorting]
        let order: @Sendable (Sorting, Sorting) -> Bool
    }

    private let count: Int
    private let rankings: [Ranking]

    /// The order of the items of a list; nil if there are fewer than three, or they are in none.
    init?(_ tree: YAMLTree, _ list: YAMLTree.NodeID) {
        let items = tree.items(of: list).map { YAMLValue(tree, $0) }
        guard items.count > 2 else { return nil }
        count = items.count
        rankings = ([nil] + Self.keys).compactMap { key in Self.ranking(of: items, by: key) }
        if rankings.isEmpty { return nil }
    }

    /// Before which of the items a new one belongs; their count if behind all.
    func index(of item: YAMLValue) -> Int {
        for ranking in rankings {
            guard let sorting = Self.sorting(item, by: ranking.key) else { continue }
            return ranking.known.firstIndex { ranking.order(sorting, $0) } ?? count
        }
        return count
    }

    /// Whether one new item comes before another.
    func precedes(_ left: YAMLValue, _ right: YAMLValue) -> Bool {
        for ranking in rankings {
            guard let left = Self.sorting(left, by: ranking.key), let right = Self.sorting(right, by: ranking.key)
            else { continue }
            return ranking.order(left, right)
        }
        return false
    }

    private static func ranking(of items: [YAMLValue], by key: String?) -> Ranking? {
        var known: [Sorting] = []
        for item in items {
            guard let sorting = sorting(item, by: key) else { return nil }
            known.append(sorting)
        }
        return orders.first { isSorted(known, by: $0) }.map { Ranking(key: key, known: known, order: $0) }
    }

    private static let orders: [@Sendable (Sorting, Sorting) -> Bool] = [
        { left, right in
            guard let left = left.range, let right = right.range else { return false }
            // What contains another comes before it.
            return (left.first, right.last) < (right.first, left.last)
        },
        { NaturalOrder.precedes($0.text, $1.text) },
        { $0.text < $1.text },
    ]

    private static func isSorted(_ items: [Sorting], by precedes: (Sorting, Sorting) -> Bool) -> Bool {
        zip(items, items.dropFirst()).allSatisfy { precedes($0, $1) }
    }

    private static func sorting(_ item: YAMLValue, by key: String?) -> Sorting? {
        guard case .text(let text)? = key.map({ item[$0] }) ?? item else { return nil }
        return Sorting(text)
    }
}
