package import Foundation

/// A program that is installed on this machine.
package struct InstalledProgram: Sendable {
    /// Where it is, as an absolute path.
    package let path: String

    /// Looks for a program in the absolute directories of the path: a relative one would lead into whatever directory
    /// ipam happens to work in, which may be somebody else's repository. Nil if it is in none of them.
    ///
    /// - Parameter folders: further directories to look in, after those of the path.
    package init?(named name: String, environment: [String: String], alsoIn folders: [String] = []) {
        let searched = (environment["PATH"] ?? "").split(separator: ":").map(String.init) + folders
        let found = searched.lazy.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else { return nil }
        path = found
    }
}

/// How a process ended and what it printed.
package struct ProcessEnding: Sendable {
    /// Its exit code; 128 if a signal ended it.
    package let status: Int32
    /// What it wrote to its standard output, as far as that was read.
    package let output: Data
    /// Whether it wrote more than was to be read.
    package let isCutShort: Bool
    /// What it wrote to its standard error, with replacement characters for what is not UTF-8.
    package let errors: String
}

/// Why a program could not be started.
package struct ProcessError: Error, CustomStringConvertible {
    /// What to tell the user.
    package let description: String
}
