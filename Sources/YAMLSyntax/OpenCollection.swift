/// A collection whose end has not come yet.
struct OpenCollection {
    /// Its place among the nodes.
    let node: Int
    let isMapping: Bool
    /// Whether it begins with a bracket, and so ends with one.
    let isBracketed: Bool
    /// Items, or whole entries.
    private(set) var count = 0
    /// Where its last child ends.
    private(set) var end: Int
    /// The key whose value comes next.
    private(set) var key: Int?
    /// Whether the entry is to be left out of the tree.
    var isEntryRefused = false

    /// Makes a collection whose own first character ends at `end`.
    init(node: Int, isMapping: Bool, isBracketed: Bool, end: Int) {
        self.node = node
        self.isMapping = isMapping
        self.isBracketed = isBracketed
        self.end = end
    }

    /// Notes that a child is complete; gives the key of an entry that is now to be taken out of the tree.
    mutating func finishChild(_ child: Int, end childEnd: Int) -> Int? {
        end = max(end, childEnd)
        guard isMapping else {
            count += 1
            return nil
        }
        guard let entry = key else {
            key = child
            return nil
        }
        key = nil
        if isEntryRefused {
            isEntryRefused = false
            return entry
        }
        count += 1
        return nil
    }
}
