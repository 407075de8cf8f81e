/// Where an inventory and its cache are: paths relative to the working directory.
package struct Project: Hashable, Sendable {
    /// The directory that holds the YAML files.
    package var inventory: String
    /// The file that remembers what was seen.
    package var cache: String

    /// Where both are unless the user says otherwise.
    package static let standard = Project(inventory: "inventory", cache: ".ipam/cache.sqlite")

    /// Makes a project from its two places.
    package init(inventory: String, cache: String) {
        self.inventory = inventory.tidyPath
        self.cache = cache
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
