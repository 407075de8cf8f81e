/// Finds the keys that a mapping holds more than once, however they are quoted or composed.
struct DuplicateKeys {
    private var keys: [Int] = []
    private var beginnings: [UInt64] = []

    /// Calls `body` with each repeated key's node and that of the same key's first appearance.
    ///
    /// `mapping` is the index of a mapping whose `count` entries follow it in the tree.
    mutating func forEach(in nodes: TreeNodes, mapping: Int, count: Int, _ body: (_ again: Int, _ first: Int) -> Void) {
        guard count > 1 else { return }
        collect(in: nodes, mapping: mapping, count: count)
        if count <= Self.pairwiseLimit && keys.allSatisfy({ nodes.isASCII($0) }) {
            comparePairs(in: nodes, body)
        } else {
            compareHashes(in: nodes, body)
        }
    }

    /// Up to here comparing each with each is faster than hashing.
    private static let pairwiseLimit = 16

    private mutating func collect(in nodes: TreeNodes, mapping: Int, count: Int) {
        keys.removeAll(keepingCapacity: true)
        var key = mapping + 1
        for _ in 0..<count {
            keys.append(key)
            key = nodes.index(behind: key + 1)
        }
    }

    private mutating func comparePairs(in nodes: TreeNodes, _ body: (_ again: Int, _ first: Int) -> Void) {
        beginnings.removeAll(keepingCapacity: true)
        for key in keys {
            let beginning = nodes.beginning(key)
            for place in beginnings.indices where beginnings[place] == beginning {
                guard nodes.haveEqualBytes(keys[place], key) else { continue }
                body(key, keys[place])
                break
            }
            beginnings.append(beginning)
        }
    }

    /// Strings are equal when they are canonically equivalent, as people see them.
    private func compareHashes(in nodes: TreeNodes, _ body: (_ again: Int, _ first: Int) -> Void) {
        var firsts: [String: Int] = Dictionary(minimumCapacity: keys.count)
        for key in keys {
            let text = nodes.text(key)
            if let first = firsts[text] { body(key, first) } else { firsts[text] = key }
        }
    }
}
