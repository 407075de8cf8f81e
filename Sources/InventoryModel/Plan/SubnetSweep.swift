import Addressing

/// Finds the most specific prefix for each of many ascending addresses.
struct SubnetSweep {
    private let prefixes: [(prefix: IPPrefix, index: Int)]
    private var next = 0
    private var open: [(prefix: IPPrefix, last: IPAddress, index: Int)] = []

    init(_ prefixes: [(prefix: IPPrefix, index: Int)]) {
        self.prefixes = prefixes.sorted { ($0.prefix, $0.index) < ($1.prefix, $1.index) }
    }

    mutating func holder(of address: IPAddress) -> Int? {
        while next < prefixes.count, prefixes[next].prefix.network <= address {
            let (prefix, index) = prefixes[next]
            next += 1
            close(before: prefix.network)
            // Of equal prefixes the first counts; the others are reported as duplicates.
            if open.last?.prefix != prefix { open.append((prefix, prefix.last, index)) }
        }
        close(before: address)
        return open.last?.index
    }

    private mutating func close(before address: IPAddress) {
        while let innermost = open.last, innermost.last < address { open.removeLast() }
    }
}
