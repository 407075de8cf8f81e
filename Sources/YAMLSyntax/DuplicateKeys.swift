/// Finds the keys that a mapping holds more than once, however they are quoted or composed.
struct DuplicateKeys {
    private var keys: [Int] = []
    private var beginnings: [UInt64] = []

    /// Calls `body` with each repeated key's node and that of the same key's first appearance.
    ///
    /// `mapping` is the index of a mapping whose `count` entries follow it in the tree.
    mutating func forEach(in nodes: TreeNodes, mapping: Int, count: Int, _ body: (_ again: Int, _ first: Int) -> Void) {
        guard count > 1 else { return }
        if count <= Self.pairwiseLimit, areASCII(in: nodes, mapping: mapping, count: count) {
            comparePairs(in: nodes, mapping: mapping, count: count, body)
        } else {
            compareHashes(in: nodes, mapping: mapping, count: count, body)
        }
    }

    /// Up to here comparing each with each is faster than hashing.
    private static let pairwiseLimit = 16

    /// Whether equal keys are equal byte by byte.
    private func areASCII(in nodes: TreeNodes, mapping: Int, count: Int) -> Bool {
        if nodes.isAllASCII { return true }
        var key = mapping + 1
        for _ in 0..<count {
            guard nodes.isASCII(key) else { return false }
            key = nodes.index(behind: key + 1)
        }
        return true
    }

    private mutating func comparePairs(
        in nodes: TreeNodes, mapping: Int, count: Int, _ body: (_ again: Int, _ first: Int) -> Void
    ) {
        keys.removeAll(keepingCapacity: true)
        beginnings.removeAll(keepingCapacity: true)
        var key = mapping + 1
        for _ in 0..<count {
            let beginning = nodes.beginning(key)
            for place in beginnings.indices where beginnings[place] == beginning {
                guard nodes.haveEqualBytes(keys[place], key) else { continue }
                body(key, keys[place])
                break
            }
            keys.append(key)
            beginnings.append(beginning)
            key = nodes.index(behind: key + 1)
        }
    }

    /// Strings are equal when they are canonically equivalent, as people see them.
    private func compareHashes(
        in nodes: TreeNodes, mapping: Int, count: Int, _ body: (_ again: Int, _ first: Int) -> Void
    ) {
        var firsts: [String: Int] = Dictionary(minimumCapacity: count)
        var key = mapping + 1
        for _ in 0..<count {
            let text = nodes.text(key)
            if let first = firsts[text] { body(key, first) } else { firsts[text] = key }
            key = nodes.index(behind: key + 1)
        }
    }
}
