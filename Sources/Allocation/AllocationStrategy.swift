/// Which of several free addresses or blocks is taken.
package enum AllocationStrategy: String, CaseIterable, Sendable {
    /// The lowest one.
    case lowest
    /// The highest one.
    case highest
    /// The middle of the largest gap, so that each neighbour has room to grow.
    case sparse
}
