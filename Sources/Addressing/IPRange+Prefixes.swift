extension IPRange {
    /// The fewest prefixes that make up the range, lowest first.
    ///
    /// There are at most 62 in IPv4 and 254 in IPv6.
    package var prefixes: [IPPrefix] {
        var prefixes: [IPPrefix] = []
        var start: IPAddress? = first
        while let address = start, address <= last {
            var block = IPPrefix(containing: address, length: address.family.width)
            while block.length > 0 {
                let wider = IPPrefix(containing: address, length: block.length - 1)
                guard wider.first == address, wider.last <= last else { break }
                block = wider
            }
            prefixes.append(block)
            start = block.last.next
        }
        return prefixes
    }
}
