package import Addressing

/// Takes one free prefix of a length after the other, each from the block that it fits best.
package struct PrefixPicker {
    /// The free blocks, each as wide as it can be, lowest first.
    private var blocks: [IPPrefix]
    private let length: Int
    private let strategy: AllocationStrategy

    /// Begins with all that is free.
    package init(_ free: AddressSet, length: Int, _ strategy: AllocationStrategy) {
        blocks = free.ranges.flatMap(\.prefixes)
        self.length = length
        self.strategy = strategy
    }

    /// How broken up the free space is.
    package var fragmentation: Fragmentation {
        Fragmentation(blocks: blocks.count, largest: blocks.min { $0.length < $1.length })
    }

    /// The next prefix; nil if none fits any more.
    ///
    /// `sparse` takes the upper half of the largest block, so that the neighbour below can be doubled; the others take
    /// the smallest block in which the prefix fits, so that large ones stay whole.
    package mutating func next() -> IPPrefix? {
        let fitting = blocks.indices.filter { blocks[$0].length <= length }
        let best: Int? =
            switch strategy {
            case .lowest: fitting.max { (blocks[$0].length, $1) < (blocks[$1].length, $0) }
            case .highest: fitting.max { (blocks[$0].length, $0) < (blocks[$1].length, $1) }
            case .sparse: fitting.min { (blocks[$0].length, $0) < (blocks[$1].length, $1) }
            }
        guard let best else { return nil }
        let block = blocks[best]
        let prefix = chosen(in: block)
        let rest = AddressSet(block.range).subtracting(AddressSet(prefix.range)).ranges.flatMap(\.prefixes)
        blocks.replaceSubrange(best...best, with: rest)
        return prefix
    }

    private func chosen(in block: IPPrefix) -> IPPrefix {
        guard block.length < length else { return block }
        let middle = block.first.advanced(by: block.range.span / 2 + 1)
        return switch strategy {
        case .lowest: IPPrefix(containing: block.first, length: length)
        case .highest: IPPrefix(containing: block.last, length: length)
        case .sparse: IPPrefix(containing: middle ?? block.first, length: length)
        }
    }
}

/// How broken up free space is.
package struct Fragmentation: Hashable, Sendable {
    /// How many free blocks there are, each as wide as it can be.
    package let blocks: Int
    /// The widest of them, the lowest of equals; nil if nothing is free.
    package let largest: IPPrefix?
}
