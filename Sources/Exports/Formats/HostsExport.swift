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
        var text = "\(Self.begin): written from the inventory, do not edit\n"
        for entry in names.entries where !entry.address.isLocalhost {
            let known = entry.names + entry.names.flatMap { aliases[$0] ?? [] }
            let words = known.map(\.withoutFinalDot) + known.compactMap { shortNames[$0] }
            text += "\(entry.address)\t\(words.joined(separator: " "))\n"
        }
        text += "\(Self.end)\n"
        return [ExportedFile(path: "hosts", text: text)]
    }

    private static let begin = "# BEGIN ipam"
    private static let end = "# END ipam"

    /// Puts the block where the last one was, or behind all else.
    package func placed(_ text: String, in old: String) -> String? {
        let lines = old.split(separator: "\n", omittingEmptySubsequences: false)
        let begins = lines.indices.filter { lines[$0].hasPrefix(Self.begin) }
        let ends = lines.indices.filter { lines[$0].hasPrefix(Self.end) }
        guard begins.count < 2, begins.count == ends.count else { return nil }
        guard let first = begins.first, let last = ends.first else {
            return old + (old.isEmpty || old.utf8.last == UInt8(ascii: "\n") ? "" : "\n") + text
        }
        guard first < last else { return nil }
        let (above, below) = (lines[..<first], lines[(last + 1)...])
        return above.map { $0 + "\n" }.joined() + text + below.joined(separator: "\n")
    }

    package func problems(_ input: ExportInput) -> [ExportProblem] {
        let plan = input.plan
        let localhost = plan.claims.filter { $0.isSingleAddress && $0.address.isLocalhost }.map { claim in
            ExportProblem(
                reason: "\(claim.address) is left to the lines for localhost", span: claim.span, isFatal: false)
        }
        return (HostNames.wildcards(plan) + localhost).sorted { $0.span < $1.span }
    }

    /// Whatever is in the file stays there.
    package func isOwn(_ text: String) -> Bool { true }

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

    /// What systems call themselves, and groups that every host is in, in the lines that they bring along.
    private static let taken: Set<Substring> = [
        "localhost", "localhost4", "localhost6", "loopback", "broadcasthost", "ip6-localhost", "ip6-loopback",
        "ip6-localnet", "ip6-mcastprefix", "ip6-allnodes", "ip6-allrouters", "ip6-allhosts", "ipv6-localhost",
        "ipv6-loopback",
    ]

    init(_ names: HostNames) {
        let all = Set(names.entries.flatMap(\.names) + names.aliases.map(\.alias))
        counts = Dictionary(all.compactMap { $0.labels.first }.map { ($0, 1) }, uniquingKeysWith: +)
    }

    subscript(name: DomainName) -> String? {
        guard let label = name.labels.first, name.labels.count > 1, counts[label] == 1, !Self.taken.contains(label),
            DomainName(String(label))?.isHostname == true
        else { return nil }
        return String(label)
    }
}
