import Addressing
import Observations

/// What fping prints: `192.0.2.7 is alive`, `192.0.2.8 is unreachable`, or with -a just the addresses that answered.
///
/// Its `unreachable` means that nothing answered its probes. Of errors that routers sent, which it tells about in words,
/// nothing is made.
enum FpingText: IntakeFormat {
    static let name = "fping"

    static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        TextLines(beginning).prefix(16).contains { $0.flatMap(Answer.init) != nil }
    }

    static func read(_ file: IntakeFile) throws(IntakeError) -> ScanResult {
        var answers: [IPAddress: Answer] = [:]
        var bare = 0
        for case let line? in TextLines(file.bytes) {
            guard let answer = Answer(line) else { continue }
            // Of several lines about one address, the one that says it answered.
            if answers[answer.address]?.verdict != .alive { answers[answer.address] = answer }
            if answer.isBare { bare += 1 }
            try file.requireFew(answers.count)
        }
        let notice = "'\(file.name)' lists bare addresses: taken for those that answered, as -a lists them, not -u"
        let observations = answers.values.map { answer in
            Observation(
                address: answer.address, verdict: answer.verdict, at: file.made,
                evidence: [
                    ProbeEvidence(probe: "icmp", outcome: answer.verdict == .alive ? "echo reply" : "no answer")
                ],
                roundTrip: answer.roundTrip)
        }
        return file.result(of: "fping", observations, notices: bare == 0 ? [] : [notice])
    }

    private struct Answer {
        let address: IPAddress
        let verdict: Verdict
        let roundTrip: Int64?
        let isBare: Bool

        init?(_ line: String) {
            let fields = line.fields
            guard let address = fields.first.flatMap({ IPAddress(String($0)) }) else { return nil }
            self.address = address
            var words = fields.dropFirst()
            isBare = words.isEmpty
            if words.starts(with: ["is", "unreachable"]) {
                (verdict, roundTrip) = (.silent, nil)
                return
            }
            if words.starts(with: ["is", "alive"]) { words = words.dropFirst(2) }
            guard words.isEmpty || words.count == 2 && words.first?.first == "(" && words.last == "ms)" else {
                return nil
            }
            verdict = .alive
            let milliseconds = words.first.flatMap { Double($0.dropFirst()) }
            roundTrip = milliseconds.flatMap { Int64(exactly: ($0 * 1000).rounded()) }.flatMap { $0 >= 0 ? $0 : nil }
        }
    }
}
