package import YAMLSyntax

/// Something that stands, or is to stand, in an inventory file.
package indirect enum YAMLValue: Hashable, Sendable {
    /// Text; it is quoted where it would be read as something else.
    case text(String)
    /// `true` or `false`.
    case flag(Bool)
    /// A decimal number.
    case number(Int)
    /// A list.
    case list([YAMLValue])
    /// A mapping, its keys in the order in which they are written.
    case mapping([Entry])

    /// A key of a mapping and what stands under it.
    package struct Entry: Hashable, Sendable {
        /// The key.
        package let key: String
        /// What stands under it.
        package let value: YAMLValue
        /// How it is written without brackets, where it comes from elsewhere with comments; no part of what it says.
        let lines: [String]?

        /// Joins a key with its value.
        package init(_ key: String, _ value: YAMLValue) {
            self.init(key, value, lines: nil)
        }

        init(_ key: String, _ value: YAMLValue, lines: [String]?) {
            self.key = key
            self.value = value
            self.lines = lines
        }

        package static func == (left: Entry, right: Entry) -> Bool {
            left.key == right.key && left.value == right.value
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(key)
            hasher.combine(value)
        }
    }

    /// A mapping without the keys whose value is nil.
    package static func entries(_ pairs: KeyValuePairs<String, YAMLValue?>) -> YAMLValue {
        .mapping(pairs.compactMap { pair in pair.value.map { Entry(pair.key, $0) } })
    }

    /// A list of texts.
    package static func texts(_ texts: some Sequence<some CustomStringConvertible>) -> YAMLValue {
        .list(texts.map { .text($0.description) })
    }

    /// What a node of a file says; goes as deep as the tree, which the limits on files keep shallow.
    package init(_ tree: YAMLTree, _ node: YAMLTree.NodeID) {
        switch tree.kind(of: node) {
        case .plain: self = .init(plain: tree.text(of: node))
        case .quoted: self = .text(tree.text(of: node))
        case .sequence: self = .list(tree.items(of: node).map { YAMLValue(tree, $0) })
        case .mapping:
            self = .mapping(tree.entries(of: node).map { Entry(tree.text(of: $0.key), YAMLValue(tree, $0.value)) })
        }
    }

    /// What a scalar of a file says; nil if the node is none.
    init?(scalar node: YAMLTree.NodeID, of tree: YAMLTree) {
        switch tree.kind(of: node) {
        case .plain, .quoted: self.init(tree, node)
        case .sequence, .mapping: return nil
        }
    }

    private init(plain text: String) {
        switch text {
        case "true": self = .flag(true)
        case "false": self = .flag(false)
        default:
            // A number with a leading zero or a sign is none to the inventory.
            if let number = Int(text), String(number) == text, number >= 0 {
                self = .number(number)
            } else {
                self = .text(text)
            }
        }
    }

    /// The value under a key; nil if this is no mapping or has no such key.
    package subscript(key: String) -> YAMLValue? {
        guard case .mapping(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// Whether it is a mapping with comments, which brackets cannot hold.
    var hasComments: Bool {
        guard case .mapping(let entries) = self else { return false }
        return entries.contains { $0.lines != nil }
    }

    /// Whether it is neither a list nor a mapping.
    var isScalar: Bool {
        switch self {
        case .text, .flag, .number: true
        case .list, .mapping: false
        }
    }
}
