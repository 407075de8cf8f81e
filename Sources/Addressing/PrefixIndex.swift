/// Sorted prefixes, each with the place of the next wider one that holds it: the searching half of a prefix table.
///
/// It knows no values, and so stays one piece of machine code that every ``PrefixTable`` shares.
struct PrefixIndex: Sendable {
    /// Different prefixes in ascending order, so that whatever covers a prefix stands before it.
    let prefixes: [IPPrefix]
    private let parents: [Int32]
    /// The leading bits of every network: a third of the memory to search, and plain numbers to compare.
    private let keys: [UInt64]
    private let countOfV4: Int
    private static let none: Int32 = -1

    /// Makes an index of the prefixes in `places`, and leaves there the first place of each in ascending order.
    init(sorting places: inout [(prefix: IPPrefix, place: Int)]) {
        places.sort { $0.prefix == $1.prefix ? $0.place < $1.place : $0.prefix < $1.prefix }
        var prefixes: [IPPrefix] = []
        prefixes.reserveCapacity(places.count)
        for (prefix, place) in places where prefix != prefixes.last {
            places[prefixes.count] = (prefix, place)
            prefixes.append(prefix)
        }
        places.removeLast(places.count - prefixes.count)
        self.init(ascending: prefixes)
    }

    private init(ascending prefixes: [IPPrefix]) {
        self.prefixes = prefixes
        var parents: [Int32] = []
        parents.reserveCapacity(prefixes.count)
        for (index, prefix) in prefixes.enumerated() {
            var parent = Int32(truncatingIfNeeded: index) - 1
            while parent != Self.none, !prefixes[Int(parent)].contains(prefix) { parent = parents[Int(parent)] }
            parents.append(parent)
        }
        self.parents = parents
        keys = prefixes.map { Self.key($0.network) }
        countOfV4 = prefixes.partitionIndex { $0.family == .v4 }
    }

    private static func key(_ address: IPAddress) -> UInt64 {
        UInt64(truncatingIfNeeded: address.family == .v4 ? address.bits : address.bits >> 64)
    }

    /// The place of the next wider prefix that holds the one at `index`.
    func parent(of index: Int) -> Int? {
        parents[index] == Self.none ? nil : Int(parents[index])
    }

    /// The place of exactly this prefix.
    func index(of prefix: IPPrefix) -> Int? {
        let index = firstIndex(notBefore: prefix)
        return index < prefixes.count && prefixes[index] == prefix ? index : nil
    }

    /// The place of the longest prefix that holds `address`.
    func longestMatch(for address: IPAddress) -> Int? {
        // Whatever holds the address is the last prefix that starts at or before it, or a parent of that one.
        climb(from: firstIndex(startingBehind: address) - 1) { $0.contains(address) }
    }

    /// The place of the longest prefix that holds all of `prefix`, which may be `prefix` itself.
    func longestMatch(for prefix: IPPrefix) -> Int? {
        climb(from: firstIndex(startingBehind: prefix.network) - 1) { $0.contains(prefix) }
    }

    private func climb(from start: Int, until matches: (IPPrefix) -> Bool) -> Int? {
        var index = start
        while index >= 0, !matches(prefixes[index]) { index = Int(parents[index]) }
        return index >= 0 ? index : nil
    }

    /// The places of all prefixes that lie in `prefix`, itself included.
    func covered(by prefix: IPPrefix) -> Range<Int> {
        let start = firstIndex(notBefore: prefix)
        return start..<max(start, firstIndex(startingBehind: prefix.last))
    }

    private func firstIndex(notBefore prefix: IPPrefix) -> Int {
        prefixes.partitionIndex { $0 < prefix }
    }

    private func firstIndex(startingBehind address: IPAddress) -> Int {
        let key = Self.key(address)
        let family = address.family == .v4 ? 0..<countOfV4 : countOfV4..<prefixes.count
        let end = keys[family].partitionIndex { $0 <= key }
        guard address.family == .v6, end > family.lowerBound, keys[end - 1] == key else { return end }
        let start = keys[family.lowerBound..<end].partitionIndex { $0 < key }
        return prefixes[start..<end].partitionIndex { $0.network <= address }
    }
}
