import Findings

/// The names that references of one kind may use.
struct DeclaredNames {
    private let names: Set<String>
    private var nearest: [String: String?] = [:]

    init(_ names: some Sequence<String>) {
        self.names = Set(names)
    }

    /// Whether something has this name.
    func contains(_ name: String) -> Bool { names.contains(name) }

    /// What to do about an unknown name: the nearest valid one, or else `otherwise`.
    ///
    /// A name that many objects get wrong in the same way is looked up once.
    mutating func help(for unknown: String, otherwise: String) -> String {
        let known = nearest[unknown] ?? Spelling.nearest(to: unknown, among: names)
        nearest[unknown] = .some(known)
        return known.map { "did you mean '\($0)'?" } ?? otherwise
    }
}
