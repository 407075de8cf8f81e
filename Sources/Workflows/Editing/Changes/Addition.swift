package import Addressing
package import Chronology
import Edits
import Findings
package import InventoryModel

/// Puts an entry into a list at the top of a file.
package struct Addition: InventoryChange {
    /// The list.
    let list: String
    /// The entry.
    let entry: YAMLValue
    /// The network that it lies in, or has to do with.
    let place: IPPrefix?
    /// The last day that it is held; nil for ever.
    private var expires: CalendarDate?
    private let message: String

    /// A new subnet.
    ///
    /// - Parameters:
    ///   - details: further keys and their text; nil for those that are not wanted.
    ///   - lists: further keys and their texts; none for those that are not wanted.
    package static func subnet(
        _ prefix: IPPrefix, details: KeyValuePairs<String, String?>, lists: KeyValuePairs<String, [String]>
    ) -> Addition {
        Addition(
            "subnets", entry([("prefix", "\(prefix)")] + details, lists), place: prefix,
            message: "Add subnet \(prefix)")
    }

    /// A new device without interfaces.
    package static func device(
        _ name: String, details: KeyValuePairs<String, String?>, lists: KeyValuePairs<String, [String]>
    ) -> Addition {
        Addition("devices", entry([("name", name)] + details, lists), place: nil, message: "Add device \(name)")
    }

    /// A new reservation of one address or several.
    ///
    /// - Parameter expires: the last day that they are held; nil for ever.
    package static func reservation(
        _ range: IPRange, details: KeyValuePairs<String, String?>, names: [String], expires: CalendarDate?,
        tags: [String]
    ) -> Addition {
        let key = range.first == range.last ? "address" : "range"
        let day = expires.map { ["\($0)"] } ?? []
        var addition = Addition(
            "reservations",
            entry([(key, "\(range)")] + details, ["dns": names, "expires": day, "tags": tags]),
            place: IPPrefix(containing: range.first, length: range.family.width), message: "Reserve \(range)")
        addition.expires = expires
        return addition
    }

    private init(_ list: String, _ entry: YAMLValue, place: IPPrefix?, message: String) {
        self.list = list
        self.entry = entry
        self.place = place
        self.message = message
    }

    private static func entry(
        _ details: [(key: String, value: String?)], _ lists: KeyValuePairs<String, [String]>
    ) -> YAMLValue {
        let texts = details.compactMap { key, text in text.map { YAMLValue.Entry(key, value(key, $0)) } }
        let others = lists.compactMap { key, texts -> YAMLValue.Entry? in
            // What is given twice is said once.
            let texts = texts.enumerated().filter { !texts[..<$0.offset].contains($0.element) }.map(\.element)
            guard let first = texts.first else { return nil }
            return YAMLValue.Entry(key, texts.count == 1 && !listKeys.contains(key) ? .text(first) : .texts(texts))
        }
        return .mapping(texts + others)
    }

    /// The keys under which there is a list even of one text.
    private static let listKeys = ["tags", "services"]

    /// Refuses words of several lines, or with characters that nobody can see; a description may have lines.
    private func requireLines() throws(WorkflowError) {
        guard case .mapping(let entries) = entry else { return }
        for entry in entries where entry.key != "description" {
            switch entry.value {
            case .text(let text): try InventoryDraft.requireName(text, "the \(entry.key)")
            case .list(let items):
                for case .text(let text) in items {
                    try InventoryDraft.requireName(text, "one of the \(entry.key)")
                }
            case .flag, .number, .mapping: continue
            }
        }
    }

    /// A value as its key wants it.
    private static func value(_ key: String, _ text: String) -> YAMLValue {
        key == "vlan" ? Int(text).map { .number($0) } ?? .text(text) : .text(text)
    }

    package func make(in draft: inout InventoryDraft) throws(WorkflowError) {
        try requireLines()
        try draft.requireFuture(expires)
        let vrf = if case .text(let name)? = entry["vrf"] { name } else { VRF.defaultName }
        let around = place.flatMap { draft.loaded.plan.subnets(covering: $0, vrf: vrf).last }
        try draft.add(entry, toList: list, near: around)
        draft.note(message)
    }
}

/// Puts a pool into a subnet.
package struct PoolAddition: InventoryChange {
    /// The pool's name.
    package let name: String
    /// Its addresses.
    package let range: IPRange
    /// What they are for: static, dhcp or reserved.
    package let purpose: PoolPurpose
    /// What people should know about it.
    package var description: String?
    /// The name or prefix of the subnet.
    package let subnet: String

    /// Adds a pool.
    package init(_ name: String, _ range: IPRange, purpose: PoolPurpose, to subnet: String) {
        self.name = name
        self.range = range
        self.purpose = purpose
        self.subnet = subnet
    }

    package func make(in draft: inout InventoryDraft) throws(WorkflowError) {
        let known = try draft.subnet(named: subnet)
        try InventoryDraft.requireName(name, "the name of a pool")
        let entry = YAMLValue.entries([
            "name": .text(name), "range": .text("\(range)"), "purpose": .text(purpose.rawValue),
            "description": description.map { .text($0) },
        ])
        try draft.edit(known.span) { document, node in document.add([entry], toList: "pools", in: node) }
        draft.note("Add pool \(name) to \(known.title)")
    }
}
