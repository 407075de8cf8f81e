import Chronology
import Findings
import Testing

@Suite("FindingList")
struct FindingListTests {
    private let today = CalendarDate(daysSinceEpoch: 20_000)

    private func finding(
        _ rule: RuleID = "duplicate-address", _ id: String = "192.0.2.7", severity: Severity = .error,
        line: Int? = nil, path: String = "a.yaml", message: String = "m"
    ) -> Finding {
        Finding(
            rule: rule, severity: severity, message: message,
            location: line.map { SourceLocation(path: path, line: $0, column: 1, endLine: $0, endColumn: 2) },
            subject: Subject(.address, id))
    }

    private func waiver(_ rule: String, _ subject: String, until day: Int) -> Waiver {
        let span = SourceSpan(file: 0, start: 0, end: 0)
        return Waiver(
            rule: Located(rule, at: span), subject: Located(subject, at: span), reason: "r", owner: "o",
            expires: Located(CalendarDate(daysSinceEpoch: day), at: span), span: span)
    }

    @Test("a fingerprint is the same in every release and on every platform")
    func fingerprints() {
        #expect(finding().fingerprint.description == "e8e7bdf9d300093e")
        let second = Fingerprint(rule: "duplicate-address", subject: Subject(.address, "192.0.2.7"), ordinal: 1)
        #expect(second.description == "65ee5e1be5af91d1")
    }

    @Test("a fingerprint survives edits and moves")
    func moves() {
        let moved = finding(line: 90, path: "b.yaml", message: "other words")
        #expect(finding(line: 1).fingerprint == moved.fingerprint)
    }

    @Test("a fingerprint tells rule, kind and name apart")
    func distinctFingerprints() {
        let subjects = [
            Subject(.address, "a"), Subject(.device, "a"), Subject(.address, "b"), Subject(.address, "a", vrf: "lab"),
        ]
        let all = subjects.flatMap { subject in
            ["r", "s"].map { Fingerprint(rule: $0, subject: subject, ordinal: 0) }
        }
        #expect(Set(all).count == 8)
    }

    @Test("findings stand in order of path, line, rule and subject; those without a place come last")
    func order() {
        let sorted = [
            finding("b", line: 2), finding("a", "1", line: 10), finding("a", "2", line: 10), finding("b", line: 10),
            finding("a", line: 1, path: "b.yaml"), finding("a"), finding("b"),
        ]
        func places(_ findings: [Finding]) -> [String] {
            findings.map { "\($0.rule) \($0.subject.id) \($0.location?.path ?? "-"):\($0.location?.line ?? 0)" }
        }
        let list = FindingList(sorted.reversed(), waivers: [], today: today)
        #expect(places(list.all) == places(sorted))
    }

    @Test("equal rule and subject get fingerprints of their own, in order")
    func ordinals() {
        let list = FindingList([finding(line: 3), finding(line: 1), finding(line: 2)], waivers: [], today: today)
        let subject = Subject(.address, "192.0.2.7")
        #expect(
            list.all.map(\.fingerprint)
                == (0...2).map { Fingerprint(rule: "duplicate-address", subject: subject, ordinal: $0) })
        #expect(list.all.map { $0.location?.line } == [1, 2, 3])
    }

    @Test("a waiver holds on its last day and not on the next", arguments: [(20_001, 1), (20_000, 1), (19_999, 0)])
    func lastDay(expires: Int, waived: Int) {
        let list = FindingList(
            [finding()], waivers: [waiver("duplicate-address", "192.0.2.7", until: expires)], today: today)
        #expect(list.waived.count == waived)
        #expect(list.count(.error) == 1 - waived)
    }

    @Test("a waiver covers its own rule and subject only")
    func coverage() {
        let waivers = [waiver("duplicate-address", "192.0.2.7", until: 30_000)]
        let others = [finding("other"), finding("duplicate-address", "192.0.2.8")]
        #expect(FindingList(others + [finding()], waivers: waivers, today: today).open.count == 2)
    }

    @Test("a waiver may name a fingerprint, and then covers that one finding")
    func byFingerprint() {
        let second = Fingerprint(rule: "duplicate-address", subject: Subject(.address, "192.0.2.7"), ordinal: 1)
        let list = FindingList(
            [finding(line: 1), finding(line: 2)],
            waivers: [waiver("duplicate-address", second.description, until: 30_000)], today: today)
        #expect(list.waived.map { $0.location?.line } == [2])
        #expect(list.waived.first?.waiver == WaiverNote(reason: "r", owner: "o", expires: "2052-02-20"))
    }

    @Test(
        "a list reaches a threshold by what is open",
        arguments: [
            (Severity.error, false), (.warning, true), (.note, true),
        ])
    func thresholds(threshold: Severity, expected: Bool) {
        let list = FindingList(
            [finding(), finding("other", severity: .warning)],
            waivers: [waiver("duplicate-address", "192.0.2.7", until: 20_000)], today: today)
        #expect(list.reaches(threshold) == expected)
    }

    @Test("findings of one place stand in the order of their addresses, not of their spelling")
    func naturalOrder() {
        let ids = ["192.0.2.10", "192.0.2.9", "192.0.2.100", "192.0.2.09", "1\u{301}", "192.0.2"]
        let list = FindingList(ids.map { finding("unclaimed-address", $0) }, waivers: [], today: today)
        #expect(
            list.all.map(\.subject.id) == [
                "1\u{301}", "192.0.2", "192.0.2.09", "192.0.2.9", "192.0.2.10", "192.0.2.100",
            ])
    }
}
