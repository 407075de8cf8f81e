import Changes
import Chronology
import Findings
import InventoryModel
import Observations
import TestSupport
import Testing

/// Two inventories written as YAML files, compared at a fixed moment.
struct Comparison {
    static let now = Timestamp(seconds: 1_800_014_400)  // 2027-01-15T12:00:00Z

    let pair: InventoryPair
    let sources: SourceFiles
    let changes: ChangeSet

    /// Compares one file with another that takes its place.
    init(_ base: String, _ head: String) {
        self.init(["inventory/a.yaml": base], ["inventory/a.yaml": head])
    }

    /// Compares files by their paths.
    init(_ base: [String: String], _ head: [String: String], sourceLocation: Testing.SourceLocation = #_sourceLocation)
    {
        let paths = Set(base.keys).union(head.keys).sorted()
        func read(_ side: [String: String]) -> (SourceFiles, AddressPlan) {
            let sources = SourceFiles(paths.map { SourceFile(path: $0, bytes: Array((side[$0] ?? "").utf8)) })
            let files = sources.files.indices.filter { !sources.files[$0].bytes.isEmpty }
                .map { SharedFile(sources.files[$0], index: UInt32($0), revisions: [0]) }
            let reading = InventoryReader.read(files, revisions: 1)[0]
            #expect(reading.faults.map(\.message) == [], sourceLocation: sourceLocation)
            return (sources, AddressPlan(reading.inventory))
        }
        let (_, before) = read(base)
        let (files, after) = read(head)
        sources = files
        let changed = paths.indices.filter { base[paths[$0]] != head[paths[$0]] }
        pair = InventoryPair(base: before, head: after, changedFiles: Set(changed.map { UInt32($0) }))
        changes = ChangeSet(pair)
    }

    /// The differences, a short line each.
    var lines: [String] {
        changes.changes.map { change in
            let sides = [change.before, change.after].compactMap(\.self).joined(separator: " -> ")
            return "\(change.action) \(change.kind) \(change.id)" + (sides.isEmpty ? "" : ": \(sides)")
        }
    }

    /// What rules about changes find.
    func findings(seen: NetworkState? = nil, elsewhere: [ForeignClaim] = []) -> [Finding] {
        var context = ChangeContext(
            pair.head, changes, state: seen ?? NetworkState(addresses: [], runs: []), elsewhere: elsewhere,
            sources: sources, now: Self.now
        )
        return context.checkAll()
    }

    /// What the change claims, as another change sees it.
    func foreign(_ revision: String) -> [ForeignClaim] {
        ForeignClaim.all(in: pair, sources: sources, revision: revision)
    }
}
