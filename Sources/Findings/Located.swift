/// A value and the place in the inventory where it was declared.
///
/// The type is public so that other modules get code of their own for each kind of value: the compiler keeps the
/// bodies of package types to their module, and one is made for every key of every file.
public struct Located<Value> {
    /// The declared value.
    public let value: Value
    /// Where it stands.
    public let span: SourceSpan

    /// Joins a value with its place.
    @inlinable
    public init(_ value: Value, at span: SourceSpan) {
        self.value = value
        self.span = span
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
