import Formatting
import YAMLSyntax

/// What comes into one collection, by the number of its present items or entries that stand before it.
struct Insertions {
    private(set) var items: [Int: [YAMLValue]] = [:]
    private(set) var entries: [Int: [YAMLValue.Entry]] = [:]

    /// Finds the places of what an edit puts into a collection.
    ///
    /// - Parameter order: the documented order of the collection's keys.
    init(_ edit: DocumentEdit, _ collection: YAMLTree.NodeID, _ order: KeyOrder) {
        guard let change = edit.changes[collection] else { return }
        if !change.items.isEmpty { place(change.items, in: collection, edit.tree) }
        if !change.entries.isEmpty { place(change.entries, in: collection, edit.tree, order) }
    }

    /// Where something comes in, in ascending order.
    var places: [Int] { (Array(items.keys) + Array(entries.keys)).sorted() }

    func items(at place: Int) -> [YAMLValue] { items[place] ?? [] }

    func entries(at place: Int) -> [YAMLValue.Entry] { entries[place] ?? [] }

    private mutating func place(
        _ new: [(value: YAMLValue, placement: DocumentEdit.Placement)], in list: YAMLTree.NodeID, _ tree: YAMLTree
    ) {
        let count = tree.count(of: list)
        var order: ListOrder?
        if new.contains(where: { if case .inOrder = $0.placement { true } else { false } }) {
            order = ListOrder(tree, list)
        }
        var settled: [Int: [YAMLValue]] = [:]
        for item in new {
            switch item.placement {
            case .inOrder: items[order?.index(of: item.value) ?? count, default: []].append(item.value)
            case .atEnd: settled[count, default: []].append(item.value)
            case .behind(let node):
                let index = Array(tree.items(of: list)).firstIndex(of: node)
                settled[index.map { $0 + 1 } ?? count, default: []].append(item.value)
            }
        }
        // Several that come to the same place of a sorted list are sorted themselves.
        if let order { for place in items.keys { items[place]?.sort { order.precedes($0, $1) } } }
        items.merge(settled) { $0 + $1 }
    }

    private mutating func place(
        _ new: [YAMLValue.Entry], in mapping: YAMLTree.NodeID, _ tree: YAMLTree, _ order: KeyOrder
    ) {
        let ranks = tree.entries(of: mapping).map { order.rank(of: tree.text(of: $0.key)) }
        for entry in new.sorted(by: { order.rank(of: $0.key) < order.rank(of: $1.key) }) {
            let rank = order.rank(of: entry.key)
            let before = ranks.lastIndex { $0 <= rank }
            // Nothing comes before the first key: that may stand behind a dash, or under what is about the whole file.
            let isRoot = mapping == tree.root
            let place = before.map { $0 + 1 } ?? (isRoot ? ranks.count : min(1, ranks.count))
            entries[place, default: []].append(entry)
        }
    }
}
