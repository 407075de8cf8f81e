import Findings
import InventoryModel

/// All that an inventory says, property by property, but for where it stands: what two inventories are compared by.
struct WholeInventory: Hashable, CustomStringConvertible {
    private let objects: [String]

    init(_ sources: SourceFiles) {
        let inventory = InventoryReader.read(sources).inventory
        objects = Mirror(reflecting: inventory).children.flatMap { list in
            let elements = Mirror(reflecting: list.value)
            guard elements.displayStyle == .collection else { return ["\(list.label ?? ""): \(Self.text(list.value))"] }
            return elements.children.map { "\(list.label ?? ""): \(Self.text($0.value))" }.sorted()
        }
    }

    var description: String { objects.joined(separator: "\n") }

    /// The objects that only one of two inventories has.
    func differences(from other: WholeInventory) -> [String] {
        let (own, others) = (Set(objects), Set(other.objects))
        return objects.filter { !others.contains($0) }.map { "- \($0)" }
            + other.objects.filter { !own.contains($0) }.map { "+ \($0)" }
    }

    private static func text(_ value: Any) -> String {
        let parts = Mirror(reflecting: value)
        guard !parts.children.isEmpty else { return "\(value)" }
        let texts = parts.children.compactMap { child in
            child.value is SourceSpan ? nil : (child.label.map { "\($0): " } ?? "") + text(child.value)
        }
        return "(\(texts.joined(separator: ", ")))"
    }
}
