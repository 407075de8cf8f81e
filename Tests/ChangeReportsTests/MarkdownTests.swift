import ChangeReports
import Changes
import Findings
import Reports
import Testing

@Suite("Changes as Markdown")
struct MarkdownTests {
    private func render(_ report: ChangeReport) -> String { report.render(as: MarkdownReport(), style: .plain) }

    @Test("counts stand before everything else")
    func counts() {
        let text = render(Sample.report(Sample.inventory(devices: 3), Sample.inventory(devices: 3, from: 1)))
        #expect(
            text.hasPrefix(
                """
                ## What this change means

                **addresses: 1 freed, 1 claimed; objects: 1 removed, 1 added; DNS records: 2 removed, 2 added; \
                DHCP reservations: 1 removed, 1 added**

                """))
    }

    @Test("a change of 3,000 devices fits into a comment, tables folded and closed, the rest counted")
    func limit() {
        let text = render(Sample.report(Sample.inventory(devices: 3000), Sample.inventory(devices: 3000, from: 3000)))
        #expect(text.utf8.count <= 65_536)
        #expect(text.utf8.count > 50_000)
        #expect(text.ranges(of: "<details>").count == text.ranges(of: "</details>").count)
        #expect(text.contains("**addresses: 3000 freed, 3000 claimed;"))
        #expect(text.contains(" more\n"))
    }

    @Test("a small limit is kept, whatever there is to say", arguments: [4096, 8192, 20_000])
    func smallLimit(limit: Int) {
        let report = Sample.report(
            Sample.inventory(devices: 500), Sample.inventory(devices: 500, from: 600),
            notices: Array(repeating: "a notice that takes some room", count: 50))
        #expect(report.summary(limit: limit).utf8.count <= limit)
    }

    @Test("short tables are open, long ones are folded")
    func folds() {
        let short = render(Sample.report(Sample.inventory(devices: 0), Sample.inventory(devices: 5)))
        #expect(!short.contains("<details>"))
        let long = render(Sample.report(Sample.inventory(devices: 0), Sample.inventory(devices: 30)))
        #expect(long.contains("<details><summary>30 lines</summary>\n\n|"))
    }

    @Test("findings that are all waived are counted, without a table that has no rows")
    func waived() {
        var finding = Finding(
            rule: "duplicate-address", severity: .error, message: "m", location: nil,
            subject: Subject(.setting, "s"))
        finding.waiver = WaiverNote(reason: "r", owner: "o", expires: "2027-01-01")
        let text = render(
            Sample.report(Sample.inventory(devices: 3), Sample.inventory(devices: 4), findings: [finding]))
        #expect(text.contains("### New findings: 0 errors, 0 warnings, 0 notes; 1 waived\n"), "\(text)")
        #expect(!text.contains("| Severity |"))
    }

    @Test("no change says so and nothing else")
    func noChange() {
        let text = render(Sample.report(Sample.inventory(devices: 3), "# moved\n" + Sample.inventory(devices: 3)))
        #expect(text.contains("**No change**"))
        #expect(!text.contains("removal"))
        #expect(!text.contains("###"))
    }

    @Test("a safety stop names the number that would acknowledge it")
    func safetyStop() {
        let report = Sample.report(Sample.inventory(devices: 20), Sample.inventory(devices: 10))
        #expect(report.isStopped)
        #expect(render(report).contains("**Safety stop: --allow-removals 40 would acknowledge it**"))
        let allowed = Sample.report(Sample.inventory(devices: 20), Sample.inventory(devices: 10), allowed: 40)
        #expect(!allowed.isStopped)
        #expect(render(allowed).contains("40 removals, all acknowledged"))
        let wrong = Sample.report(Sample.inventory(devices: 20), Sample.inventory(devices: 10), allowed: 39)
        #expect(render(wrong).contains("39 removals were acknowledged, and the change makes 40"))
    }
}
