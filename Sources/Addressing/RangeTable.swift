/// A look-up from an address to the ranges that hold it; ranges may overlap.
package struct RangeTable<Value: Sendable>: Sendable {
    /// The ranges and their values, sorted by range; equal ranges keep the order in which they were given.
    package let entries: [(range: IPRange, value: Value)]
    // The highest last address among the entries so far: where it lies below an address, no earlier entry holds it.
    private let reach: [IPAddress]

    /// Makes a table of ranges and their values.
    package init(_ pairs: some Sequence<(IPRange, Value)>) {
        let sorted = pairs.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
        entries = sorted.map { ($0.element.0, $0.element.1) }
        var highest: IPAddress?
        reach = entries.map { entry in
            highest = max(highest ?? entry.range.last, entry.range.last)
            return highest ?? entry.range.last
        }
    }

    /// The values of all ranges that hold an address, in table order.
    package func values(holding address: IPAddress) -> [Value] {
        values(overlapping: IPRange(address))
    }

    /// The values of all ranges that share an address with `range`, in table order.
    package func values(overlapping range: IPRange) -> [Value] {
        var index = entries.partitionIndex { $0.range.first <= range.last }
        var found: [Value] = []
        while index > 0, reach[index - 1] >= range.first {
            index -= 1
            if entries[index].range.overlaps(range) { found.append(entries[index].value) }
        }
        return found.reversed()
    }
}
