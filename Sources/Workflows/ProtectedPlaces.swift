import Foundation

/// What no output may touch, whatever path it is given: the inventory, the cache, and what Git keeps; and what no report
/// may take the place of.
///
/// Output paths stand in the inventory, which anyone may propose to change.
struct ProtectedPlaces {
    private let inventory: [String]
    private let cache: [String]

    init(_ project: Project) {
        inventory = Self.components(project.inventory)
        cache = Self.components(project.cache)
    }

    /// Refuses a path that leads into a protected place.
    ///
    /// - Throws: ``WorkflowError`` that says which place it is.
    func requireOutside(_ path: String) throws(WorkflowError) {
        let target = Self.components(path)
        if target.starts(with: inventory) {
            throw WorkflowError("'\(path)' lies in the inventory, which no output may touch: write somewhere else")
        }
        if target.starts(with: cache) || cache.starts(with: target) || isBesideCache(target) {
            throw WorkflowError("'\(path)' is where the cache lies: write somewhere else")
        }
        if target.contains(".git") {
            throw WorkflowError("'\(path)' lies in what Git keeps: write somewhere else")
        }
    }

    /// Whether a path is that of a file in which SQLite keeps what is not in the cache yet.
    private func isBesideCache(_ target: [String]) -> Bool {
        guard let name = cache.last, target.dropLast() == cache.dropLast() else { return false }
        return target.last?.hasPrefix("\(name)-") == true
    }

    /// Refuses to put a report where YAML is: an inventory, or what a CI system is told. No report is YAML.
    ///
    /// - Throws: ``WorkflowError`` that says so.
    static func requireNoDocument(_ path: String) throws(WorkflowError) {
        guard [".yaml", ".yml"].contains(where: path.lowercased().hasSuffix),
            FileManager.default.fileExists(atPath: path)
        else { return }
        throw WorkflowError("'\(path)' is there, and no report is YAML: write somewhere else")
    }

    /// Refuses a cache inside the inventory, where it would be read as a part of it.
    ///
    /// - Throws: ``WorkflowError`` that says so.
    func requireCacheOutsideInventory(_ path: String) throws(WorkflowError) {
        if cache.starts(with: inventory) {
            throw WorkflowError("the cache '\(path)' lies in the inventory: keep it somewhere else, with --cache")
        }
    }

    /// The absolute path's parts, symbolic links followed as far as the path exists.
    private static func components(_ path: String) -> [String] {
        let base = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        var existing = URL(filePath: path, relativeTo: base).standardizedFileURL
        var missing: [String] = []
        while existing.pathComponents.count > 1, !FileManager.default.fileExists(atPath: existing.path) {
            missing.append(existing.lastPathComponent)
            existing = existing.deletingLastPathComponent()
        }
        return existing.resolvingSymlinksInPath().pathComponents + missing.reversed()
    }
}
