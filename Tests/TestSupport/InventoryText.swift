/// The YAML of an inventory as single entries, which can be written into files in any order.
package struct InventoryText: Sendable {
    /// The top-level lists that entries stand in.
    package enum Section: String, CaseIterable, Sendable {
        case sites, vrfs, subnets, devices, reservations, zones, waivers
    }

    /// What stands under `settings`, as a flow mapping; nil for none.
    package var settings: String?
    /// The entries, each a flow mapping on one line.
    package private(set) var entries: [(section: Section, yaml: String)] = []

    /// Makes a text without entries.
    package init(settings: String? = nil) {
        self.settings = settings
    }

    /// Adds an entry to a list.
    package mutating func add(_ section: Section, _ yaml: String) {
        entries.append((section, yaml))
    }

    /// Deals the entries out to files, in an order of the generator's choice.
    ///
    /// - Parameter count: how many files, at least 1.
    package func files(
        _ count: Int, in generator: inout some RandomNumberGenerator
    ) -> [(path: String, text: String)] {
        var parts = [[(section: Section, yaml: String)]](repeating: [], count: count)
        for entry in entries.shuffled(using: &generator) {
            parts[Int.random(in: 0..<count, using: &generator)].append(entry)
        }
        var files: [(path: String, text: String)] = []
        for (index, part) in parts.enumerated() {
            let head = index == 0 ? settings.map { "settings: \($0)\n" } ?? "" : ""
            files.append(("inventory/\(index).yaml", head + Self.text(part)))
        }
        return files.shuffled(using: &generator)
    }

    private static func text(_ entries: [(section: Section, yaml: String)]) -> String {
        var text = ""
        for section in Section.allCases {
            let part = entries.filter { $0.section == section }
            guard !part.isEmpty else { continue }
            text += "\(section.rawValue):\n"
            for entry in part { text += "  - \(entry.yaml)\n" }
        }
        return text
    }
}
