import Foundation
import TestSupport
import Testing

@Suite("The sticky comment of a plan", .enabled(if: Forge.isUsable, "not installed: apt install python3"))
struct StickyCommentTests {
    private static let head = "0123456789012345678901234567890123456789"
    private static let plan = """
        ## What this change means

        **1 address claimed, 0 freed**

        | Action | What |
        | --- | --- |
        | claim | `192.0.2.7` |
        | claim | ``a \\| b ` @team <b> `` |

        """

    private let forge: Forge

    init() throws {
        forge = try Forge()
        try forge.files.write(
            """
            [{"number": 5, "state": "open", "head": {"sha": "\(Self.head)", "repo": {"full_name": "fork/network"}}},
             {"number": 6, "state": "open", "head": {"sha": "\(Self.head)", "repo": {"full_name": "org/network"}}},
             {"number": 8, "state": "open", "head": {"sha": "\(Self.head)", "repo": null}}]
            """, to: "pulls.json")
        try leave(Self.plan)
    }

    private func leave(_ plan: String, number: String = "5\n") throws {
        try forge.files.write(plan, to: "artifact/plan.md")
        try forge.files.write(number, to: "artifact/pull-request")
    }

    private func comment(sha: String = head) throws -> (ending: Program.Ending, calls: [Forge.Call]) {
        try forge.run(
            "sticky-comment/sticky-comment", in: forge.files.path,
            environment: ["RUN_ID": "7", "HEAD_SHA": sha, "HEAD_REPOSITORY": "fork/network"])
    }

    @Test("is made once, left alone while the plan is the same, and edited when it changes")
    func life() throws {
        let made = try comment().calls
        #expect(made.map(\.call) == ["POST issues/5/comments"])
        #expect(made.first?.body == "<!-- ipam:plan -->\n" + Self.plan)
        #expect(try comment().calls == [])
        try leave("No change.\n")
        #expect(try comment().calls.map(\.call) == ["PATCH issues/comments/1000"])
    }

    @Test("someone else's comment with the same mark is not edited")
    func impostor() throws {
        try forge.files.write(
            "[{\"id\": 1, \"issue\": 5, \"user\": {\"login\": \"mallory\"}, \"body\": \"<!-- ipam:plan -->\"}]",
            to: "comments.json")
        #expect(try comment().calls.map(\.call) == ["POST issues/5/comments"])
    }

    @Test("a pull request with another head, or from another repository, is not commented", arguments: ["6", "8"])
    func wrongPullRequest(number: String) throws {
        try leave(Self.plan, number: number)
        #expect(try comment().calls == [])
        #expect(try comment(sha: "f").calls == [])
    }

    @Test(
        "what is no number of a pull request is refused",
        arguments: ["", "0", "-5", "5 5", "5/../6", "5\n6", "99999999999", "https://example.net/5"])
    func wrongNumber(number: String) throws {
        try leave(Self.plan, number: number)
        let (ending, calls) = try comment()
        #expect(ending.code == 1)
        #expect(calls == [])
    }

    @Test(
        "text that is not plainly a report of ours is shown as code",
        arguments: [
            "@everyone", "[here](https://example.net)", "![](https://example.net/a.png)", "<img src=x>",
            "<details><summary>@team</summary>", "www.example.net", "https://example.net", "see #1", "org/other#1",
            "GH-12", "a@example.net", "&lt;",
            "\\`@team\\`", "| ` | @team ` |", "| `a\\\\| @team | b` |", "`a``", "[a]: b", "```\n@team", "> quote",
            "a\u{202e}b",
        ])
    func hostileText(text: String) throws {
        try leave("## Plan\n\n\(text)\n")
        let body = try #require(try comment().calls.first?.body)
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        let fence = try #require(lines.dropFirst().first?.prefix { $0 == "`" })
        #expect(fence.count >= 3)
        #expect(lines[1] == fence + "text" && lines.suffix(2) == [fence, ""])
        #expect(!lines.dropFirst(2).dropLast(2).contains { $0.contains(fence) })
    }

    @Test("reports of ours are taken for what they are", arguments: ["plan", "plan-folded", "drift"])
    func ownReport(name: String) throws {
        let file = Workplace.package.appending(path: "Tests/Scenarios/Cases/\(name)/expected/files/\(name).md")
        let report = try name == "plan-folded" ? foldedPlan() : String(contentsOf: file, encoding: .utf8)
        try leave(report)
        #expect(try comment().calls.first?.body == "<!-- ipam:plan -->\n" + report)
    }

    /// A plan with a table that is long enough to be folded.
    private func foldedPlan() throws -> String {
        let workplace = try Workplace(inventory: "sites: [{name: a}]\n")
        try workplace.shell("git init -q && git add . && git -c user.name=a -c user.email=a@example.net commit -qm a")
        let sites = (0..<30).map { "{name: s\($0)}" }.joined(separator: ", ")
        try workplace.directory.write("sites: [\(sites)]\n", to: "inventory/all.yaml")
        let plan = try workplace.ipam("plan", "--base", "HEAD", "-o", "markdown")
        #expect(plan.output.contains("<details>"), "\(plan.output)\(plan.errors)")
        return plan.output
    }

    @Test("a change that means nothing is no reason to begin talking, but a reason to correct what was said")
    func noChange() throws {
        let nothing = "## What this change means\n\n**No change**\n\nFrom the merge base of `main`\n"
        try leave(nothing)
        #expect(try comment().calls == [])
        try leave(Self.plan)
        #expect(try comment().calls.map(\.call) == ["POST issues/5/comments"])
        try leave(nothing)
        #expect(try comment().calls.map(\.call) == ["PATCH issues/comments/1000"])
    }

    @Test("a plan that is too long is cut at the end of a line")
    func long() throws {
        try leave(String(repeating: "| claim | `192.0.2.7` |\n", count: 5000))
        let body = try #require(try comment().calls.first?.body)
        #expect(body.utf8.count <= 65_536)
        #expect(body.hasSuffix("|\n\nThe plan is longer than a comment may be, and was cut here.\n"))
    }

    @Test("an archive that unpacks to 30 MB costs no more than one comment")
    func bomb() throws {
        try leave(String(repeating: "\n", count: 30 << 20))
        let (ending, calls) = try comment()
        #expect(ending.code == 0)
        #expect(calls.first?.body?.utf8.count ?? .max <= 65_536)
    }

    @Test(
        "an archive that is large, broken, incomplete or not UTF-8 is refused",
        arguments: ["large", "broken", "incomplete", "encoding"])
    func wrongArchive(sort: String) throws {
        switch sort {
        case "large": try forge.files.write((0..<100_000).map { "\($0 &* 7919)" }.joined(), to: "artifact/more")
        case "broken": try forge.files.write("PK\u{3}\u{4}", to: "artifact.zip")
        case "incomplete": try FileManager.default.removeItem(atPath: forge.files.path + "/artifact/plan.md")
        default: try Data([0x66, 0xff]).write(to: forge.files.url.appending(path: "artifact/plan.md"))
        }
        let (ending, calls) = try comment()
        #expect(ending.code == 1)
        #expect(ending.errors.hasPrefix("error: the "), "\(ending.errors)")
        #expect(calls == [])
    }

    @Test("a run that left nothing behind is passed over")
    func nothing() throws {
        try FileManager.default.removeItem(atPath: forge.files.path + "/artifact")
        let (ending, calls) = try comment()
        #expect(ending.code == 0)
        #expect(calls == [])
    }
}
