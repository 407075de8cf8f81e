import Addressing
import Observations
import Packets

/// Asks a DNS server what living hosts are called.
///
/// Each question has a random number, and each batch of questions a port of its own that the kernel chooses; an answer
/// counts if it comes from the server and repeats number and question. What does not fit into a datagram is asked for
/// again over TCP (RFC 7766).
struct NameResolver {
    private let server: ServiceAddress
    private let channels: ScanChannels
    private var pacer: SendPacer
    private var unanswered = 0

    private static let tries = 3
    private static let timeout: Int64 = 1_000_000_000
    /// Questions under way at once.
    private static let batch = 64

    /// Makes a resolver that asks no faster than `rate` a second.
    init(server: IPAddress, channels: ScanChannels, rate: Int) {
        self.server = ServiceAddress(address: server, port: 53)
        self.channels = channels
        pacer = SendPacer(rate: rate)
    }

    /// Puts in the names of those that are alive. No such name means no name; a failure says so in the evidence and
    /// leaves what is known. Returns what the user should know, one sentence each.
    mutating func resolve(
        into observations: inout [Observation], generator: inout some RandomNumberGenerator, isCancelled: () -> Bool
    ) -> [String] {
        let places = observations.indices.filter { observations[$0].verdict == .alive }
        for start in stride(from: 0, to: places.count, by: Self.batch) where !isCancelled() {
            let batch = Array(places[start..<min(start + Self.batch, places.count)])
            let answers = ask(batch.map { observations[$0].address }, using: &generator, isCancelled: isCancelled)
            for (place, answer) in zip(batch, answers) { observations[place].take(answer, from: server.address) }
        }
        guard unanswered > 0 else { return [] }
        return ["The DNS server \(server.address) did not answer for \(unanswered) of \(places.count) addresses."]
    }

    /// The answers to a batch of addresses, nil where none came.
    private mutating func ask(
        _ addresses: [IPAddress], using generator: inout some RandomNumberGenerator, isCancelled: () -> Bool
    ) -> [DNSAnswer?] {
        var answers = [DNSAnswer?](repeating: nil, count: addresses.count)
        guard let channel = try? channels.openDatagram(server.address.family) else {
            unanswered += addresses.count
            return answers
        }
        let questions = addresses.map { address in
            DNSQuestion(
                id: .random(in: 0...UInt16.max, using: &generator),
                name: address.reverseName.labels.map { Array($0.utf8) }, type: DNSQuestion.ptr, wantsRecursion: true)
        }
        for _ in 0..<Self.tries where answers.contains(nil) && !isCancelled() {
            for index in questions.indices where answers[index] == nil {
                waitForTurn()
                _ = channel.send(questions[index].bytes, to: [server])
            }
            let deadline = channels.now() + Self.timeout
            while answers.contains(nil), channels.now() < deadline, !isCancelled() {
                channels.wait([channel.descriptor], min(deadline - channels.now(), 50_000_000))
                take(channel.receive(), questions, &answers)
            }
        }
        unanswered += answers.count { $0 == nil }
        for index in questions.indices where answers[index] == .failed(nil) && !isCancelled() {
            waitForTurn()
            // A server that does not answer one connection is spared the others.
            guard let bytes = channels.exchange(questions[index].bytes, server) else { break }
            answers[index] = DNSAnswer(bytes.span, to: questions[index]) ?? answers[index]
        }
        return answers
    }

    private mutating func waitForTurn() {
        let now = channels.now()
        if pacer.readyAt > now { channels.wait([], pacer.readyAt - now) }
        pacer.take(now: channels.now())
    }

    private func take(_ arrivals: [DatagramArrival], _ questions: [DNSQuestion], _ answers: inout [DNSAnswer?]) {
        for case .datagram(let bytes, let source) in arrivals where source == server {
            for index in questions.indices where answers[index] == nil {
                if let answer = DNSAnswer(bytes.span, to: questions[index]) {
                    answers[index] = answer
                    break
                }
            }
        }
    }
}

extension Observation {
    /// Takes in what a DNS server says about the address.
    fileprivate mutating func take(_ answer: DNSAnswer?, from server: IPAddress) {
        let outcome: String
        switch answer {
        case .names(let names):
            // Of several names always the same one, however the server shuffles them.
            name = names.min()
            return
        case .nothing:
            isNameless = true
            outcome = "no name"
        case .failed(nil): outcome = "answer cut short"
        case .failed(let code?): outcome = "failed with code \(code)"
        case nil: outcome = "no answer"
        }
        evidence.append(ProbeEvidence(probe: "ptr", outcome: outcome, responder: server))
    }
}
