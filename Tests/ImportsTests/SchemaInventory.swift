import Findings
import InventoryModel
import JSONShapes
import TestSupport

/// An inventory in which everything is said that the schema of inventory files has a key for, with values of the
/// generator's choice.
///
/// It can be read; that its parts fit together, an address into a subnet, is not seen to.
struct SchemaInventory {
    /// The keys that were used so far, each as the way to it.
    private(set) var paths: Set<String> = []
    private var generator: SeededGenerator
    private var number = 0
    private var texts: [String] = []
    /// The names of sites and routing domains, which others refer to.
    private var names: [String: [String]] = ["vrfs": ["default"]]
    private static let schema = InventorySchema.document
    /// The objects of each list, each on a line.
    private var entries: [(section: String, yaml: String)] = []

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        for section in Self.members(Self.schema["properties"]) {
            paths.insert(section.key)
            guard let items = section.value["items"] else {
                entries.append((section.key, value(section.value, [section.key])))
                continue
            }
            for _ in 0..<Int.random(in: 3...6, using: &generator) {
                entries.append((section.key, value(items, [section.key])))
            }
        }
    }

    /// The ways to all keys that there are.
    static var allPaths: Set<String> {
        var paths: Set<String> = []
        func visit(_ schema: JSON, _ path: [String]) {
            for alternative in alternatives(schema) {
                if let items = alternative["items"] { visit(items, path) }
                for member in members(alternative["properties"]) {
                    paths.insert((path + [member.key]).joined(separator: "."))
                    visit(member.value, path + [member.key])
                }
            }
        }
        visit(schema, [])
        return paths
    }

    /// The entries spread over files.
    mutating func files(_ count: Int) -> SourceFiles {
        var parts = [[(section: String, yaml: String)]](repeating: [], count: count)
        for entry in entries { parts[Int.random(in: 0..<count, using: &generator)].append(entry) }
        return SourceFiles(
            parts.enumerated().map { index, part in
                let text = Dictionary(grouping: part, by: \.section).sorted { $0.key < $1.key }.map { section, part in
                    section == "settings"
                        ? "settings: \(part[0].yaml)\n" : "\(section):\n" + part.map { "  - \($0.yaml)\n" }.joined()
                }.joined()
                return SourceFile(path: "inventory/\(index).yaml", bytes: Array(text.utf8))
            }.filter { !$0.bytes.isEmpty })
    }

    /// One of the words that stand in texts, each in one only.
    mutating func anyWord() -> String? { texts.randomElement(using: &generator) }

    // MARK: Values

    private mutating func value(_ schema: JSON, _ path: [String]) -> String {
        if schema["type"] != "array", let identity = identity(path) { return identity }
        let schema = Self.alternatives(schema).randomElement(using: &generator) ?? schema
        if let constant = schema["const"] { return Self.text(constant) }
        if case .array(let words) = schema["enum"],
            case .string(let word) = words.randomElement(using: &generator)
        {
            return word
        }
        switch schema["type"] {
        case "boolean": return "\(Bool.random(using: &generator))"
        case "integer":
            guard case .integer(let least) = schema["minimum"], case .integer(let most) = schema["maximum"] else {
                return "1"
            }
            return "\(Int64.random(in: least...most, using: &generator))"
        case "array":
            let items = schema["items"] ?? nil
            var values: [String] = []
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let value = value(items, path)
                if !values.contains(value) { values.append(value) }
            }
            return "[\(values.joined(separator: ", "))]"
        case "object": return object(schema, path)
        default:
            if case .array(let examples) = schema["examples"], let example = examples.randomElement(using: &generator) {
                return Self.text(example)
            }
            return text()
        }
    }

    private mutating func object(_ schema: JSON, _ path: [String]) -> String {
        if case .array(let examples) = schema["examples"], case .object(let members) = examples.first {
            return "{\(members.map { "\($0.key): \(Self.text($0.value))" }.joined(separator: ", "))}"
        }
        var properties = Self.members(schema["properties"])
        if case .array(let choices) = schema["oneOf"] {
            let keys = choices.compactMap { choice -> String? in
                guard case .array(let keys) = choice["required"], case .string(let key) = keys.first else { return nil }
                return key
            }
            let chosen = keys.randomElement(using: &generator)
            properties.removeAll { keys.contains($0.key) && $0.key != chosen }
        }
        var members: [String] = []
        for property in properties.shuffled(using: &generator) {
            let isRequired = ["name", "prefix", "address", "range", "reverse"].contains(property.key)
            var required = false
            if case .array(let keys) = schema["required"] { required = keys.contains(.string(property.key)) }
            guard isRequired || required || Int.random(in: 0..<4, using: &generator) > 0 else { continue }
            let path = path + [property.key]
            paths.insert(path.joined(separator: "."))
            members.append("\(property.key): \(value(property.value, path))")
        }
        return "{\(members.joined(separator: ", "))}"
    }

    /// What tells an object from others, or refers to one: no two may be the same, or it has to be there.
    private mutating func identity(_ path: [String]) -> String? {
        number += 1
        let net = "10.\(number >> 8 & 255).\(number & 255)"
        switch path.suffix(2).joined(separator: ".") {
        case "sites.name", "vrfs.name":
            names[path[0], default: []].append("n\(number)")
            return "n\(number)"
        case "subnets.site", "devices.site": return names["sites"]?.randomElement(using: &generator)
        case "subnets.vrf", "interfaces.vrf", "reservations.vrf":
            return (names["vrfs"] ?? ["default"]).randomElement(using: &generator)
        case "devices.name", "interfaces.name", "pools.name": return "n\(number)"
        case "zones.name": return "z\(number).example.net"
        case "records.name", "delegations.name": return "r\(number)"
        case "subnets.prefix", "zones.reverse":
            return Bool.random(using: &generator) ? "\(net).0/24" : "\"2001:db8:\(String(number, radix: 16))::/64\""
        case "addresses.address", "reservations.address", "interfaces.addresses":
            // An address may stand alone, and then this is asked of it and not of its key.
            if path.last == "addresses", Bool.random(using: &generator) { return nil }
            return "\(net).7"
        case "pools.range", "reservations.range": return "\(net).16-\(net).31"
        case "waivers.subject", "outputs.path": return "s\(number)"
        case "records.type": return "MX"
        case "waivers.rule": return "unclaimed-address"
        case "outputs.format": return "csv"
        default: return nil
        }
    }

    /// Free text, with what YAML takes for something else, and a word that stands nowhere else.
    private mutating func text() -> String {
        number += 1
        let word = "w\(number)w"
        texts.append(word)
        let frame = [
            "WORD", "no, WORD", "WORD: x", "# WORD", "'WORD'", "<b>WORD", "Zürich WORD 🚀", "- WORD", "\\\"WORD\\\\",
        ]
        return "\"\((frame.randomElement(using: &generator) ?? "WORD").replacing("WORD", with: word))\""
    }

    private static func text(_ value: JSON) -> String {
        switch value {
        case .string(let text): "\"\(text)\""
        default: String(value.text(.compact).dropLast())
        }
    }

    private static func alternatives(_ schema: JSON) -> [JSON] {
        guard case .array(let alternatives) = schema["anyOf"] else { return [schema] }
        return alternatives
    }

    private static func members(_ object: JSON?) -> [JSON.Member] {
        guard case .object(let members) = object else { return [] }
        return members
    }
}
