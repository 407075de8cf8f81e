package import Addressing
package import InventoryModel

/// Takes one free address after the other.
///
/// Works on ranges, so that a /64 is as small as a /30.
package struct AddressPicker {
    private var pieces: FreePieces
    private var gaps: [IPRange] = []
    private let strategy: AllocationStrategy

    /// Begins with all that is free of a part of a subnet.
    package init(_ plan: AddressPlan, _ subnet: Subnet, within range: IPRange, _ strategy: AllocationStrategy) {
        pieces = FreePieces(plan, subnet, within: range, by: strategy)
        self.strategy = strategy
    }

    /// The next address; nil if none is left.
    package mutating func next() -> IPAddress? {
        while gaps.isEmpty, let piece = pieces.next() {
            gaps = piece.ranges
            // Gaps are used up from the end of the list, where taking one away moves nothing.
            if strategy == .lowest { gaps.reverse() }
        }
        switch strategy {
        case .lowest:
            guard let gap = gaps.popLast() else { return nil }
            if let rest = gap.first.next.flatMap({ IPRange(first: $0, last: gap.last) }) { gaps.append(rest) }
            return gap.first
        case .highest:
            guard let gap = gaps.popLast() else { return nil }
            if let rest = gap.last.previous.flatMap({ IPRange(first: gap.first, last: $0) }) { gaps.append(rest) }
            return gap.last
        case .sparse:
            return nextInMiddle()
        }
    }

    private mutating func nextInMiddle() -> IPAddress? {
        guard let place = gaps.indices.max(by: { (gaps[$0].span, $1) < (gaps[$1].span, $0) }),
            let middle = gaps[place].first.advanced(by: gaps[place].span / 2)
        else { return nil }
        let gap = gaps[place]
        let halves = [
            middle.previous.flatMap { IPRange(first: gap.first, last: $0) },
            middle.next.flatMap { IPRange(first: $0, last: gap.last) },
        ]
        gaps.replaceSubrange(place...place, with: halves.compactMap(\.self))
        return middle
    }
}
