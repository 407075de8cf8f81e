import Foundation
import TestSupport
import Testing

@Suite("The rolling issue of drift", .enabled(if: Forge.isUsable, "not installed: apt install python3"))
struct RollingIssueTests {
    private let forge: Forge
    private let network: SeenNetwork

    init() throws {
        forge = try Forge()
        network = try SeenNetwork()
    }

    /// What the script does after a scan that found hosts 2 and up alive, of which some are claimed.
    private func step(claimed: [Int], alive: [Int], isComplete: Bool = true) throws -> [Forge.Call] {
        try network.claim(claimed)
        return try keep(network.drift(alive: alive, isComplete: isComplete))
    }

    private func keep(_ ending: Program.Ending) throws -> [Forge.Call] {
        try keep(status: "\(ending.code)")
    }

    private func keep(status: String, key: String = "lab") throws -> [Forge.Call] {
        let (ending, calls) = try forge.run(
            "rolling-issue/rolling-issue", [key, status, "drift.json", "drift.md"],
            in: network.workplace.directory.path)
        #expect(ending.code == 0, "\(ending.errors)")
        return calls
    }

    @Test("its whole life: opened, left alone, edited, edited, closed, reopened")
    func life() throws {
        let opened = try step(claimed: [2], alive: [2, 3, 4])
        #expect(opened.map(\.call) == ["POST issues"])
        #expect(opened.first?.title == "Network drift at lab: 2 warnings")
        #expect(opened.first?.labels == ["ipam-drift"])

        let same = try step(claimed: [2], alive: [2, 3, 4])
        #expect(same == [])

        let more = try step(claimed: [2], alive: [2, 3, 4, 5])
        #expect(more.map(\.call) == ["PATCH issues/1"])
        #expect(more.first?.body?.contains("\n1 new, 2 persisting, 0 resolved.\n") == true)

        let fewer = try step(claimed: [2, 3], alive: [2, 3, 4])
        #expect(fewer.map(\.call) == ["PATCH issues/1"])
        #expect(fewer.first?.body?.contains("\n0 new, 1 persisting, 2 resolved.\n") == true)

        let clean = try step(claimed: [2, 3, 4], alive: [2, 3, 4])
        #expect(clean.map(\.call) == ["POST issues/1/comments", "PATCH issues/1"])
        #expect(clean.last?.state == "closed")
        #expect(try step(claimed: [2, 3, 4], alive: [2, 3, 4]) == [])

        let again = try step(claimed: [2, 3, 4], alive: [2, 3, 4, 6])
        #expect(again.map(\.call) == ["PATCH issues/1"])
        #expect(again.first?.state == "open")
    }

    @Test("closed by hand while there is drift, it is reopened; closed long ago, it stays so and another is opened")
    func closedByHand() throws {
        _ = try step(claimed: [2], alive: [2, 3])
        try edit("\"state\": \"open\"", to: "\"state\": \"closed\"")
        try edit("\"closed_at\": null", to: "\"closed_at\": \"2999-01-01T00:00:00Z\"")
        let reopened = try step(claimed: [2], alive: [2, 3])
        #expect(reopened.map(\.call) == ["PATCH issues/1"])
        #expect(reopened.first?.state == "open")

        try edit("\"state\": \"open\"", to: "\"state\": \"closed\"")
        try edit("\"closed_at\": null", to: "\"closed_at\": \"2020-01-01T00:00:00Z\"")
        #expect(try step(claimed: [2], alive: [2, 3]).map(\.call) == ["POST issues"])
    }

    private func edit(_ old: String, to new: String) throws {
        let text = try #require(forge.files.text(of: "issues.json"))
        #expect(text.contains(old))
        try forge.files.write(text.replacingOccurrences(of: old, with: new), to: "issues.json")
    }

    @Test("an incomplete scan neither opens nor closes it")
    func incomplete() throws {
        try network.claim([2])
        let unknown = try network.drift(alive: [2, 3], isComplete: false)
        #expect(unknown.code == 4)
        #expect(try keep(unknown) == [])

        _ = try step(claimed: [2], alive: [2, 3])
        try FileManager.default.removeItem(atPath: network.workplace.directory.path + "/.ipam")
        let forgotten = try network.drift(alive: [2], isComplete: false)
        #expect(forgotten.code == 4)
        #expect(try keep(forgotten) == [])
    }

