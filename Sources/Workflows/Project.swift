import Foundation

/// Where an inventory and its cache are: paths relative to the working directory.
package struct Project: Hashable, Sendable {
    /// The directory that holds the YAML files.
    package var inventory: String
    /// The file that remembers what was seen.
    package var cache: String
    /// The working directory below the top of the Git repository: empty, or ending in `/`.
    package var directory = ""

    /// Where both are unless the user says otherwise.
    package static let standard = Project(inventory: "inventory", cache: ".ipam/cache.sqlite")

    /// Makes a project from its two places.
    package init(inventory: String, cache: String) {
        self.inventory = inventory.tidyPath
        self.cache = cache
    }

    /// Where a directory lies below the top of the Git repository around it; empty if there is none.
    package static func directoryInRepository(_ directory: String) -> String {
        // A relative path has no end upwards.
        guard directory.hasPrefix("/") else { return "" }
        var top = URL(filePath: directory, directoryHint: .isDirectory).standardizedFileURL
        var folders: [String] = []
        while !FileManager.default.fileExists(atPath: top.appending(path: ".git").path) {
            guard top.path != "/" else { return "" }
            folders.insert(top.lastPathComponent + "/", at: 0)
            top.deleteLastPathComponent()
        }
        return folders.joined()
    }
}

extension String {
    /// A path without the parts that lead nowhere, as in `./inventory//lan/`: what people compare and click on.
    package var tidyPath: String {
        let parts = split(separator: "/").filter { $0 != "." }.joined(separator: "/")
        if hasPrefix("/") { return "/\(parts)" }
        return parts.isEmpty ? "." : parts
    }
}
