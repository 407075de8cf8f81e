import Foundation

/// What to make, as the command line says.
struct Options {
    /// Where the files go.
    let directory: URL
    /// How many devices, each with one interface, one MAC and one address.
    var devices = 100_000
    /// How many files they are spread over.
    var files = 800
    /// What roles, owners and hardware addresses follow from.
    var seed: UInt64 = 1
    /// How many devices stand at another address than the same seed would give them.
    var changes = 0
    /// Whether zones publish all names.
    var hasZones = false

    static let usage = """
        usage: make-inventory DIRECTORY [--devices N] [--files N] [--seed N] [--changes N] [--zones]
        """

    /// Nil if the arguments are not understood.
    init?(_ arguments: some Sequence<String>) {
        var rest = Array(arguments)[...]
        guard let directory = rest.popFirst(), !directory.hasPrefix("-") else { return nil }
        self.directory = URL(filePath: directory)
        while let option = rest.popFirst() {
            if option == "--zones" {
                hasZones = true
                continue
            }
            guard let number = rest.popFirst().flatMap({ UInt64($0) }), let count = Int(exactly: number) else {
                return nil
            }
            switch option {
            case "--devices": devices = count
            case "--files": files = count
            case "--seed": seed = number
            case "--changes": changes = count
            default: return nil
            }
        }
        // All of 10.0.0.0/8 holds this much.
        guard files > 0, files <= 50_000, devices >= files, devices <= 5_000_000, changes <= devices else { return nil }
    }
}