    @Test("a run that failed changes nothing, whatever reports lie around")
    func failed() throws {
        _ = try step(claimed: [2], alive: [2, 3])
        try network.workplace.directory.write("devices: 3\n", to: "inventory/lan.yaml")
        let failed = try network.drift(alive: [2])
        #expect(failed.code == 2)
        #expect(try keep(failed) == [])
        for status in ["3", "64", "130", ""] { #expect(try keep(status: status) == []) }
    }

    @Test("a report that is not there or is cut short is told, and changes nothing")
    func noReport() throws {
        func attempt() throws -> (ending: Program.Ending, calls: [Forge.Call]) {
            try forge.run(
                "rolling-issue/rolling-issue", ["lab", "1", "drift.json", "drift.md"],
                in: network.workplace.directory.path)
        }
        let missing = try attempt()
        #expect(missing.ending.code == 1 && missing.calls == [])
        #expect(missing.ending.errors.hasPrefix("error: cannot read the report drift.json"), "\(missing.ending.errors)")
        try network.workplace.directory.write(#"{"format_version": 1,"#, to: "drift.json")
        let short = try attempt()
        #expect(short.ending.code == 1 && short.calls == [])
        #expect(short.ending.errors.hasPrefix("error: drift.json is no JSON"), "\(short.ending.errors)")
    }

    @Test("errors of the inventory are no news about the network")
    func brokenInventory() throws {
        _ = try step(claimed: [2], alive: [2, 3])
        try network.workplace.directory.write("devices: 3\n", to: "inventory/lan.yaml")
        let ending = try network.workplace.ipam("reconcile", "-o", "json=drift.json", "-o", "markdown=drift.md")
        #expect(ending.code == 1)
        #expect(try keep(ending) == [])
    }

    @Test("each place has an issue of its own")
    func places() throws {
        #expect(try step(claimed: [2], alive: [2, 3]).map(\.call) == ["POST issues"])
        #expect(try keep(status: "1", key: "paris").map(\.call) == ["POST issues"])
        #expect(try keep(status: "1", key: "paris") == [])
        let ending = try forge.run("rolling-issue/rolling-issue", ["a b", "1", "drift.json", "drift.md"], in: "/")
            .ending
        #expect(ending.code == 1)
    }

    @Test("an issue that someone else marked, without the label, is not taken for it")
    func impostor() throws {
        try forge.files.write(
            """
            [{"number": 1, "state": "open", "closed_at": null, "updated_at": "2999-01-01T00:00:00Z", "labels": [],
              "title": "", "body": "<!-- ipam:drift key=lab -->"}]
            """, to: "issues.json")
        #expect(try step(claimed: [2], alive: [2, 3]).map(\.call) == ["POST issues"])
    }

    @Test("a new error is told in a comment, by its rule's name alone")
    func newError() throws {
        try writeReport(["a0": "warning"])
        _ = try keep(status: "1")
        try writeReport(["a0": "warning", "a1": "error"])
        let calls = try keep(status: "1")
        #expect(calls.map(\.call) == ["PATCH issues/1", "POST issues/1/comments"])
        #expect(calls.last?.body?.hasPrefix("New errors: `mac-mismatch`. ") == true)
    }

    @Test("thousands of findings and the longest report fit into an issue, and the same ones are known again")
    func large() throws {
        let severities = Dictionary(uniqueKeysWithValues: (0..<3000).map { ("f\($0)", "warning") })
        try writeReport(severities, markdown: String(repeating: "| `unclaimed-address` | `\u{1f600}` |\n", count: 4000))
        let opened = try keep(status: "1")
        let body = try #require(opened.first?.body)
        #expect(body.unicodeScalars.count <= 65_536 && body.unicodeScalars.count > 60_000)
        #expect(body.contains("|\n\nThe report is longer than an issue may be, and was cut here.\n"))
        #expect(try keep(status: "1") == [])
    }

    private func writeReport(_ severities: [String: String], markdown: String = "## Network drift\n") throws {
        let findings = severities.map { fingerprint, severity in
            "{\"fingerprint\": \"\(fingerprint)\", \"severity\": \"\(severity)\", \"rule\": \"mac-mismatch\", "
                + "\"waiver\": null}"
        }
        try network.workplace.directory.write(
            "{\"format_version\": 1, \"findings\": [\(findings.joined(separator: ", "))], \"scans\": []}",
            to: "drift.json")
        try network.workplace.directory.write(markdown, to: "drift.md")
    }
}
