/// Paths from the top of a repository, by which hosts find a file in a change.
enum RepositoryPath {
    /// A path given from a directory below the top; one that is absolute, or leads out, stays as it is.
    ///
    /// - Parameter directory: where the path begins, seen from the top: empty, or ending in `/`.
    static func of(_ path: String, in directory: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        var folders = directory.split(separator: "/")
        for part in path.split(separator: "/") where part != "." {
            guard part == ".." else {
                folders.append(part)
                continue
            }
            guard folders.popLast() != nil else { return path }
        }
        return folders.joined(separator: "/")
    }
}
