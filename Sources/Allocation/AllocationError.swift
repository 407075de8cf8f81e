/// Why nothing can be allocated: what stands in the way and what to do about it.
package struct AllocationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a caller may want to tell apart.
    package enum Code: Hashable, Sendable {
        /// The inventory has nothing of that name, or too much.
        case unknownSource
        /// There is less free than was asked for.
        case exhausted
    }

    /// What kind of trouble it is.
    package let code: Code
    /// What is the matter and, where there is one, the remedy.
    package let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
