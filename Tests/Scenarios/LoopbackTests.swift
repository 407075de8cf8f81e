import Foundation
import TestSupport
import Testing

@Suite("The main job on the shipped inventory")
struct LoopbackTests {
    @Test("reconcile finds the two unclaimed addresses and exits with 0; drift then exits with 1")
    func firstRun() throws {
        let workplace = try Workplace.withShippedInventory()
        let reconcile = try workplace.ipam("reconcile", "-o", "oneline")
        #expect(reconcile.code == 0, "\(reconcile.errors)")
        #expect(reconcile.output == Self.drift)
        let written = workplace.directory.paths()
        for output in ["out/drift.md", "out/addresses.csv", "out/addresses.json", "out/dns/loop.example.net.zone"] {
            #expect(written.contains(output), "\(output)")
        }
        let drift = try workplace.ipam("drift", "-o", "oneline")
        #expect(drift.code == 1)
        #expect(drift.output == Self.drift)
    }

    @Test("a second run at the same moment changes no byte and no time of change")
    func secondRun() throws {
        let workplace = try Workplace.withShippedInventory()
        #expect(try workplace.ipam("reconcile").code == 0)
        let before = try workplace.files(below: "out/")
        let second = try workplace.ipam("reconcile")
        #expect(second.code == 0)
        #expect(second.errors.contains("no subnet is due"))
        #expect(before.count == 14)
        #expect(try workplace.files(below: "out/") == before)
    }

    @Test("a changed address raises the serial of just the zones it touches")
    func serials() throws {
        let workplace = try Workplace.withShippedInventory()
        #expect(try workplace.ipam("export", "bind", "--out", "dns").code == 0)
        let before = try workplace.files(below: "dns/")
        let file = "inventory/loopback.yaml"
        let text = try #require(workplace.directory.text(of: file))
        try workplace.directory.write(text.replacing("[127.0.10.7]", with: "[127.0.10.6]"), to: file)
        #expect(try workplace.ipam("export", "bind", "--out", "dns").code == 0)
        let after = try workplace.files(below: "dns/")
        let touched = after.filter { before[$0.key] != $0.value }.keys.sorted()
        #expect(touched == ["dns/10.0.127.in-addr.arpa.zone", "dns/loop.example.net.zone"])
        for name in touched {
            #expect(Self.serial(before[name]) == 2_026_112_200, "\(name)")
            #expect(Self.serial(after[name]) == 2_026_112_201, "\(name)")
        }
    }

    @Test("the same inventory gives the same bytes in any time zone, locale and directory")
    func determinism() throws {
        let texts = try [
            ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"], ["TZ": "America/Lima", "LC_ALL": "C"],
        ]
        .map { environment in
            let workplace = try Workplace.withShippedInventory()
            for (format, out) in [("csv", "out/a.csv"), ("json", "out/a.json"), ("bind", "out/dns")] {
                let ending = try workplace.ipam("export", format, "--out", out, environment: environment)
                #expect(ending.code == 0, "\(ending.errors)")
            }
            return try workplace.files(below: "out/").mapValues(\.bytes)
        }
        #expect(texts[0].count == 13)
        #expect(texts[0] == texts[1])
    }

    private static let drift = ["127.0.10.6", "127.0.10.9"].map {
        "inventory/loopback.yaml:5:13: warning: \($0) is in use and nobody claims it [unclaimed-address]\n"
    }.joined()

    /// The serial in a zone file: the third word after `SOA`.
    private static func serial(_ file: Workplace.Snapshot?) -> Int? {
        let words = String(decoding: file?.bytes ?? Data(), as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard let place = words.firstIndex(of: "SOA"), place + 3 < words.count else { return nil }
        return Int(words[place + 3])
    }
}
