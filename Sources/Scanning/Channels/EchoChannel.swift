import Addressing

/// Sends and receives ICMP messages of one family, and knows nothing of what they mean.
protocol EchoChannel: AnyObject {
    /// Becomes readable when something has arrived.
    var descriptor: Int32 { get }
    /// Whether the kernel gives echoes an identifier of its own, so that only ours arrive.
    var hasOwnIdentifier: Bool { get }
    /// Sends messages of one length that lie one behind the other. For each 0, the system's error number, or -1 if it
    /// was not tried because the system had no room for one before it.
    func send(_ messages: [UInt8], to targets: [IPAddress]) -> [Int32]
    /// What has arrived since the last call.
    func receive() -> [EchoArrival]
    /// How many arrivals the system has thrown away so far, because we did not take them in time.
    var dropped: Int { get }
}

/// Something that arrived for echo requests.
enum EchoArrival: Hashable, Sendable {
    /// A whole ICMP message.
    case message([UInt8], from: IPAddress)
    /// An ICMP error that the kernel took apart: what it quotes of our message to `target`, and who sent it.
    case error(type: UInt8, code: UInt8, quote: [UInt8], target: IPAddress, from: IPAddress)
}
