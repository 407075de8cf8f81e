package import Addressing
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
    private let message: String

    /// A new subnet.
    ///
    /// - Parameter details: further keys and their text; nil for those that are not wanted.
    package static func subnet(_ prefix: IPPrefix, details: KeyValuePairs<String, String?>) -> Addition {
        var entries = [YAMLValue.Entry("prefix", .text("\(prefix)"))]
        for detail in details { detail.value.map { entries.append(.init(detail.key, value(detail.key, $0))) } }
        return Addition(list: "subnets", entry: .mapping(entries), place: prefix, message: "Add subnet \(prefix)")
    }

    /// A new device without interfaces.
    package static func device(_ name: String, details: KeyValuePairs<String, String?>, tags: [String]) -> Addition {
        var entries = [YAMLValue.Entry("name", .text(name))]
        for detail in details { detail.value.map { entries.append(.init(detail.key, .text($0))) } }
        if !tags.isEmpty { entries.append(.init("tags", .texts(tags))) }
        return Addition(list: "devices", entry: .mapping(entries), place: nil, message: "Add device \(name)")
    }

    private init(list: String, entry: YAMLValue, place: IPPrefix?, message: String) {
        self.list = list
        self.entry = entry
        self.place = place
        self.message = message
    }

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
        ])
        try draft.edit(known.span) { document, node in document.add([entry], toList: "pools", in: node) }
        draft.note("Add pool \(name) to \(known.title)")
    }
}
