/// Sorted prefixes, each with the place of the next wider one that holds it: the searching half of a prefix table.
///
/// It knows no values, and so stays one piece of machine code that every ``PrefixTable`` shares.
struct PrefixIndex: Sendable {
    /// Different prefixes in ascending order, so that whatever covers a prefix stands before it.
    let prefixes: [IPPrefix]
    private let parents: [Int32]
    private static let none: Int32 = -1

    /// Makes the index of `prefixes`, which are in ascending order and all different.
    init(ascending prefixes: [IPPrefix]) {
        self.prefixes = prefixes
        var parents: [Int32] = []
        parents.reserveCapacity(prefixes.count)
        for (index, prefix) in prefixes.enumerated() {
            var parent = Int32(truncatingIfNeeded: index) - 1
            while parent != Self.none, !prefixes[Int(parent)].contains(prefix) { parent = parents[Int(parent)] }
            parents.append(parent)
        }
        self.parents = parents
    }

    /// The place of the next wider prefix that holds the one at `index`.
    func parent(of index: Int) -> Int? {
        parents[index] == Self.none ? nil : Int(parents[index])
    }

    /// The place of exactly this prefix.
    func index(of prefix: IPPrefix) -> Int? {
        let index = prefixes.partitionIndex { $0 < prefix }
        return index < prefixes.count && prefixes[index] == prefix ? index : nil
    }

    /// The place of the longest prefix that holds `address`.
    func longestMatch(for address: IPAddress) -> Int? {
        // Whatever holds the address is the last prefix that starts at or before it, or a parent of that one.
        climb(from: prefixes.partitionIndex { $0.network <= address } - 1) { $0.contains(address) }
    }

    /// The place of the longest prefix that holds all of `prefix`, which may be `prefix` itself.
    func longestMatch(for prefix: IPPrefix) -> Int? {
        climb(from: prefixes.partitionIndex { $0 <= prefix } - 1) { $0.contains(prefix) }
    }

    private func climb(from start: Int, until matches: (IPPrefix) -> Bool) -> Int? {
        var index = start
        while index >= 0, !matches(prefixes[index]) { index = Int(parents[index]) }
        return index >= 0 ? index : nil
    }

    /// The places of all prefixes that lie in `prefix`, itself included.
    func covered(by prefix: IPPrefix) -> Range<Int> {
        let start = prefixes.partitionIndex { $0 < prefix }
        let last = prefix.last
        return start..<max(start, prefixes.partitionIndex { $0.network <= last })
    }
}
