import Edits
import Findings
import TestSupport
import YAMLSyntax

/// One change of a file by somebody who may want anything, and the lines that it may touch.
struct RandomEdit {
    /// What is done.
    let name: String
    /// The bytes of the file whose lines may change; empty where something only comes.
    let scope: Range<Int>
    /// What the change is to make of the whole file.
    let intended: YAMLValue?
    /// Makes the change.
    let apply: (inout DocumentEdit) -> Void
}

/// Thinks of changes of one file.
struct RandomEdits {
    private let edit: DocumentEdit
    private var tree: YAMLTree { edit.tree }

    init(_ edit: DocumentEdit) {
        self.edit = edit
    }

    /// A change; nil if what was thought of is not possible here.
    func next(using generator: inout SeededGenerator) -> RandomEdit? {
        guard let root = tree.root else { return addItem(&generator) }
        return switch Int.random(in: 0..<8, using: &generator) {
        case 0, 1: addItem(&generator)
        case 2: setKey(root, &generator)
        case 3: removeKey(root, &generator)
        case 4, 5: removeItem(root, &generator)
        case 6: addAddress(root, &generator)
        default: replace(root, &generator)
        }
    }

    // MARK: What there is

    private func nodes(below root: YAMLTree.NodeID) -> [YAMLTree.NodeID] {
        var all: [YAMLTree.NodeID] = []
        var pending = [root]
        while let node = pending.popLast() {
            all.append(node)
            pending += tree.items(of: node) + tree.entries(of: node).map(\.value)
        }
        return all
    }

    private func content(_ node: YAMLTree.NodeID) -> YAMLValue { YAMLValue(tree, node) }

    private func range(_ node: YAMLTree.NodeID) -> Range<Int> {
        Int(tree.span(of: node).start)..<Int(tree.span(of: node).end)
    }

    /// What the file says once a node says something else; nil stands for a node that goes.
    private func whole(_ target: YAMLTree.NodeID, becomes value: YAMLValue?) -> YAMLValue? {
        func rebuilt(_ node: YAMLTree.NodeID) -> YAMLValue? {
            if node == target { return value }
            switch tree.kind(of: node) {
            case .plain, .quoted: return content(node)
            case .sequence: return .list(tree.items(of: node).compactMap(rebuilt))
            case .mapping:
                return .mapping(
                    tree.entries(of: node).compactMap { key, inner in
                        rebuilt(inner).map { .init(tree.text(of: key), $0) }
                    })
            }
        }
        return tree.root.flatMap(rebuilt)
    }

    // MARK: Changes

    private static let texts =
        HostileText.payloads.filter { $0.utf8.count < 200 && YAMLValue.isWritable($0) }
        + ["netops", "a: b", "true", "12", "x #y", "- z", "192.0.2.7", "2001:db8::1", "süß", "it's", " lead", "trail "]

    private func text(_ generator: inout SeededGenerator) -> String {
        Self.texts.randomElement(using: &generator) ?? ""
    }

    private func addItem(_ generator: inout SeededGenerator) -> RandomEdit? {
        let key = ["subnets", "devices", "reservations", "sites"].randomElement(using: &generator) ?? "sites"
        let item: YAMLValue = .entries([
            "name": .text("new-\(Int.random(in: 0..<100_000, using: &generator))"),
            "description": Bool.random(using: &generator) ? .text(text(&generator)) : nil,
            "interfaces": key == "devices"
                ? .list([.entries(["name": .text("eth0"), "addresses": .texts(["192.0.2.1", "2001:db8::7"])])]) : nil,
        ])
        return RandomEdit(name: "add to \(key)", scope: 0..<0, intended: nil) { edit in
            edit.add([item], toList: key)
        }
    }

    private func addAddress(_ root: YAMLTree.NodeID, _ generator: inout SeededGenerator) -> RandomEdit? {
        let lists = nodes(below: root).filter { tree.kind(of: $0) == .sequence && $0 != root }
        guard let list = lists.randomElement(using: &generator), case .list(let items) = content(list) else {
            return nil
        }
        let isText = items.allSatisfy { if case .text = $0 { true } else { false } }
        guard isText else { return nil }
        let new = YAMLValue.text(text(&generator))
        return RandomEdit(
            name: "append", scope: scope(aroundLastOf: list), intended: whole(list, becomes: .list(items + [new]))
        ) { edit in edit.insert([new], into: list, .atEnd) }
    }

    private func scope(aroundLastOf list: YAMLTree.NodeID) -> Range<Int> {
        let last = Array(tree.items(of: list)).last
        return (last.map { range($0).lowerBound } ?? range(list).lowerBound)..<range(list).upperBound
    }

    private func setKey(_ root: YAMLTree.NodeID, _ generator: inout SeededGenerator) -> RandomEdit? {
        let mappings = nodes(below: root).filter { tree.kind(of: $0) == .mapping && $0 != root }
        guard let mapping = mappings.randomElement(using: &generator) else { return nil }
        let key = ["owner", "description", "status", "site"].randomElement(using: &generator) ?? "owner"
        let value = YAMLValue.text(text(&generator))
        let old = tree.value(of: key, in: mapping)
        return RandomEdit(
            name: "set \(key)", scope: old.map(range) ?? 0..<0, intended: old.flatMap { whole($0, becomes: value) }
        ) { edit in edit.set(key, to: value, in: mapping) }
    }

    private func removeKey(_ root: YAMLTree.NodeID, _ generator: inout SeededGenerator) -> RandomEdit? {
        let mappings = nodes(below: root).filter { tree.count(of: $0) > 1 && tree.kind(of: $0) == .mapping }
        guard let mapping = mappings.randomElement(using: &generator),
            let entry = Array(tree.entries(of: mapping)).randomElement(using: &generator)
        else { return nil }
        let key = tree.text(of: entry.key)
        return RandomEdit(
            name: "remove \(key)", scope: range(entry.key).lowerBound..<range(entry.value).upperBound,
            intended: whole(entry.value, becomes: nil)
        ) { edit in edit.removeKey(key, in: mapping) }
    }

    private func removeItem(_ root: YAMLTree.NodeID, _ generator: inout SeededGenerator) -> RandomEdit? {
        let lists = nodes(below: root).filter { tree.kind(of: $0) == .sequence && tree.count(of: $0) > 1 }
        guard let list = lists.randomElement(using: &generator),
            let item = Array(tree.items(of: list)).randomElement(using: &generator)
        else { return nil }
        return RandomEdit(name: "remove item", scope: range(item), intended: whole(item, becomes: nil)) { edit in
            edit.remove(item, from: list)
        }
    }

    private func replace(_ root: YAMLTree.NodeID, _ generator: inout SeededGenerator) -> RandomEdit? {
        let scalars = nodes(below: root).filter { [.plain, .quoted].contains(tree.kind(of: $0)) }
        guard let scalar = scalars.randomElement(using: &generator) else { return nil }
        let value = YAMLValue.text(text(&generator))
        return RandomEdit(name: "replace", scope: range(scalar), intended: whole(scalar, becomes: value)) { edit in
            edit.replace(scalar, with: value)
        }
    }
}
