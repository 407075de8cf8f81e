import Addressing
import Foundation
import TestSupport
import Testing
import ZoneData

@Suite(
    "A real name server serves the zones",
    .enabled(if: NameServer.isWanted, "named or dig is not installed: .ci/install"))
struct ServedZoneTests {
    /// How many inventories are served; `IPAM_SERVED_INVENTORIES` says otherwise.
    private static let seeds =
        0..<(ProcessInfo.processInfo.environment["IPAM_SERVED_INVENTORIES"].flatMap(UInt64.init) ?? 3)

    @Test("what a transfer of each zone brings is what was derived, record for record", arguments: seeds)
    func transfers(seed: UInt64) throws {
        var inventory = RandomInventory(seed: seed)
        let fixture = ZoneFixture(inventory.yaml())
        let zones = fixture.zones.zones.filter { $0.isComplete(fixture.zones.problems) }
        let probe = try #require(zones.first)
        let folder = try TemporaryDirectory()
        for zone in zones {
            try folder.write(
                ZoneFile.render(zone, previous: nil, now: ZoneFixture.now), to: ZoneFile.name(of: zone.name))
        }
        let server = try NameServer(
            in: folder.url, zones: ServerConfiguration.text(zones), probe: probe.name.description)
        for zone in zones {
            let served = try server.transfer(zone.name.description).map(RecordLine.canonical)
            #expect(
                served.filter { !$0.contains("INSOA") }.sorted() == zone.records.map(RecordLine.canonical).sorted(),
                "seed \(seed), \(zone.name)")
            #expect(served.count { $0.contains("INSOA") } == 1, "seed \(seed), \(zone.name)")
        }
    }

    @Test("so many names are served as they were derived, and accepted by both checkers")
    func manyNames() throws {
        let count = ProcessInfo.processInfo.environment["IPAM_SERVED_NAMES"].flatMap(Int.init) ?? 1_000
        let devices = (0..<count).map { index in
            let address = "10.\(index >> 16 & 255).\(index >> 8 & 255).\(index & 255)"
            return "  - {name: h\(index), interfaces: [{name: e0, addresses: [\(address)]}]}\n"
        }
        let fixture = ZoneFixture(
            dnsSettings + """
                subnets: [{prefix: 10.0.0.0/8, zone: a.test}]
                zones: [{name: a.test}, {reverse: 10.0.0.0/8}]
                devices:
                \(devices.joined())
                """)
        let folder = try TemporaryDirectory()
        for zone in fixture.zones.zones {
            let file = ZoneFile.name(of: zone.name)
            try folder.write(ZoneFile.render(zone, previous: nil, now: ZoneFixture.now), to: file)
            for checker in ZoneChecker.allCases {
                let ending = try checker.check("\(zone.name)", folder.url.appending(path: file))
                #expect(ending.code == 0, "\(checker.rawValue): \(ending.output.suffix(500))")
            }
        }
        let server = try NameServer(
            in: folder.url, zones: ServerConfiguration.text(fixture.zones.zones), probe: "a.test")
        for zone in fixture.zones.zones {
            let served = try server.transfer(zone.name.description).map(RecordLine.canonical)
            #expect(zone.records.count == count + 2)
            #expect(Set(served.filter { !$0.contains("INSOA") }) == Set(zone.records.map(RecordLine.canonical)))
        }
    }
}
