import Addressing
import Observations
import Packets

extension ProbeEvidence {
    /// Words for how a probe ended.
    init(name: ProbeName, outcome: ProbeOutcome) {
        let (words, responder) = Self.words(outcome)
        self.init(probe: "\(name)", outcome: words, responder: responder)
    }

    private static func words(_ outcome: ProbeOutcome) -> (String, IPAddress?) {
        switch outcome {
        case .answered(let answer, _, _): (told(answer), nil)
        case .silent(_, .fault(let fault, let responder)): (fault.rawValue, responder)
        case .silent(let tries, .noNeighbour): ("no answer to \(counted(tries)), nor to the question for its MAC", nil)
        case .silent(let tries, _): ("no answer to \(counted(tries))", nil)
        case .unsent(let tries, let errno): ("could not be sent\(after(tries)): \(SystemError(errno: errno))", nil)
        case .deafened(let tries):
            ("no answer to \(counted(tries)), but answers were lost here", nil)
        case .interrupted(0): ("not probed", nil)
        case .interrupted(let tries): ("interrupted after \(counted(tries))", nil)
        case .spared(0): ("not needed", nil)
        case .spared(let tries): ("no answer to \(counted(tries)) so far, then not needed", nil)
        case .asleep: ("asked of living hosts only", nil)
        }
    }

    private static func told(_ answer: ProbeAnswer) -> String {
        guard let mac = answer.mac else { return answer.outcome }
        return "\(answer.outcome) from \(([mac] + answer.rivals).map(\.description).joined(separator: " and "))"
    }

    private static func counted(_ tries: Int) -> String { "\(tries) probe\(tries == 1 ? "" : "s")" }

    private static func after(_ tries: Int) -> String { tries == 0 ? "" : " after \(counted(tries))" }
}
