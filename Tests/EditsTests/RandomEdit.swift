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
    /// Whether the change made of a file what it is to make of it: all is the same but for what was asked for.
    let isDone: (FileContent?, FileContent?) -> Bool
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

    /// Whether two contents of the file are the same everywhere but at a node.
    private func only(
        _ target: YAMLTree.NodeID, where judge: @escaping (FileContent, FileContent) -> Bool
    ) -> (FileContent?, FileContent?) -> Bool {
        let path = path(to: target)
        return { old, new in
            guard let old, let new else { return false }
            return FileContent.areSame(old, new, butAt: path[...], where: judge)
        }
    }

    private func path(to target: YAMLTree.NodeID) -> [FileContent.Step] {
        func search(_ node: YAMLTree.NodeID) -> [FileContent.Step]? {
            if node == target { return [] }
            for (index, item) in tree.items(of: node).enumerated() {
                if let rest = search(item) { return [.item(index)] + rest }
            }
            for entry in tree.entries(of: node) {
                if let rest = search(entry.value) { return [.key(tree.text(of: entry.key))] + rest }
            }
            return nil
        }
        return tree.root.flatMap(search) ?? []
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
        let hadList = edit.list(key) != nil
        let isDone = { (old: FileContent?, new: FileContent?) in
            guard let new else { return false }
            guard hadList, let old else { return new.adds(key, .list([item]), to: old ?? .mapping([])) }
            return FileContent.areSame(old, new, butAt: [.key(key)]) { $1.adds(item, to: $0, onlyAtEnd: false) }
        }
        return RandomEdit(name: "add to \(key)", scope: 0..<0, isDone: isDone) { edit in
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
            name: "append", scope: scope(aroundLastOf: list),
            isDone: only(list) { $1.adds(new, to: $0, onlyAtEnd: true) }
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
        let isDone = old.map { only($0) { $1.says(value) } } ?? only(mapping) { $1.adds(key, value, to: $0) }
        return RandomEdit(name: "set \(key)", scope: old.map(range) ?? 0..<0, isDone: isDone) { edit in
            edit.set(key, to: value, in: mapping)
        }
    }

    private func removeKey(_ root: YAMLTree.NodeID, _ generator: inout SeededGenerator) -> RandomEdit? {
        let mappings = nodes(below: root).filter { tree.count(of: $0) > 1 && tree.kind(of: $0) == .mapping }
        guard let mapping = mappings.randomElement(using: &generator),
            let entry = Array(tree.entries(of: mapping)).randomElement(using: &generator)
        else { return nil }
        let key = tree.text(of: entry.key)
        return RandomEdit(
            name: "remove \(key)", scope: range(entry.key).lowerBound..<range(entry.value).upperBound,
            isDone: only(mapping) { old, new in
                guard case .mapping(let entries) = old else { return false }
                return new == .mapping(entries.filter { $0.key != key })
            }
        ) { edit in edit.removeKey(key, in: mapping) }
    }

    private func removeItem(_ root: YAMLTree.NodeID, _ generator: inout SeededGenerator) -> RandomEdit? {
        let lists = nodes(below: root).filter { tree.kind(of: $0) == .sequence && tree.count(of: $0) > 1 }
        guard let list = lists.randomElement(using: &generator),
            let index = (0..<tree.count(of: list)).randomElement(using: &generator)
        else { return nil }
        let item = Array(tree.items(of: list))[index]
        let isDone = only(list) { old, new in
            guard case .list(var items) = old else { return false }
            items.remove(at: index)
            return new == .list(items)
        }
        return RandomEdit(name: "remove item", scope: range(item), isDone: isDone) { edit in
            edit.remove(item, from: list)
        }
    }

    private func replace(_ root: YAMLTree.NodeID, _ generator: inout SeededGenerator) -> RandomEdit? {
        let scalars = nodes(below: root).filter { [.plain, .quoted].contains(tree.kind(of: $0)) }
        guard let scalar = scalars.randomElement(using: &generator) else { return nil }
        let value = YAMLValue.text(text(&generator))
        return RandomEdit(name: "replace", scope: range(scalar), isDone: only(scalar) { $1.says(value) }) { edit in
            edit.replace(scalar, with: value)
        }
    }
}
