import Addressing
import Packets

/// Sends and receives UDP datagrams of one family, all from one port of our own.
protocol DatagramChannel: AnyObject {
    /// Becomes readable when something has arrived.
    var descriptor: Int32 { get }
    /// Sends datagrams of one length that lie one behind the other; the result is that of ``EchoChannel/send(_:to:)``.
    func send(_ datagrams: [UInt8], to services: [ServiceAddress]) -> [Int32]
    /// What has arrived since the last call.
    func receive() -> [DatagramArrival]
    /// How many arrivals the system has thrown away so far, because we did not take them in time.
    var dropped: Int { get }
}

/// A port of a host.
struct ServiceAddress: Hashable, Sendable {
    let address: IPAddress
    let port: UInt16
}

/// Something that arrived for datagrams.
enum DatagramArrival: Hashable, Sendable {
    /// A datagram.
    case datagram([UInt8], from: ServiceAddress)
    /// An ICMP error about what was sent to a service, and who sent it.
    case fault(ICMPFault, about: ServiceAddress, from: IPAddress)
}
