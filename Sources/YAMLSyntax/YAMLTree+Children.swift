extension YAMLTree {
    /// The items of a sequence in file order; none for any other node.
    package func items(of sequence: NodeID) -> Items {
        Items(nodes, of: sequence)
    }

    /// The entries of a mapping in file order; none for any other node.
    package func entries(of mapping: NodeID) -> Entries {
        Entries(nodes, of: mapping)
    }

    /// The items of one sequence.
    package struct Items: Sequence, IteratorProtocol, Sendable {
        private let nodes: [YAMLNode]
        private var place: Int
        private var remaining: Int

        fileprivate init(_ nodes: [YAMLNode], of sequence: NodeID) {
            let node = nodes[Int(sequence.index)]
            self.nodes = nodes
            place = Int(sequence.index) + 1
            remaining = node.kind == .sequence ? node.count : 0
        }

        /// How many items are still to come.
        package var underestimatedCount: Int { remaining }

        package mutating func next() -> NodeID? {
            guard remaining > 0 else { return nil }
            remaining -= 1
            let item = place
            place = nodes.index(behind: item)
            return NodeID(item)
        }
    }

    /// The entries of one mapping.
    package struct Entries: Sequence, IteratorProtocol, Sendable {
        private let nodes: [YAMLNode]
        private var place: Int
        private var remaining: Int

        fileprivate init(_ nodes: [YAMLNode], of mapping: NodeID) {
            let node = nodes[Int(mapping.index)]
            self.nodes = nodes
            place = Int(mapping.index) + 1
            remaining = node.kind == .mapping ? node.count : 0
        }

        /// How many entries are still to come.
        package var underestimatedCount: Int { remaining }

        package mutating func next() -> (key: NodeID, value: NodeID)? {
            guard remaining > 0 else { return nil }
            remaining -= 1
            let key = place
            place = nodes.index(behind: key + 1)
            return (NodeID(key), NodeID(key + 1))
        }
    }
}

extension [YAMLNode] {
    /// The index behind a node and all that it holds.
    func index(behind index: Int) -> Int {
        self[index].index(behind: index)
    }
}
