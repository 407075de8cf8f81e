import Findings

/// Tells which objects are new, gone or different.
enum ObjectComparison {
    private struct Key: Hashable {
        let kind: Change.Kind
        let id: String
    }

    /// The differences between two lists of objects, in no particular order.
    static func changes(from base: [DeclaredObject], to head: [DeclaredObject]) -> [Change] {
        var changes: [Change] = []
        var waiting = Dictionary(grouping: base) { Key(kind: $0.kind, id: $0.id) }
        var rest: [DeclaredObject] = []
        // Of namesakes, those that are equal belong together, whatever their order.
        for object in head {
            let key = Key(kind: object.kind, id: object.id)
            if let place = waiting[key]?.firstIndex(where: { $0.facts == object.facts }) {
                waiting[key]?.remove(at: place)
            } else {
                rest.append(object)
            }
        }
        for object in rest {
            let key = Key(kind: object.kind, id: object.id)
            guard let former = waiting[key]?.first else {
                changes.append(Change(.add, object.kind, object.id, at: object.span))
                continue
            }
            waiting[key]?.removeFirst()
            let fields = former.fields(changedIn: object)
            guard !fields.isEmpty else { continue }
            changes.append(
                Change(
                    .change, object.kind, object.id,
                    before: text(fields, \.before), after: text(fields, \.after), fields: fields, at: object.span
                ))
        }
        for object in waiting.values.joined() {
            changes.append(Change(.remove, object.kind, object.id, at: object.span))
        }
        return changes
    }

    private static func text(_ fields: [FieldChange], _ side: KeyPath<FieldChange, String>) -> String {
        fields.map { "\($0.name): \($0[keyPath: side].isEmpty ? "nothing" : $0[keyPath: side])" }
            .joined(separator: "; ")
    }
}
