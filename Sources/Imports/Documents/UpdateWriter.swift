import Addressing
package import Edits
package import Findings
import InventoryModel
import YAMLSyntax

/// Applies updates to the files that hold the objects, and leaves every other byte as it is.
package struct UpdateWriter {
    private var edit: DocumentEdit
    private var lists: [String: ListEntries] = [:]

    /// The files that change, as they are to be.
    ///
    /// - Throws: ``EditError`` if a file is written in a way that cannot be edited.
    package static func files(
        changedBy updates: [DraftUpdate], in sources: SourceFiles
    ) throws(EditError) -> [SourceFile] {
        let byFile = Dictionary(grouping: updates) { $0.target.span.file }
        var changed: [SourceFile] = []
        for (_, updates) in byFile.sorted(by: { $0.key < $1.key }) {
            guard let first = updates.first else { continue }
            let file = sources[first.target.span]
            var writer = UpdateWriter(edit: try DocumentEdit(file))
            for update in updates { writer.apply(update) }
            changed.append(SourceFile(path: file.path, bytes: try writer.edit.finish().bytes))
        }
        return changed
    }

    private mutating func apply(_ update: DraftUpdate) {
        guard let entry = entry(of: update.target) else { return }
        switch update.change {
        case .set(let key, let value): edit.set(key, to: value.yaml, in: entry)
        case .addPool(let pool): edit.add([pool.yaml], toList: "pools", in: entry)
        case .addInterface(let interface): edit.add([interface.yaml], toList: "interfaces", in: entry)
        case .addAddress(let address, let name):
            guard let interface = interface(name, of: entry) else { return }
            edit.add([address.value], toList: "addresses", in: interface)
        case .setOfInterface(let name, let key, let value):
            guard let interface = interface(name, of: entry) else { return }
            edit.set(key, to: value.yaml, in: interface)
        case .setOfAddress(let address, let name, let key, let value):
            guard let interface = interface(name, of: entry) else { return }
            set(key, to: value, of: address, in: interface)
        case .edit(let difference): apply(difference, to: entry)
        }
    }

    /// Changes what stands at the end of a path, which is that of the file as it was read.
    private mutating func apply(_ difference: EntryEdit, to entry: YAMLTree.NodeID) {
        var node = entry
        for step in difference.path {
            let next =
                switch step {
                case .key(let key): edit.tree.value(of: key, in: node)
                case .item(let place): edit.tree.items(of: node).dropFirst(place).first { _ in true }
                }
            guard let next else { return }
            node = next
        }
        switch difference.action {
        case .set(let key, let value): edit.set(key, to: value, in: node)
        case .add(let items, let key): edit.add(items, toList: key, in: node)
        case .replace(let value): edit.replace(node, with: value)
        }
    }

    private mutating func entry(of target: DraftUpdate.Target) -> YAMLTree.NodeID? {
        let entries = lists[target.list] ?? ListEntries(ofList: target.list, in: edit)
        lists[target.list] = entries
        return entries.place(around: target.span).map { entries.nodes[$0] }
    }

    private func interface(_ name: String, of device: YAMLTree.NodeID) -> YAMLTree.NodeID? {
        edit.list("interfaces", in: device).flatMap { edit.item(of: $0, where: "name", is: name) }
    }

    /// Says something of an address, which may stand alone so far.
    private mutating func set(
        _ key: String, to value: DraftValue, of address: DraftAddress, in interface: YAMLTree.NodeID
    ) {
        guard let list = edit.list("addresses", in: interface) else { return }
        let text = address.address.description
        if let item = edit.item(of: list, where: "address", is: text) { return edit.set(key, to: value.yaml, in: item) }
        guard let item = edit.tree.items(of: list).first(where: { edit.tree.matches($0, text) }) else { return }
        // Other keys of the same address come with the same row, so the whole of it is written at once.
        edit.replace(item, with: address.value)
    }
}

extension DraftValue {
    /// The value as it stands in a file.
    fileprivate var yaml: YAMLValue {
        switch self {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .texts(let texts): .texts(texts)
        }
    }
}

extension DraftPool {
    fileprivate var yaml: YAMLValue {
        .entries([
            "name": .text(name), "range": .text("\(range)"), "purpose": .text(purpose.rawValue),
            "description": description.map { .text($0) },
        ])
    }
}

extension DraftInterface {
    fileprivate var yaml: YAMLValue {
        .entries([
            "name": .text(name), "mac": mac.map { .text("\($0)") },
            "duid": duid.map { .text("\($0)") },
            "vrf": vrf == VRF.defaultName ? nil : vrf.map { .text($0) },
            "description": description.map { .text($0) },
            "addresses": .list(addresses.map(\.value)),
        ])
    }
}

extension DraftAddress {
    fileprivate var value: YAMLValue {
        if isPlain { return .text("\(address)") }
        return .entries([
            "address": .text("\(address)"), "dns": names.isEmpty ? nil : .texts(names),
            "role": role.map { .text($0.rawValue) }, "expires": expires.map { .text("\($0)") },
            "description": description.map { .text($0) },
        ])
    }
}
