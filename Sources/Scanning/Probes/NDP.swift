import Addressing
import Observations
import Packets

/// `ndp`: asks the target's group for hardware addresses of IPv6 (RFC 4861, section 7.2).
///
/// An answer counts if it is solicited and was not forwarded.
enum NDP: AddressResolution {
    static let name = ProbeName.ndp
    static let family = AddressFamily.v6
    static let link = LinkProtocol.neighbours

    static func ask(
        for target: IPAddress, as own: IPAddress, _ mac: MACAddress, in packets: inout [UInt8]
    ) -> MACAddress {
        let question = NeighbourQuestion(asking: target, from: own, mac: mac)
        question.append(to: &packets)
        return question.groupMAC
    }

    static func answer(_ arrival: LinkArrival) -> ResolutionAnswer? {
        guard let packet = NeighbourAnswer(arrival.packet.span), packet.isSolicited else { return nil }
        return ResolutionAnswer(
            target: packet.target, mac: packet.mac ?? arrival.station.mac, asker: (packet.destination, nil),
            outcome: "neighbour advertisement")
    }
}
