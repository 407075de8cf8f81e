/// Values filed under prefixes of both families, and found by what the prefixes hold.
///
/// Built once and then only read. A look-up is a binary search followed by a climb over the prefixes that are nested
/// around the place found. Of several values for one prefix the first stands; group them beforehand to keep them all.
package struct PrefixTable<Value> {
    /// A prefix of the table and what is filed under it.
    package typealias Entry = (prefix: IPPrefix, value: Value)

    private let index: PrefixIndex
    private let values: [Value]

    /// Makes a table of `entries`, which may stand in any order.
    package init(_ entries: some Sequence<(IPPrefix, Value)>) {
        var places: [(prefix: IPPrefix, place: Int)] = []
        var given: [Value] = []
        for (prefix, value) in entries {
            places.append((prefix, given.count))
            given.append(value)
        }
        index = PrefixIndex(sorting: &places)
        values = places.map { given[$0.place] }
    }

    /// The value filed under exactly `prefix`.
    package subscript(prefix: IPPrefix) -> Value? {
        guard let place = index.index(of: prefix) else { return nil }
        return values[place]
    }

    /// The entry of the longest prefix that holds `address`.
    package func longestMatch(for address: IPAddress) -> Entry? {
        guard let place = index.longestMatch(for: address) else { return nil }
        return self[place]
    }

    /// The entry of the longest prefix that holds all of `prefix`, which may be `prefix` itself.
    package func longestMatch(for prefix: IPPrefix) -> Entry? {
        guard let place = index.longestMatch(for: prefix) else { return nil }
        return self[place]
    }

    /// The entry of the longest prefix that holds all of `prefix` and more.
    package func parent(of prefix: IPPrefix) -> Entry? {
        guard let match = index.longestMatch(for: prefix) else { return nil }
        guard index.prefixes[match] == prefix else { return self[match] }
        return index.parent(of: match).map { self[$0] }
    }

    /// All entries whose prefixes hold `address`, widest first.
    package func covering(_ address: IPAddress) -> [Entry] {
        chain(from: index.longestMatch(for: address))
    }

    /// All entries whose prefixes hold all of `prefix`, widest first; `prefix` itself comes last.
    package func covering(_ prefix: IPPrefix) -> [Entry] {
        chain(from: index.longestMatch(for: prefix))
    }

    private func chain(from narrowest: Int?) -> [Entry] {
        sequence(first: narrowest) { $0.map(index.parent) }.prefix { $0 != nil }.compactMap { $0.map { self[$0] } }
            .reversed()
    }

    /// All entries whose prefixes lie in `prefix`, itself included, in ascending order.
    package func covered(by prefix: IPPrefix) -> Slice<PrefixTable> {
        self[index.covered(by: prefix)]
    }
}

extension PrefixTable: Sendable where Value: Sendable {}

extension PrefixTable: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { values.count }

    /// The entry at a place in the ascending order of prefixes.
    package subscript(position: Int) -> Entry { (index.prefixes[position], values[position]) }
}
