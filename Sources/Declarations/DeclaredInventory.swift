package import Findings
package import JSONShapes
import YAMLSyntax

/// All that an inventory declares, every key of every object, as one document in the format of inventory files.
package enum DeclaredInventory {
    /// The keys at the top of an inventory file, in the order in which they are documented.
    package static var keys: [String] { DeclaredShape.document.keys }

    /// The document of all files: each list joined from theirs, in their order, and the settings if there are any.
    package static func json(of sources: SourceFiles) -> JSON {
        var lists: [String: [JSON]] = [:]
        var single: [String: JSON] = [:]
        for (index, file) in sources.files.enumerated() {
            guard let tree = YAMLReader.read(file, index: UInt32(clamping: index)).tree, let root = tree.root else {
                continue
            }
            for entry in tree.entries(of: root) {
                let key = tree.text(of: entry.key)
                let value = json(of: entry.value, in: tree, DeclaredShape.document[key])
                if case .array(let elements) = value {
                    lists[key, default: []] += elements
                } else if single[key] == nil {
                    single[key] = value
                }
            }
        }
        return .object(
            keys.compactMap { key in
                guard DeclaredShape.document[key]?.items != nil else { return single[key].map { .init(key, $0) } }
                return .init(key, .array(lists[key] ?? []))
            })
    }

    /// What a node says; goes as deep as the tree, which the limits on files keep shallow.
    private static func json(of node: YAMLTree.NodeID, in tree: YAMLTree, _ shape: DeclaredShape?) -> JSON {
        switch tree.kind(of: node) {
        case .quoted: return .string(tree.text(of: node))
        case .plain: return shape?.value(ofPlain: tree.text(of: node)) ?? .string(tree.text(of: node))
        case .sequence: return .array(tree.items(of: node).map { json(of: $0, in: tree, shape?.items) })
        case .mapping:
            let documented = shape?.keys ?? []
            let known = documented.compactMap { key in
                tree.value(of: key, in: node).map { JSON.Member(key, json(of: $0, in: tree, shape?[key])) }
            }
            guard known.count < tree.count(of: node) else { return .object(known) }
            let others = tree.entries(of: node).map { (key: tree.text(of: $0.key), value: $0.value) }
                .filter { !documented.contains($0.key) }.sorted { $0.key < $1.key }
            return .object(known + others.map { .init($0.key, json(of: $0.value, in: tree, nil)) })
        }
    }
}
