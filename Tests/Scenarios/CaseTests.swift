import Testing

@Suite("Whole runs, word for word")
struct CaseTests {
    @Test("a run prints and writes what was recorded", arguments: Case.all)
    func run(_ scenario: Case) throws {
        let left = try scenario.run()
        if Case.isRecording {
            try scenario.record(left)
            Issue.record("recorded \(scenario.testDescription): read the difference, then run without IPAM_RECORD")
            return
        }
        let recorded = scenario.recorded()
        #expect(left.keys.sorted() == recorded.keys.sorted(), "other files than were recorded")
        for (name, text) in recorded.sorted(by: { $0.key < $1.key }) {
            #expect(firstDifference(left[name] ?? "", text) == nil, "\(name)")
        }
    }

    /// The first line in which two texts differ, as both have it.
    private func firstDifference(_ actual: String, _ expected: String) -> String? {
        guard actual != expected else { return nil }
        let (left, right) = (actual.split(separator: "\n"), expected.split(separator: "\n"))
        let place = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
        func line(_ lines: [Substring]) -> Substring { place < lines.count ? lines[place] : "(the end)" }
        return "line \(place + 1) is \(line(left)), not \(line(right))"
    }
}
