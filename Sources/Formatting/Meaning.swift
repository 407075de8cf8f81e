import Findings
import YAMLSyntax

/// What a file says, apart from how it is laid out: keys have no order, items do.
struct Meaning {
    private let tree: YAMLTree

    init(_ tree: YAMLTree) {
        self.tree = tree
    }

    /// Whether another tree says the same; goes as deep as the trees, which the limits on files keep shallow.
    func isSame(as other: Meaning) -> Bool {
        guard let root = tree.root, let otherRoot = other.tree.root else {
            return tree.root == nil && other.tree.root == nil
        }
        return isSame(root, otherRoot, of: other)
    }

    private func isSame(_ node: YAMLTree.NodeID, _ otherNode: YAMLTree.NodeID, of other: Meaning) -> Bool {
        guard tree.kind(of: node) == other.tree.kind(of: otherNode),
            tree.count(of: node) == other.tree.count(of: otherNode)
        else { return false }
        switch tree.kind(of: node) {
        case .plain, .quoted:
            return tree.text(of: node) == other.tree.text(of: otherNode)
        case .sequence:
            return zip(tree.items(of: node), other.tree.items(of: otherNode)).allSatisfy { isSame($0, $1, of: other) }
        case .mapping:
            return zip(entries(of: node), other.entries(of: otherNode)).allSatisfy { left, right in
                left.key == right.key && isSame(left.value, right.value, of: other)
            }
        }
    }

    private func entries(of mapping: YAMLTree.NodeID) -> [(key: String, value: YAMLTree.NodeID)] {
        tree.entries(of: mapping).map { (tree.text(of: $0.key), $0.value) }.sorted { $0.0 < $1.0 }
    }

    /// Where the scalars stand, in the order of the text.
    var scalars: [Range<Int>] {
        var found: [Range<Int>] = []
        var pending = tree.root.map { [$0] } ?? []
        while let node = pending.popLast() {
            switch tree.kind(of: node) {
            case .plain, .quoted:
                let span = tree.span(of: node)
                found.append(Int(span.start)..<Int(span.end))
            case .mapping: pending += tree.entries(of: node).reversed().flatMap { [$0.value, $0.key] }
            case .sequence: pending += tree.items(of: node).reversed()
            }
        }
        return found
    }
}
