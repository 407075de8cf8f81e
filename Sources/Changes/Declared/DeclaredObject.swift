import Findings

/// An object of an inventory as plain values, so that two revisions of it can be compared.
struct DeclaredObject {
    let kind: Change.Kind
    /// What makes it the same object in another revision.
    let id: String
    /// Everything else that it says, by key; what says nothing is empty.
    let facts: [Fact]
    let span: SourceSpan

    /// A key and its value as text.
    struct Fact: Hashable {
        let name: String
        let value: String

        init(_ name: String, _ value: (some CustomStringConvertible)?) {
            self.name = name
            self.value = value.map { "\($0)" } ?? ""
        }

        init(_ name: String, _ value: Located<some CustomStringConvertible>?) {
            self.init(name, value?.value)
        }

        init(_ name: String, all values: [some CustomStringConvertible]) {
            self.name = name
            value = values.map { "\($0)" }.joined(separator: ", ")
        }
    }

    /// What differs from another revision of the same object.
    func fields(changedIn other: DeclaredObject) -> [FieldChange] {
        let after = Dictionary(other.facts.map { ($0.name, $0.value) }) { first, _ in first }
        let names = Set(facts.map(\.name))
        let kept = facts.compactMap { fact in
            let value = after[fact.name] ?? ""
            return value == fact.value ? nil : FieldChange(fact.name, before: fact.value, after: value)
        }
        let added = other.facts.filter { !names.contains($0.name) && !$0.value.isEmpty }
        return kept + added.map { FieldChange($0.name, before: "", after: $0.value) }
    }
}
