import Foundation
import TestSupport
import Testing

@Suite("The same inventory gives the same bytes")
struct ReproducibilityTests {
    private static let exports = [
        ("ansible", "hosts.yaml"), ("bind", "dns"), ("csv", "a.csv"), ("dnsmasq", "dnsmasq.conf"), ("hosts", "hosts"),
        ("json", "a.json"), ("kea", "kea"), ("netbox", "netbox"), ("octodns", "octodns"),
        ("prometheus-sd", "targets.json"),
    ]

    private func export(_ workplace: Workplace, environment: [String: String] = [:]) throws -> [String: Workplace
        .Snapshot]
    {
        for (format, path) in Self.exports {
            let ending = try workplace.run(["export", format, "--out", "out/\(path)"], environment: environment)
            #expect(ending.code == 0, "\(format): \(ending.errors)")
        }
        return try workplace.files(below: "out/")
    }

    @Test("in another time zone and locale, and with files in another order")
    func elsewhere() throws {
        let here = try export(try Workplace.withShippedInventory()).mapValues(\.bytes)
        let workplace = try Workplace()
        // Copied in the opposite order, as a file system may list them; the names stay, since two exports tell them.
        let source = Workplace.package.appending(path: "inventory")
        let names = try #require(FileManager.default.enumerator(atPath: source.path(percentEncoded: false)))
            .compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.sorted(by: >)
        for name in names {
            try workplace.directory.write(
                try String(contentsOf: source.appending(path: name), encoding: .utf8), to: "inventory/\(name)")
        }
        let there = try export(
            workplace, environment: ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"])
        #expect(there.mapValues(\.bytes) == here)
    }

    @Test("whatever the order of what stands in the files")
    func reordered() throws {
        let workplace = try Workplace.withShippedInventory()
        let here = try export(workplace)
        // The files' names decide in which order they are read; exports that tell places are another matter.
        let paths = try workplace.files(below: "inventory/").keys.sorted()
        for (index, path) in paths.enumerated() {
            let text = try #require(workplace.directory.text(of: path))
            try workplace.directory.write(text, to: "other/\(paths.count + 10 - index).yaml")
        }
        let placed: Set = ["out/a.csv", "out/a.json"]
        for (format, path) in Self.exports where !placed.contains("out/\(path)") {
            #expect(try workplace.ipam("export", format, "--inventory", "other", "--out", "out/\(path)").code == 0)
        }
        #expect(try workplace.files(below: "out/") == here)
    }

    @Test("months later nothing is touched")
    func later() throws {
        let workplace = try Workplace.withShippedInventory()
        let before = try export(workplace)
        let after = try export(workplace, environment: ["SOURCE_DATE_EPOCH": "1803124800"])
        #expect(after == before)
    }

    @Test("one changed address touches its zones and no other, and their serials go up by the policy")
    func oneChange() throws {
        let workplace = try Workplace.withShippedInventory()
        #expect(try workplace.ipam("export", "bind", "--out", "dns").code == 0)
        let before = try workplace.files(below: "dns/")
        let servers = try #require(workplace.directory.text(of: "inventory/lon1/servers.yaml"))
        try workplace.directory.write(
            servers.replacing("addresses: [192.0.2.14]", with: "addresses: [192.0.2.16]"),
            to: "inventory/lon1/servers.yaml")
        #expect(try workplace.ipam("export", "bind", "--out", "dns").code == 0)
        let after = try workplace.files(below: "dns/")
        let touched = after.filter { $0.value != before[$0.key] }.keys.sorted()
        #expect(touched == ["dns/2.0.192.in-addr.arpa.zone", "dns/lon1.example.net.zone"])
        for path in touched {
            #expect(workplace.directory.text(of: path)?.contains(" 2026112201 ") == true)
        }
    }
}
