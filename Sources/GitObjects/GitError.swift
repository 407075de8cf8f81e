/// Why a revision could not be read: what happened and what to do about it.
package struct GitError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a caller may want to tell apart.
    package enum Code: Hashable, Sendable {
        /// There is no `git` to ask.
        case notInstalled
        /// The working directory is in no repository that Git is willing to read.
        case noRepository
        /// What was given cannot be the name of a revision.
        case malformedName
        /// There is no such commit, or what was asked for is not in it.
        case missing
        /// Two commits have no ancestor in common, as far as this clone knows.
        case noMergeBase
        /// Git failed in a way that is not foreseen.
        case failed
    }

    /// What kind of failure it is.
    package let code: Code
    /// What happened and, where there is one, the remedy.
    package let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
