/// A value and the place in the inventory where it was declared.
package struct Located<Value> {
    /// The declared value.
    package let value: Value
    /// Where it stands.
    package let span: SourceSpan

    /// Joins a value with its place.
    @inlinable
    package init(_ value: Value, at span: SourceSpan) {
        self.value = value
        self.span = span
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
