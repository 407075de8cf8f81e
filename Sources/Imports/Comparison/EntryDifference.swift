import Addressing
import Edits

/// Finds what has to change in an entry so that it says all that another one says; what only the first says stays.
struct EntryDifference {
    /// The changes, in the order of what is to be said.
    private(set) var edits: [EntryEdit] = []

    /// The keys by which items of lists are known; the other lists are all of one piece.
    private static let identities = [
        "pools": ["name"], "interfaces": ["name"], "addresses": ["address"], "records": ["name", "type"],
        "delegations": ["name"], "outputs": ["format", "path"],
    ]

    init(from present: YAMLValue, to wanted: YAMLValue) {
        if case .mapping(let entries) = wanted { compare(present, entries, []) }
    }

    /// Goes as deep as the value.
    private mutating func compare(_ present: YAMLValue, _ entries: [YAMLValue.Entry], _ path: [EntryEdit.Step]) {
        for entry in entries {
            guard let old = present[entry.key] else {
                edits.append(EntryEdit(path: path, action: .set(key: entry.key, entry.value)))
                continue
            }
            guard !old.says(entry.value) else { continue }
            switch (old, entry.value) {
            case (.mapping, .mapping(let parts)): compare(old, parts, path + [.key(entry.key)])
            case (.list(let items), .list(let wanted)):
                guard !compare(items, wanted, under: entry.key, path) else { continue }
                fallthrough
            default: edits.append(EntryEdit(path: path, action: .set(key: entry.key, entry.value)))
            }
        }
    }

    /// Compares items that are known by some of their keys.
    ///
    /// - Returns: whether they are.
    private mutating func compare(
        _ items: [YAMLValue], _ wanted: [YAMLValue], under key: String, _ path: [EntryEdit.Step]
    ) -> Bool {
        guard let keys = Self.identities[key] else { return false }
        let known = items.compactMap { $0.identity(by: keys) }
        let names = wanted.compactMap { $0.identity(by: keys) }
        let places = Dictionary(known.enumerated().map { ($1, $0) }) { first, _ in first }
        guard places.count == items.count, Set(names).count == wanted.count else { return false }
        var new: [YAMLValue] = []
        for (name, item) in zip(names, wanted) {
            guard let place = places[name] else {
                new.append(item)
                continue
            }
            guard case .mapping(let parts) = item, !items[place].says(item) else { continue }
            let inside = path + [.key(key), .item(place)]
            if case .mapping = items[place] {
                compare(items[place], parts, inside)
            } else {
                edits.append(EntryEdit(path: inside, action: .replace(item)))
            }
        }
        if !new.isEmpty { edits.append(EntryEdit(path: path, action: .add(new, list: key))) }
        return true
    }
}

extension YAMLValue {
    /// The text of a scalar, however it is written; nil for anything else.
    var scalarText: String? {
        switch self {
        case .text(let text): text
        case .flag(let flag): flag ? "true" : "false"
        case .number(let number): String(number)
        case .list, .mapping: nil
        }
    }

    /// Whether another value says the same: the order of keys means nothing, and text that looks like a number is one.
    fileprivate func says(_ other: YAMLValue) -> Bool {
        switch (self, other) {
        case (.list(let own), .list(let others)):
            own.count == others.count && zip(own, others).allSatisfy { $0.says($1) }
        case (.mapping(let own), .mapping(let others)):
            own.count == others.count && others.allSatisfy { entry in self[entry.key]?.says(entry.value) ?? false }
        default: scalarText != nil && scalarText == other.scalarText
        }
    }

    /// What an item of a list is known by, some of its keys; one that is no mapping says just that.
    fileprivate func identity(by keys: [String]) -> [String]? {
        guard case .mapping = self else { return scalarText.map { [Self.canonical($0)] } }
        let texts = keys.compactMap { self[$0]?.scalarText }.map(Self.canonical)
        return texts.count == keys.count ? texts : nil
    }

    /// An address in the one of several ways to write it; any other text as it is.
    private static func canonical(_ text: String) -> String {
        IPAddress(text)?.description ?? text
    }
}
