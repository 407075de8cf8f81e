/// Puts the entries of mappings into the order of their documentation.
enum LayoutSorter {
    /// Sorts a collection and all that it holds.
    static func sort(_ collection: inout Collection, by order: KeyOrder) {
        for index in collection.entries.indices {
            guard case .collection(var inner) = collection.entries[index].value else { continue }
            let name = collection.entries[index].name
            sort(&inner, by: collection.isMapping ? order.value(under: name) : order.item)
            collection.entries[index].value = .collection(inner)
        }
        if collection.isMapping { sortEntries(of: &collection, by: order) }
    }

    private static func sortEntries(of collection: inout Collection, by order: KeyOrder) {
        let old = collection.entries
        let ranked = old.enumerated().sorted {
            (order.rank(of: $0.element.name), $0.offset) < (order.rank(of: $1.element.name), $1.offset)
        }
        guard ranked.map(\.offset) != Array(old.indices) else { return }
        collection.entries = ranked.map(\.element)
        // What was first had no blank line above it; elsewhere it gets one if all others have.
        guard collection.style == .block, old.dropFirst().allSatisfy(\.isApart) else { return }
        for index in collection.entries.indices where ranked[index].offset == 0 {
            collection.entries[index].isApart = true
        }
    }
}
