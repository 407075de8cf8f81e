/// A set of addresses of both families, held as sorted ranges of which no two overlap or touch.
///
/// Its size depends on the number of ranges, never of addresses: `::/0` is as small as one host. Building it from `n`
/// ranges in any order takes O(n log n); questions are answered by binary search.
package struct AddressSet: Hashable, Sendable {
    /// The fewest ranges that make up the set, lowest first.
    package private(set) var ranges: [IPRange]

    /// Makes an empty set.
    package init() {
        ranges = []
    }

    /// Makes the set of all addresses in `ranges`, which may overlap and stand in any order.
    package init(_ ranges: some Sequence<IPRange>) {
        var sorted = Array(ranges)
        if !zip(sorted, sorted.dropFirst()).allSatisfy({ $0 <= $1 }) { sorted.sort() }
        self.init(sorted: sorted)
    }

    /// Makes the set of all addresses in `range`.
    package init(_ range: IPRange) {
        ranges = [range]
    }

    /// Joins ranges that overlap or touch; `sorted` is in ascending order.
    init(sorted: [IPRange]) {
        ranges = []
        ranges.reserveCapacity(sorted.count)
        for range in sorted {
            if let last = ranges.last, last.overlaps(range) || last.last.next == range.first {
                ranges[ranges.count - 1] = IPRange(uncheckedFirst: last.first, last: max(last.last, range.last))
            } else {
                ranges.append(range)
            }
        }
    }

    /// Whether the set holds no address.
    package var isEmpty: Bool { ranges.isEmpty }

    /// The number of addresses; the highest number there is stands for it and all above.
    package var count: UInt128 {
        ranges.reduce(0) { sum, range in
            let (total, overflow) = sum.addingReportingOverflow(range.count)
            return overflow ? .max : total
        }
    }

    /// Whether `address` is in the set.
    package func contains(_ address: IPAddress) -> Bool { range(holding: address) != nil }

    /// Whether all of `range` is in the set.
    package func contains(_ range: IPRange) -> Bool {
        self.range(holding: range.first)?.contains(range.last) ?? false
    }

    /// Whether any address of `range` is in the set.
    package func overlaps(_ range: IPRange) -> Bool {
        let index = index(from: range.first)
        return index < ranges.count && ranges[index].overlaps(range)
    }

    /// The whole of the unbroken run of addresses around `address`; nil if it is not in the set.
    package func range(holding address: IPAddress) -> IPRange? {
        let index = index(from: address)
        return index < ranges.count && ranges[index].contains(address) ? ranges[index] : nil
    }

    /// The lowest address of the set that is `address` or lies behind it; nil if there is none.
    package func first(from address: IPAddress) -> IPAddress? {
        let index = index(from: address)
        return index < ranges.count ? max(ranges[index].first, address) : nil
    }

    /// The first range that ends at `address` or behind it.
    func index(from address: IPAddress) -> Int {
        ranges.partitionIndex { $0.last < address }
    }

    /// Adds one address.
    package mutating func insert(_ address: IPAddress) { insert(IPRange(address)) }

    /// Adds all addresses of `range`.
    ///
    /// Takes time for the ranges behind it that have to move up; to add many, make a set of them and form the union.
    package mutating func insert(_ range: IPRange) {
        let start = ranges.partitionIndex { $0.last < range.first && $0.last.next != range.first }
        let end = ranges.partitionIndex { $0.first <= range.last || $0.first == range.last.next }
        guard start < end else {
            ranges.insert(range, at: start)
            return
        }
        let joined = IPRange(
            uncheckedFirst: min(range.first, ranges[start].first),
            last: max(range.last, ranges[end - 1].last)
        )
        ranges.replaceSubrange(start..<end, with: CollectionOfOne(joined))
    }
}

extension AddressSet: CustomStringConvertible {
    /// The ranges in canonical text, separated by commas.
    package var description: String { ranges.map(\.description).joined(separator: ", ") }
}
