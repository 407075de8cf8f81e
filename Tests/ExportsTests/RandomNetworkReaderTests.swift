import Exports
import Foundation
import TestSupport
import Testing

@Suite(
    "Programs accept the exports of networks at random",
    .enabled(if: Program.areWanted("kea-dhcp4", "kea-dhcp6", "dnsmasq"), "not installed: .ci/install"))
struct RandomNetworkReaderTests {
    /// How many networks are made; `IPAM_CHECKER_INVENTORIES` says otherwise.
    private static let seeds =
        0..<(ProcessInfo.processInfo.environment["IPAM_CHECKER_INVENTORIES"].flatMap(UInt64.init) ?? 10)

    @Test("Kea's servers and dnsmasq read what is written for them")
    func dhcp() throws {
        let kea = try ["4", "6"].map { digit in (digit, try #require(Program(installed: "kea-dhcp\(digit)"))) }
        let dnsmasq = try #require(Program(installed: "dnsmasq"))
        for seed in Self.seeds {
            var network = RandomNetwork(seed: seed)
            let input = ExportFixture(network.yaml()).input
            // A subnet without an id is fatal to the export for Kea, and told as such.
            let isForKea = !KeaExport().problems(input).contains(where: \.isFatal)
            let folder = try TemporaryDirectory()
            for file in KeaExport().render(input) + DnsmasqExport().render(input) {
                try folder.write(String(decoding: file.bytes, as: UTF8.self), to: file.path)
            }
            for (digit, server) in kea where isForKea {
                let ending = try server.run(["-t", "kea-dhcp\(digit).json"], in: folder.path)
                #expect(ending.code == 0, "seed \(seed): \(ending.output)\(ending.errors)")
            }
            let ending = try dnsmasq.run(["--test", "-C", "dnsmasq.conf"], in: folder.path)
            #expect(ending.code == 0, "seed \(seed): \(ending.errors)")
        }
    }
}
