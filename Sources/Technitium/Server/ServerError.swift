/// Why a server could not be asked, or what is wrong with its answer.
package struct ServerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a caller may want to tell apart.
    package enum Code: Hashable, Sendable {
        /// What was given cannot be used: a URL, a token.
        case unusable
        /// The program that speaks HTTP is not installed.
        case notInstalled
        /// Nothing was answered, or it broke off.
        case unreachable
        /// The answer is none of this API, or none to the question.
        case unexpected
        /// The server understood, and refuses.
        case refused
    }

    /// What kind of failure it is.
    package let code: Code
    /// What happened and, where there is one, the remedy.
    package let message: String

    /// Makes an error of its parts.
    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
