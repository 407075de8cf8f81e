import Formatting
import YAMLSyntax

/// How people write lists and mappings in a file, with brackets or without, by the key that they stand under.
struct CollectionStyles: Sendable {
    /// How often something is written in each way.
    private struct Tally {
        var block = 0
        var flow = 0

        /// What is more usual; nil if neither is.
        var style: YAMLWriter.Style? { block == flow ? nil : block > flow ? .block : .flow }
    }

    private var collections: [String: Tally] = [:]
    private var items: [String: Tally] = [:]

    /// No habits.
    init() {}

    /// The habits in a node and all below it that stands in no brackets.
    init(in root: YAMLTree.NodeID?, of edit: DocumentEdit) {
        let tree = edit.tree
        var pending = root.map { [$0] } ?? []
        while let node = pending.popLast() {
            guard tree.kind(of: node) == .mapping, tree.count(of: node) > 0, !edit.isInBrackets(node) else { continue }
            for (key, value) in tree.entries(of: node) where tree.count(of: value) > 0 {
                let name = tree.text(of: key)
                let isFlow = edit.isInBrackets(value)
                count(isFlow, &collections[name, default: Tally()])
                guard !isFlow else { continue }
                pending.append(value)
                for item in tree.items(of: value) where tree.kind(of: item) == .mapping && tree.count(of: item) > 0 {
                    count(edit.isInBrackets(item), &items[name, default: Tally()])
                    pending.append(item)
                }
            }
        }
    }

    private func count(_ isFlow: Bool, _ tally: inout Tally) {
        if isFlow { tally.flow += 1 } else { tally.block += 1 }
    }

    /// How a list or mapping under a key is written; nil if that is not known.
    func collection(under key: String) -> YAMLWriter.Style? { collections[key]?.style }

    /// How a mapping in a list under a key is written; nil if that is not known.
    func item(under key: String) -> YAMLWriter.Style? { items[key]?.style }

    /// Habits that come first, and these where they are silent.
    func preceded(by nearer: CollectionStyles) -> CollectionStyles {
        var styles = self
        styles.collections.merge(nearer.collections.filter { $1.style != nil }) { $1 }
        styles.items.merge(nearer.items.filter { $1.style != nil }) { $1 }
        return styles
    }
}
