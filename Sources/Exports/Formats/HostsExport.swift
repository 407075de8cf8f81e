import Addressing
import InventoryModel

/// A block for `/etc/hosts`, and for whatever else reads such files.
package struct HostsExport: ExportFormat {
    package let name = "hosts"
    package let summary = "names and addresses as a block for /etc/hosts"
    package let layout = ExportLayout.file

    /// Makes the format.
    package init() {}

    package func render(_ input: ExportInput) -> [ExportedFile] {
        let names = HostNames(input)
        let shortNames = ShortNames(names)
        let aliases = Dictionary(grouping: names.aliases, by: \.target).mapValues { $0.map(\.alias) }
        var text = "# BEGIN ipam: written from the inventory, do not edit\n"
        for entry in names.entries where !entry.address.isLocalhost {
            let known = entry.names + entry.names.flatMap { aliases[$0] ?? [] }
            let words = known.map(\.withoutFinalDot) + known.compactMap { shortNames[$0] }
            text += "\(entry.address)\t\(words.joined(separator: " "))\n"
        }
        text += "# END ipam\n"
        return [ExportedFile(path: "hosts", text: text)]
    }

    package func problems(_ input: ExportInput) -> [ExportProblem] {
        let plan = input.plan
        let localhost = plan.claims.filter { $0.isSingleAddress && $0.address.isLocalhost }.map { claim in
            ExportProblem(
                reason: "\(claim.address) is left to the lines for localhost", span: claim.span, isFatal: false)
        }
        return (HostNames.wildcards(plan) + localhost).sorted { $0.span < $1.span }
    }

    package func entryKey(of line: Substring) -> String? {
        line.first == "#" ? nil : line.split(separator: "\t").first.map(String.init)
    }
}

extension IPAddress {
    /// Whether every system has lines of its own for the address.
    fileprivate var isLocalhost: Bool { [IPAddress(v4: 0x7f00_0001), IPAddress(v6: 1)].contains(self) }
}

/// The first labels that mean one host only, by the names that they stand for.
private struct ShortNames {
    private let counts: [Substring: Int]

    init(_ names: HostNames) {
        let all = Set(names.entries.flatMap(\.names) + names.aliases.map(\.alias))
        counts = Dictionary(all.compactMap { $0.labels.first }.map { ($0, 1) }, uniquingKeysWith: +)
    }

    subscript(name: DomainName) -> String? {
        guard let label = name.labels.first, name.labels.count > 1, counts[label] == 1, label != "localhost",
            DomainName(String(label))?.isHostname == true
        else { return nil }
        return String(label)
    }
}
