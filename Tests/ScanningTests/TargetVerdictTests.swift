import Addressing
import Observations
import Packets
import Testing

@testable import Scanning

@Suite("Verdict")
struct TargetVerdictTests {
    static let router = IPAddress(v4: 0xc000_0201)
    static let answered = ProbeOutcome.answered(ProbeAnswer(outcome: "refused", service: "closed"), at: 5, roundTrip: 7)
    static let silent = ProbeOutcome.silent(tries: 3, fault: nil)
    static let neighbourless = ProbeOutcome.silent(tries: 3, fault: .noNeighbour)
    static let unsent = ProbeOutcome.unsent(tries: 1, errno: 1)
    static let interrupted = ProbeOutcome.interrupted(tries: 2)
    static func fault(_ fault: ICMPFault) -> ProbeOutcome { .silent(tries: 3, fault: .fault(fault, from: router)) }

    @Test(
        "follows from how the probes ended",
        arguments: [
            ([silent], .silent), ([silent, silent], .silent), ([neighbourless], .silent),
            ([silent, answered], .alive), ([unsent, answered], .alive), ([interrupted, answered], .alive),
            ([fault(.hostUnreachable), answered], .alive),
            ([], .unknown), ([interrupted], .unknown), ([interrupted, silent], .unknown),
            ([interrupted, fault(.hostUnreachable)], .unknown),
            ([fault(.hostUnreachable)], .unreachable), ([fault(.networkUnreachable), silent], .unreachable),
            ([fault(.timeExceeded), unsent], .unreachable),
            ([unsent], .unknown), ([unsent, silent], .unknown),
            ([fault(.prohibited)], .unknown), ([fault(.rejected), silent], .unknown),
            ([fault(.prohibited), fault(.hostUnreachable)], .unreachable),
            ([silent, .asleep], .silent), ([.spared(tries: 1), answered], .alive),
        ] as [([ProbeOutcome], Verdict)])
    func table(outcomes: [ProbeOutcome], verdict: Verdict) {
        let named = outcomes.map { (name: ProbeName.icmp, outcome: $0) }
        #expect(TargetVerdict(outcomes: named, refused: []).verdict == verdict)
    }

    @Test("names who complained")
    func responder() {
        let verdict = TargetVerdict(outcomes: [(.icmp, Self.fault(.prohibited))], refused: [])
        let words = "administratively prohibited"
        #expect(verdict.evidence == [ProbeEvidence(probe: "icmp", outcome: words, responder: Self.router)])
    }

    @Test("lists the ports that answered as services")
    func services() {
        let verdict = TargetVerdict(outcomes: [(.icmp, Self.silent), (.tcp(port: 22), Self.answered)], refused: [])
        #expect(verdict.services == [ObservedService(port: "tcp/22", state: "closed")])
        #expect(verdict.roundTrip == 7)
    }

    @Test("keeps the probes that could not be used as evidence")
    func refused() {
        let refused = ProbeEvidence(probe: "arp", outcome: "not supported yet")
        let verdict = TargetVerdict(outcomes: [(.icmp, Self.silent)], refused: [refused])
        #expect(verdict.verdict == .silent)
        #expect(verdict.evidence == [ProbeEvidence(probe: "icmp", outcome: "no answer to 3 probes"), refused])
    }
}
