/// The stable name of a rule: a claim about the fault in kebab case, such as `duplicate-address`.
package struct RuleID: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name as users write it.
    package let name: String

    /// Makes an id from its name.
    package init(_ name: String) {
        self.name = name
    }

    package init(stringLiteral value: String) {
        name = value
    }

    package static func < (left: RuleID, right: RuleID) -> Bool { left.name < right.name }

    package var description: String { name }
}
