import Addressing
import Observations
import Packets

/// `arp`: asks for hardware addresses of IPv4 (RFC 826).
enum ARP: AddressResolution {
    static let name = ProbeName.arp
    static let family = AddressFamily.v4
    static let link = LinkProtocol.arp

    static func ask(
        for target: IPAddress, as own: IPAddress, _ mac: MACAddress, in packets: inout [UInt8]
    ) -> MACAddress {
        ARPPacket(asking: target, from: own, mac: mac).append(to: &packets)
        return MACAddress(bits: 0xffff_ffff_ffff)
    }

    static func answer(_ arrival: LinkArrival) -> ResolutionAnswer? {
        guard let packet = ARPPacket(arrival.packet.span), packet.operation == .reply else { return nil }
        return ResolutionAnswer(
            target: packet.sender, mac: packet.senderMAC, asker: (packet.target, packet.targetMAC), outcome: "reply")
    }
}
