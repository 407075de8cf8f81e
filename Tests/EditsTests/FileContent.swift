import Edits
import Findings
import YAMLSyntax

/// What a file says, read apart from everything that edits use: scalars as they stand there, and whether in quotes.
indirect enum FileContent: Equatable {
    case scalar(String, isQuoted: Bool)
    case list([FileContent])
    case mapping([Entry])

    struct Entry: Equatable {
        let key: String
        let value: FileContent
    }

    /// A step on the way from the root of a file to something in it.
    enum Step: Equatable {
        case item(Int)
        case key(String)
    }

    init(_ tree: YAMLTree, _ node: YAMLTree.NodeID) {
        switch tree.kind(of: node) {
        case .plain: self = .scalar(tree.text(of: node), isQuoted: false)
        case .quoted: self = .scalar(tree.text(of: node), isQuoted: true)
        case .sequence: self = .list(tree.items(of: node).map { FileContent(tree, $0) })
        case .mapping:
            self = .mapping(
                tree.entries(of: node).map { Entry(key: tree.text(of: $0.key), value: FileContent(tree, $0.value)) })
        }
    }

    /// What a file says; nil if it says nothing.
    init?(_ bytes: [UInt8]) {
        guard let tree = YAMLReader.read(SourceFile(path: "a.yaml", bytes: bytes), index: 0).tree, let root = tree.root
        else { return nil }
        self.init(tree, root)
    }

    /// Whether an inventory takes this for a value: what is meant as text is nothing that could be anything else.
    func says(_ value: YAMLValue) -> Bool {
        switch (self, value) {
        case (.scalar(let text, let isQuoted), .text(let wanted)):
            text == wanted && (isQuoted || text != "true" && text != "false" && !text.allSatisfy(\.isWholeNumber))
        case (.scalar(let text, let isQuoted), .flag(let flag)): text == "\(flag)" && !isQuoted
        case (.scalar(let text, let isQuoted), .number(let number)): text == "\(number)" && !isQuoted
        case (.list(let items), .list(let wanted)):
            items.count == wanted.count && zip(items, wanted).allSatisfy { $0.says($1) }
        case (.mapping(let entries), .mapping(let wanted)):
            entries.map(\.key) == wanted.map(\.key) && zip(entries, wanted).allSatisfy { $0.value.says($1.value) }
        default: false
        }
    }

    /// Whether two contents are the same everywhere but at a place, about which somebody else decides.
    static func areSame(
        _ old: FileContent, _ new: FileContent, butAt path: ArraySlice<Step>,
        where judge: (FileContent, FileContent) -> Bool
    ) -> Bool {
        guard let step = path.first else { return judge(old, new) }
        switch (old, new, step) {
        case (.list(let before), .list(let after), .item(let index)):
            return before.count == after.count
                && before.indices.allSatisfy { place in
                    place == index
                        ? areSame(before[place], after[place], butAt: path.dropFirst(), where: judge)
                        : before[place] == after[place]
                }
        case (.mapping(let before), .mapping(let after), .key(let key)):
            return before.map(\.key) == after.map(\.key)
                && zip(before, after).allSatisfy { old, new in
                    old.key == key
                        ? areSame(old.value, new.value, butAt: path.dropFirst(), where: judge) : old == new
                }
        default: return false
        }
    }

    /// Whether this is a mapping with an entry more than another, which says something.
    func adds(_ key: String, _ value: YAMLValue, to old: FileContent) -> Bool {
        guard case .mapping(let entries) = self, case .mapping(let known) = old else { return false }
        return entries.filter { $0.key != key } == known
            && entries.filter { $0.key == key }.map { $0.value.says(value) } == [true]
    }

    /// Whether this is a list with an item more than another, which says something.
    func adds(_ item: YAMLValue, to old: FileContent, onlyAtEnd: Bool) -> Bool {
        guard case .list(let items) = self, case .list(let known) = old, items.count == known.count + 1 else {
            return false
        }
        let places = onlyAtEnd ? items.count - 1..<items.count : items.indices
        return places.contains { place in
            items[place].says(item) && Array(items[..<place] + items[(place + 1)...]) == known
        }
    }
}
