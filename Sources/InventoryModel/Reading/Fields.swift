package import Findings
import JSONShapes
import YAMLSyntax

/// The keys of one object while it is read, or while its schema is being written.
///
/// An ``InventoryObject`` asks for every key once, in an initialiser that serves both: reading takes the value from
/// the mapping; describing hands out examples and notes key, schema and documentation.
package struct Fields: ~Copyable {
    /// A mapping being read.
    private struct Source {
        let document: DocumentReader
        let mapping: YAMLTree.NodeID
        let noun: String
    }

    /// What describing notes. A class, so that reading carries nothing of it around.
    private final class Description {
        var properties: [(key: String, schema: JSONSchema)] = []
        var requiredKeys: [String] = []
        var alternatives: [[String]] = []
    }

    // Both lie here side by side, one of them nil: to copy an enum's payload at every key takes a tenth of all time.
    private let source: Source?
    private let description: Description?
    private var found = 0
    /// Whether nothing required is missing or malformed so far.
    private(set) var isComplete = true

    private init(_ source: Source?, _ description: Description?) {
        self.source = source
        self.description = description
    }

    static func reading(_ mapping: YAMLTree.NodeID, of noun: String, in document: DocumentReader) -> Fields {
        Fields(Source(document: document, mapping: mapping, noun: noun), nil)
    }

    static func describing() -> Fields { Fields(nil, Description()) }

    /// The keys of an object type and their schemas.
    static func describe<Object: InventoryObject>(_ type: Object.Type) -> Fields {
        var fields = Fields.describing()
        _ = Object(&fields)
        return fields
    }

    /// The whole object's place; an empty one while describing.
    package var span: SourceSpan {
        source.map { $0.document.tree.span(of: $0.mapping) } ?? .none
    }

    // MARK: Asking for keys

    /// The value of a key that must be there; an example in its place if it is not, and the object is dropped.
    package mutating func required<Value: InventoryValue>(_ key: String, _ summary: String) -> Value {
        note(key, Value.schema, summary, isRequired: true)
        if let node = take(key) {
            if let value: Value = read(node) { return value }
            isComplete = false
        } else {
            reportMissing(key)
        }
        return Value.example
    }

    /// The value of a key that may be absent; a malformed one is reported and counts as absent.
    package mutating func optional<Value: InventoryValue>(_ key: String, _ summary: String) -> Value? {
        note(key, Value.schema, summary)
        guard let node = take(key) else { return nil }
        return read(node)
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
        guard let node = take(key), let document = source?.document else { return [] }
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
        guard let node = take(key), let document = source?.document else { return nil }
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
        description?.alternatives.append(keys)
        guard let source, present.count(where: { $0 }) != 1 else { return }
        isComplete = false
        let (document, mapping, noun) = (source.document, source.mapping, source.noun)
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

    /// The node under a key; nil if there is none, as while describing.
    private mutating func take(_ key: String) -> YAMLTree.NodeID? {
        guard let source, let value = source.document.tree.value(of: key, in: source.mapping) else { return nil }
        found += 1
        source.document.place = (source.noun, key)
        return value
    }

    private func read<Value: InventoryValue>(_ node: YAMLTree.NodeID) -> Value? {
        guard let document = source?.document else { return nil }
        return Value.read(node, in: document)
    }

    private mutating func reportMissing(_ key: String) {
        guard let source else { return }
        isComplete = false
        source.document.report(
            Fault(
                "missing-key", "\(source.noun.withArticle) needs '\(key)'",
                at: source.document.firstKeySpan(of: source.mapping),
                subject: Subject(.key, "\(source.noun).\(key)")
            )
        )
    }

    func reportUnknownKeys<Object: InventoryObject>(of type: Object.Type) {
        guard let source, source.document.tree.count(of: source.mapping) != found else { return }
        let (document, mapping, noun) = (source.document, source.mapping, source.noun)
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
        guard let description else { return }
        description.properties.append((key, schema().describing(summary)))
        if isRequired { description.requiredKeys.append(key) }
    }

    /// The schema of the object whose keys have been asked for.
    var schema: JSONSchema {
        guard let description else { return .any }
        var schema = JSONSchema.object(description.properties, required: description.requiredKeys)
        for keys in description.alternatives {
            schema = schema.with("oneOf", .array(keys.map { ["required": [.string($0)]] }))
        }
        return schema
    }

    /// The documented keys, in order.
    private var keys: [String] {
        description?.properties.map(\.key) ?? []
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
