import Addressing
import Glibc
import Observations
import Packets

/// `arp`: asks all stations of an attached link who has the address. An answer to us from the address is a sign of life,
/// and no host can refuse it and still be reached.
///
/// ARP has no room for a tag: what counts is an answer to our own address, about a target that was asked for.
final class ARPProbe: Probe {
    // The real socket, or a scripted one in tests.
    private let channel: any LinkChannel
    private let environment: ProbeEnvironment
    /// The latest try to each target.
    private var asked: [IPAddress: ProbeKey] = [:]
    private var ownAnswers: [ProbeReport] = []

    init(channel: any LinkChannel, environment: ProbeEnvironment) {
        self.channel = channel
        self.environment = environment
    }

    static let isRepeatedByKernel = false

    static func handles(_ name: ProbeName) -> Bool { name == .arp }

    static func open(_ families: [AddressFamily], in environment: ProbeEnvironment) -> OpenedProbe {
        .onLink(.arp, for: .v4, among: families, name: .arp, in: environment) { channel in
            ARPProbe(channel: channel, environment: environment)
        }
    }

    func refusal(of target: IPAddress) -> ProbeRefusal? {
        environment.links.own(for: target) == nil ? AttachedLinks.elsewhere : nil
    }

    var descriptors: [Int32] { [channel.descriptor] }
    var dropped: Int { channel.dropped }

    func send(_ attempts: [ProbeAttempt]) -> [SendOutcome] {
        LinkQuestions(attempts, environment: environment).send(through: channel, ownAnswers: &ownAnswers) {
            attempt, own, mac, packets in
            asked[attempt.target] = attempt.key
            ARPPacket(asking: attempt.target, from: own, mac: mac).append(to: &packets)
            return MACAddress(bits: 0xffff_ffff_ffff)
        }
    }

    func receive() -> [ProbeReport] {
        defer { ownAnswers.removeAll() }
        return ownAnswers + channel.receive().compactMap(report)
    }

    func abandon(_ key: ProbeKey) -> ProbeReport? { nil }

    private func report(_ arrival: LinkArrival) -> ProbeReport? {
        guard let packet = ARPPacket(arrival.packet.span), packet.operation == .reply, let key = asked[packet.sender],
            let own = environment.links.own(for: packet.sender), own.interface == arrival.station.interface,
            packet.target == own.address, packet.targetMAC == own.mac,
            !packet.senderMAC.isMulticast, !packet.senderMAC.isZero
        else { return nil }
        let answer = ProbeAnswer(outcome: "reply", service: nil, mac: packet.senderMAC)
        return ProbeReport(reference: .key(key), reading: .answered(answer))
    }
}
