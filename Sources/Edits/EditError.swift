/// Why an edit cannot be made: what stands in the way and what to do about it.
package struct EditError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a caller may want to tell apart.
    package enum Code: Hashable, Sendable {
        /// The file, or what is to be written into it, is not YAML that an inventory may hold.
        case unreadable
        /// What is to be changed is written in a way that this cannot change without touching other text.
        case unsupported
        /// Two edits want to change the same bytes.
        case conflict
    }

    /// What kind of trouble it is.
    package let code: Code
    /// What is the matter and what to do.
    package let message: String

    /// Makes an error from what is the matter and what to do.
    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
