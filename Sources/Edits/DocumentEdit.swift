package import Findings
import Formatting
package import YAMLSyntax

/// Changes of one inventory file, made of its nodes and applied to its text.
///
/// Everything that does not change stays byte for byte: comments, blank lines, quotes, order, indentation, line ends.
/// **Comments** belong to the item or entry that they stand behind, and so do comment lines right above it and, indented
/// further, right below it: they go with it. A comment with a blank line below stays, and so does one with which a file
/// or list begins, since it may be about all that follows.
///
/// All changes name nodes of the tree as it was read, so that any number of them go together; what depends on a change,
/// such as an entry for a list that another change makes, is given as one, or made in a second edit of the result.
///
/// ```swift
/// var edit = try DocumentEdit(file)
/// try edit.add([.entries(["address": .text("192.0.2.7"), "name": .text("tv")])], toList: "reservations")
/// let bytes = try edit.finish().bytes
/// ```
package struct DocumentEdit: Sendable {
    /// Where a new item of a list goes.
    package enum Placement: Sendable {
        /// To its place if the list is sorted, else to its end.
        case inOrder
        /// To its end: the order of the list means something.
        case atEnd
        /// Right behind an item that it has to do with, in the order in which they are given.
        case behind(YAMLTree.NodeID)
    }

    /// What a collection gains and loses.
    struct Change: Sendable {
        /// Items, or the keys of entries.
        var removed: Set<YAMLTree.NodeID> = []
        /// New items, in the order in which they were given.
        var items: [(value: YAMLValue, placement: Placement)] = []
        /// New entries.
        var entries: [YAMLValue.Entry] = []

        var addsNothing: Bool { items.isEmpty && entries.isEmpty }
    }

    /// The file as it was read.
    package let file: SourceFile
    /// What it says.
    package let tree: YAMLTree
    private(set) var changes: [YAMLTree.NodeID: Change] = [:]
    private(set) var replacements: [YAMLTree.NodeID: YAMLValue] = [:]
    /// Lists that lose all of their items and stay as `[]`, for comments that no item takes along.
    var commentedLists: Set<YAMLTree.NodeID> = []
    /// What comes to the top of a file that says nothing yet.
    private(set) var newEntries: [YAMLValue.Entry] = []

    /// Reads a file.
    ///
    /// - Throws: ``EditError`` if it is no YAML, or holds no mapping.
    package init(_ file: SourceFile) throws(EditError) {
        let reading = YAMLReader.read(file, index: 0)
        guard let tree = reading.tree, reading.faults.isEmpty else {
            let reason = reading.faults.first.map { ": \($0.message)" } ?? ""
            throw EditError(.unreadable, "\(file.path) cannot be edited\(reason); `ipam validate` says where")
        }
        if let root = tree.root, tree.kind(of: root) != .mapping {
            throw EditError(.unreadable, "\(file.path) cannot be edited: what it holds is no mapping")
        }
        self.file = file
        self.tree = tree
    }

    /// Whether nothing is to change.
    package var isEmpty: Bool { changes.isEmpty && replacements.isEmpty && newEntries.isEmpty }

    // MARK: Changing

    /// Gives a key of a mapping a value, whether it had one or not; a new key goes to its documented place.
    package mutating func set(_ key: String, to value: YAMLValue, in mapping: YAMLTree.NodeID) {
        if let old = tree.entries(of: mapping).first(where: { tree.matches($0.key, key) }) {
            changes[mapping]?.removed.remove(old.key)
            replace(old.value, with: value)
        } else {
            var change = changes[mapping] ?? Change()
            change.entries.removeAll { $0.key == key }
            change.entries.append(.init(key, value))
            changes[mapping] = change
        }
    }

    /// Takes a key and what stands under it, with their comments, out of a mapping; nothing if it has none.
    package mutating func removeKey(_ key: String, in mapping: YAMLTree.NodeID) {
        changes[mapping]?.entries.removeAll { $0.key == key }
        guard let entry = tree.entries(of: mapping).first(where: { tree.matches($0.key, key) }) else { return }
        changes[mapping, default: Change()].removed.insert(entry.key)
    }

    /// Writes another value in the place of one; text stays in the quotes it stood in. Nothing if they say the same.
    package mutating func replace(_ node: YAMLTree.NodeID, with value: YAMLValue) {
        replacements[node] = value == YAMLValue(tree, node) ? nil : value
    }

    /// Puts items into a list, written as their neighbours are.
    package mutating func insert(
        _ items: [YAMLValue], into list: YAMLTree.NodeID, _ placement: Placement = .inOrder
    ) {
        guard !items.isEmpty else { return }
        changes[list, default: Change()].items += items.map { ($0, placement) }
    }

    /// Takes an item, with its comments, out of a list.
    ///
    /// A list in brackets that loses all of its items stays as `[]`, and so does one with comments that stay; any other
    /// goes, and its key with it.
    package mutating func remove(_ item: YAMLTree.NodeID, from list: YAMLTree.NodeID) {
        changes[list, default: Change()].removed.insert(item)
    }

    /// Puts items into the list under a key of a mapping, which is made if the mapping has none.
    package mutating func add(
        _ items: [YAMLValue], toList key: String, in mapping: YAMLTree.NodeID, _ placement: Placement = .inOrder
    ) {
        guard !items.isEmpty else { return }
        if let list = tree.value(of: key, in: mapping), tree.kind(of: list) == .sequence {
            return insert(items, into: list, placement)
        }
        let pending = changes[mapping]?.entries.first { $0.key == key }?.value
        set(key, to: Self.joining(pending, items), in: mapping)
    }

    /// Puts items into a list at the top of the file, which is made if the file has none.
    package mutating func add(_ items: [YAMLValue], toList key: String, _ placement: Placement = .inOrder) {
        if let root = tree.root { return add(items, toList: key, in: root, placement) }
        guard !items.isEmpty else { return }
        let pending = newEntries.first { $0.key == key }?.value
        newEntries.removeAll { $0.key == key }
        newEntries.append(.init(key, Self.joining(pending, items)))
    }

    private static func joining(_ list: YAMLValue?, _ items: [YAMLValue]) -> YAMLValue {
        guard case .list(let known) = list else { return .list(items) }
        return .list(known + items)
    }
}
