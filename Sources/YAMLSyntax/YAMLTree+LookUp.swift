extension YAMLTree {
    /// The value under a key of a mapping, the first one if the key is repeated; nil if it has no such key.
    package func value(of key: String, in mapping: NodeID) -> NodeID? {
        let nodes = storage.nodes
        let mapping = Int(mapping.index)
        guard nodes[mapping].kind == .mapping else { return nil }
        let wanted = key.utf8.span
        var place = mapping + 1
        for _ in 0..<nodes[mapping].count {
            if holds(wanted, at: nodes[place]) { return NodeID(place + 1) }
            place = nodes[place + 1].index(behind: place + 1)
        }
        return nil
    }

    /// Whether a scalar's decoded content is exactly `text`; never for a collection.
    package func matches(_ scalar: NodeID, _ text: String) -> Bool {
        let node = storage.nodes[Int(scalar.index)]
        return node.isScalar && holds(text.utf8.span, at: node)
    }

    private func holds(_ wanted: Span<UInt8>, at scalar: YAMLNode) -> Bool {
        // Lengths first: they tell most keys apart without a look at their bytes.
        guard scalar.text.count == wanted.count else { return false }
        let bytes = scalar.isAside ? storage.aside : storage.source
        return bytes.span.extracting(scalar.text).isEqual(to: wanted)
    }
}
