/// Why a file could not be taken in, in words that say what to do about it.
package struct IntakeError: Error, Hashable, CustomStringConvertible {
    /// The kinds of trouble that callers may want to tell apart.
    package enum Code: String, Sendable, CaseIterable {
        /// No format that is known begins like this.
        case unrecognised
        /// More bytes than any format needs.
        case tooLarge
        /// The format is known, but the content cannot be made sense of.
        case malformed
    }

    /// The kind of trouble.
    package let code: Code
    /// What is wrong, with which file, and what to do.
    package let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
