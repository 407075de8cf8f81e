package import Findings
import JSONShapes
import YAMLSyntax

/// The keys of one object while it is read, or while its schema is being written.
///
/// An ``InventoryObject`` asks for every key once, in an initialiser that serves both: reading takes the value from
/// the mapping; describing hands out examples and notes key, schema and documentation.
package struct Fields {
    private enum Mode {
        case reading(DocumentReader, mapping: YAMLTree.NodeID, noun: String)
        case describing(Description)
    }

    /// What describing notes. A class, so that reading carries nothing of it around.
    private final class Description {
        var properties: [(key: String, schema: JSONSchema)] = []
        var requiredKeys: [String] = []
        var alternatives: [[String]] = []
    }

    private let mode: Mode
    private var found = 0
    /// Whether nothing required is missing or malformed so far.
    private(set) var isComplete = true

    private init(_ mode: Mode) {
        self.mode = mode
    }

    static func reading(_ mapping: YAMLTree.NodeID, of noun: String, in document: DocumentReader) -> Fields {
        Fields(.reading(document, mapping: mapping, noun: noun))
    }

    static func describing() -> Fields { Fields(.describing(Description())) }

    /// The keys of an object type and their schemas.
    static func describe<Object: InventoryObject>(_ type: Object.Type) -> Fields {
        var fields = Fields.describing()
        _ = Object(&fields)
        return fields
    }

    /// The whole object's place; an empty one while describing.
    package var span: SourceSpan {
        switch mode {
        case .reading(let document, let mapping, _): document.tree.span(of: mapping)
        case .describing: .none
        }
    }

    // MARK: Asking for keys

    /// The value of a key that must be there; an example in its place if it is not, and the object is dropped.
    package mutating func required<Value: InventoryValue>(_ key: String, _ summary: String) -> Value {
        note(key, Value.schema, summary, isRequired: true)
        switch take(key) {
        case .value(let node, let document):
            if let value = Value.read(node, in: document) { return value }
            isComplete = false
        case .absent:
            reportMissing(key)
        case .described:
            break
        }
        return Value.example
    }

    /// The value of a key that may be absent; a malformed one is reported and counts as absent.
    package mutating func optional<Value: InventoryValue>(_ key: String, _ summary: String) -> Value? {
        note(key, Value.schema, summary)
        guard case .value(let node, let document) = take(key) else { return nil }
        return Value.read(node, in: document)
    }

    /// The value of a key that has a default.
    package mutating func optional<Value: InventoryValue>(
        _ key: String, default fallback: Value, _ summary: String
    ) -> Value {
        optional(key, summary) ?? fallback
    }

    /// The items of a list that may be absent; malformed items are reported and left out.
    package mutating func list<Value: InventoryValue>(_ key: String, _ summary: String) -> [Value] {
        note(key, .array(of: Value.schema), summary)
        guard case .value(let node, let document) = take(key) else { return [] }
        guard document.tree.kind(of: node) == .sequence else {
            document.reportWrongType(node, expected: "a list")
            return []
        }
        let place = document.place
        var values: [Value] = []
        values.reserveCapacity(document.tree.count(of: node))
        for item in document.tree.items(of: node) {
            document.place = place
            if let value = Value.read(item, in: document) { values.append(value) }
        }
        return values
    }

    /// A whole decimal number within bounds that may be absent.
    package mutating func optional(_ key: String, in bounds: ClosedRange<Int>, _ summary: String) -> Located<Int>? {
        note(key, .integer(Int64(bounds.lowerBound)...Int64(bounds.upperBound)), summary)
        guard case .value(let node, let document) = take(key) else { return nil }
        if let number = document.decimal(node), bounds.contains(number) {
            return Located(number, at: document.tree.span(of: node))
        }
        let isOnlyQuoted = document.tree.kind(of: node) == .quoted && Int(document.tree.text(of: node)) != nil
        document.reportWrongType(
            node, expected: "a whole decimal number from \(bounds.lowerBound) to \(bounds.upperBound)",
            help: isOnlyQuoted ? "write it without quotes" : nil
        )
        return nil
    }

    /// Declares that exactly one of some keys, asked for as optional ones, must be there.
    ///
    /// - Parameter present: for each of `keys` in turn, whether it was there.
    package mutating func requireOne(of keys: [String], present: [Bool]) {
        if case .describing(let description) = mode { description.alternatives.append(keys) }
        guard case .reading(let document, let mapping, let noun) = mode, present.count(where: { $0 }) != 1 else {
            return
        }
        isComplete = false
        guard present.contains(true) || !keys.contains(where: { document.tree.value(of: $0, in: mapping) != nil })
        else { return }
        let choice = keys.map { "'\($0)'" }.joined(separator: " or ")
        let message = present.contains(true) ? "both \(keys.map { "'\($0)'" }.joined(separator: " and "))" : "neither"
        document.report(
            Fault(
                "missing-key", "\(noun.withArticle) needs \(choice), and this one has \(message)",
                at: document.firstKeySpan(of: mapping), subject: Subject(.key, "\(noun).\(keys[0])")
            )
        )
    }

    // MARK: Reading

    private enum Taken {
        case value(YAMLTree.NodeID, DocumentReader)
        case absent
        case described
    }

    private mutating func take(_ key: String) -> Taken {
        guard case .reading(let document, let mapping, let noun) = mode else { return .described }
        guard let value = document.tree.value(of: key, in: mapping) else { return .absent }
        found += 1
        document.place = (noun, key)
        return .value(value, document)
    }

    private mutating func reportMissing(_ key: String) {
        isComplete = false
        guard case .reading(let document, let mapping, let noun) = mode else { return }
        document.report(
            Fault(
                "missing-key", "\(noun.withArticle) needs '\(key)'", at: document.firstKeySpan(of: mapping),
                subject: Subject(.key, "\(noun).\(key)")
            )
        )
    }

    func reportUnknownKeys<Object: InventoryObject>(of type: Object.Type) {
        guard case .reading(let document, let mapping, let noun) = mode,
            document.tree.count(of: mapping) != found
        else { return }
        let valid = Fields.describe(Object.self).keys
        for entry in document.tree.entries(of: mapping) {
            let key = document.tree.text(of: entry.key)
            guard !valid.contains(key) else { continue }
            let nearest = Spelling.nearest(to: key, among: valid)
            document.report(
                Fault(
                    "unknown-key", "\(noun.withArticle) has no key '\(key.prefix(60))'",
                    at: document.tree.span(of: entry.key),
                    subject: Subject(.key, "\(noun).\(key.prefix(60))"),
                    help: nearest.map { "did you mean '\($0)'?" }
                        ?? "the keys are \(valid.joined(separator: ", "))"
                )
            )
        }
    }

    // MARK: Describing

    private mutating func note(
        _ key: String, _ schema: @autoclosure () -> JSONSchema, _ summary: String, isRequired: Bool = false
    ) {
        guard case .describing(let description) = mode else { return }
        description.properties.append((key, schema().describing(summary)))
        if isRequired { description.requiredKeys.append(key) }
    }

    /// The schema of the object whose keys have been asked for.
    var schema: JSONSchema {
        guard case .describing(let description) = mode else { return .any }
        var schema = JSONSchema.object(description.properties, required: description.requiredKeys)
        for keys in description.alternatives {
            schema = schema.with("oneOf", .array(keys.map { ["required": [.string($0)]] }))
        }
        return schema
    }

    /// The documented keys, in order.
    private var keys: [String] {
        guard case .describing(let description) = mode else { return [] }
        return description.properties.map(\.key)
    }
}

extension SourceSpan {
    /// The span of what stands in no file, as examples do.
    static let none = SourceSpan(file: 0, start: 0, end: 0)
}

extension DocumentReader {
    /// The first key of a mapping, where a fault about the whole of it is shown; the mapping itself if it is empty.
    func firstKeySpan(of mapping: YAMLTree.NodeID) -> SourceSpan {
        for entry in tree.entries(of: mapping) { return tree.span(of: entry.key) }
        return tree.span(of: mapping)
    }

    /// The value of a plain scalar that is a decimal number without sign, leading zeros or separators.
    func decimal(_ node: YAMLTree.NodeID) -> Int? {
        guard tree.kind(of: node) == .plain else { return nil }
        let text = tree.text(of: node)
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            text == "0" || !text.hasPrefix("0")
        else { return nil }
        return Int(text)
    }
}
