import Addressing
import Foundation
import InventoryModel
import TestSupport
import Testing
import ZoneData

@Suite(
    "Name servers accept the zones",
    .enabled(
        if: ZoneChecker.areWanted, "named-checkzone and nsd-checkzone are not installed: apt install bind9-utils nsd")
)
struct ZoneCheckerTests {
    /// How many inventories are made; `IPAM_CHECKER_INVENTORIES` says otherwise.
    private static let seeds =
        0..<(ProcessInfo.processInfo.environment["IPAM_CHECKER_INVENTORIES"].flatMap(UInt64.init) ?? 25)

    @Test("whatever the inventory says, its zones load, and hold exactly the records that were derived")
    func randomInventories() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ipam-zones-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var checked = 0
        for seed in Self.seeds {
            var inventory = RandomInventory(seed: seed)
            let yaml = inventory.yaml()
            let fixture = ZoneFixture(yaml)
            for zone in fixture.zones.zones where zone.isComplete(fixture.zones.problems) {
                let file = folder.appending(path: ZoneFile.name(of: zone.name))
                let text = ZoneFile.render(zone, previous: nil, now: ZoneFixture.now)
                try Data(text.utf8).write(to: file)
                for checker in ZoneChecker.allCases {
                    let result = try checker.check("\(zone.name)", file)
                    #expect(
                        result.code == 0, "seed \(seed), \(checker.rawValue): \(result.output)\(result.errors)\n\(text)"
                    )
                }
                let served = try ZoneChecker.dump("\(zone.name)", file).map(RecordLine.canonical).filter {
                    !$0.contains("INSOA")
                }
                #expect(
                    served.sorted() == zone.records.map(RecordLine.canonical).sorted(), "seed \(seed), \(zone.name)")
                checked += 1
            }
        }
        #expect(checked > Self.seeds.count, "too few zones were complete enough to be checked")
    }
}
