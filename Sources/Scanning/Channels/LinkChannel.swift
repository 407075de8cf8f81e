/// Sends and receives packets of one protocol on the links that this machine is attached to, past the kernel's own
/// neighbour table.
protocol LinkChannel: AnyObject {
    /// Becomes readable when something has arrived.
    var descriptor: Int32 { get }
    /// Sends packets of one length that lie one behind the other; the result is that of ``EchoChannel/send(_:to:)``.
    func send(_ packets: [UInt8], to stations: [Station]) -> [Int32]
    /// What has arrived since the last call, and from which station.
    func receive() -> [LinkArrival]
    /// How many arrivals the system has thrown away so far, because we did not take them in time.
    var dropped: Int { get }
}

/// A packet that arrived from a station.
struct LinkArrival: Hashable, Sendable {
    let packet: [UInt8]
    let station: Station
}

/// Which packets a link channel sends and hears.
enum LinkProtocol: UInt16, Sendable {
    case arp = 0x0806
    /// Of what arrives only answers to questions for hardware addresses.
    case neighbours = 0x86dd
}
