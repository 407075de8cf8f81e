extension AddressSet {
    /// The addresses that are in either set.
    package func union(_ other: AddressSet) -> AddressSet {
        if other.isEmpty { return self }
        var merged: [IPRange] = []
        merged.reserveCapacity(ranges.count + other.ranges.count)
        var rest = other.ranges[...]
        for range in ranges {
            while let next = rest.first, next < range {
                merged.append(next)
                rest.removeFirst()
            }
            merged.append(range)
        }
        merged.append(contentsOf: rest)
        return AddressSet(sorted: merged)
    }

    /// Adds the addresses of `other`.
    package mutating func formUnion(_ other: AddressSet) { self = union(other) }

    /// The addresses that are in both sets.
    package func intersection(_ other: AddressSet) -> AddressSet {
        var shared: [IPRange] = []
        var left = 0
        var right = 0
        while left < ranges.count, right < other.ranges.count {
            let (mine, theirs) = (ranges[left], other.ranges[right])
            if let both = mine.intersection(theirs) { shared.append(both) }
            if mine.last <= theirs.last { left += 1 } else { right += 1 }
        }
        return AddressSet(sorted: shared)
    }

    /// The addresses of the set that lie in `range`.
    package func intersection(_ range: IPRange) -> AddressSet {
        let behind = ranges[index(from: range.first)...]
        return AddressSet(sorted: behind.prefix { $0.overlaps(range) }.compactMap { $0.intersection(range) })
    }

    /// The addresses that are in this set and not in `other`.
    package func subtracting(_ other: AddressSet) -> AddressSet {
        var left: [IPRange] = []
        var index = 0
        for range in ranges { other.appendGaps(in: range, from: &index, to: &left) }
        return AddressSet(sorted: left)
    }

    /// The addresses of `range` that are not in the set.
    package func free(in range: IPRange) -> AddressSet {
        var gaps: [IPRange] = []
        var index = index(from: range.first)
        appendGaps(in: range, from: &index, to: &gaps)
        return AddressSet(sorted: gaps)
    }

    /// Appends the parts of `range` that the set leaves free.
    ///
    /// `index` moves on past ranges that end before `range` does, so that ascending calls walk the set just once.
    private func appendGaps(in range: IPRange, from index: inout Int, to gaps: inout [IPRange]) {
        var start = range.first
        while index < ranges.count, ranges[index].last < start { index += 1 }
        while index < ranges.count, ranges[index].first <= range.last {
            let claimed = ranges[index]
            if start < claimed.first, let end = claimed.first.previous {
                gaps.append(IPRange(uncheckedFirst: start, last: end))
            }
            guard let next = claimed.last.next, next <= range.last else { return }
            start = next
            index += 1
        }
        gaps.append(IPRange(uncheckedFirst: start, last: range.last))
    }

    /// The lowest address of `range` that is not in the set; nil if there is none.
    package func firstFree(in range: IPRange) -> IPAddress? {
        firstFree(1, in: range).first
    }

    /// The lowest addresses of `range` that are not in the set, at most `count` of them, in ascending order.
    package func firstFree(_ count: Int, in range: IPRange) -> [IPAddress] {
        var found: [IPAddress] = []
        var index = index(from: range.first)
        var candidate: IPAddress? = range.first
        while found.count < count, let address = candidate, address <= range.last {
            if index < ranges.count, ranges[index].contains(address) {
                candidate = ranges[index].last.next
                index += 1
            } else {
                found.append(address)
                candidate = address.next
            }
        }
        return found
    }
}
