import ChangeReports
import Changes
import Findings
import InventoryModel

/// Reports on changes between inventories that are written as YAML.
enum Sample {
    /// The report on a change of one file.
    static func report(
        _ base: String, _ head: String, path: String = "inventory/a.yaml", findings: [Finding] = [],
        resolved: [Finding] = [], persisting: Int = 0, revision: String = "main", allowed: Int? = nil,
        notices: [String] = []
    ) -> ChangeReport {
        func read(_ text: String) -> (SourceFiles, InventoryReading) {
            let sources = SourceFiles([SourceFile(path: path, bytes: Array(text.utf8))])
            return (sources, InventoryReader.read(sources))
        }
        let (before, after) = (read(base), read(head))
        let pair = InventoryPair(
            base: AddressPlan(before.1.inventory), head: AddressPlan(after.1.inventory),
            changedFiles: base == head ? [] : [0])
        let changes = ChangeSet(pair)
        return ChangeReport(
            base: .init(name: revision, id: String(repeating: "a", count: 40)),
            head: .init(name: revision, id: nil),
            changes: changes,
            safety: SafetyVerdict(
                changes.removals, limits: SafetyLimits(pair.base.inventory.settings), allowed: allowed),
            findings: FindingList(settled: findings),
            resolved: resolved, persisting: persisting, sources: (base: before.0, head: after.0), rules: [],
            notices: notices
        )
    }

    /// An inventory of so many devices with names in DNS and DHCP reservations.
    static func inventory(devices: Int, from first: Int = 0) -> String {
        let entries = (first..<(first + devices)).map { number in
            let (third, fourth) = (number / 250, number % 250 + 1)
            let mac = String(0x02_00_5e_000000 + number, radix: 16)
            let digits = String(repeating: "0", count: 12 - mac.count) + mac
            let pairs = stride(from: 0, to: 12, by: 2).map { String(digits.dropFirst($0).prefix(2)) }
            return "  - {name: d\(number), interfaces: [{name: eth0, mac: \(pairs.joined(separator: ":")), "
                + "addresses: [10.0.\(third).\(fourth)]}]}\n"
        }
        return """
            settings: {dns: {contact: a@example.net, nameservers: [ns1.example.com]}}
            subnets: [{prefix: 10.0.0.0/16, zone: example.net, dhcp: {id: 1}}]
            zones: [{name: example.net}, {reverse: 10.0.0.0/16}]
            devices:
            \(entries.isEmpty ? "  []\n" : entries.joined())
            """
    }
}
