import Addressing
import Packets

/// Opens connections and says what becomes of them.
protocol ConnectChannel: AnyObject {
    /// Becomes readable when some connection has come to its end.
    var descriptor: Int32 { get }
    /// Begins to connect.
    func connect(_ key: ProbeKey, to target: IPAddress, port: UInt16) -> SendOutcome
    /// The connections that came to an end since the last call; they are closed by then.
    func receive() -> [ConnectArrival]
    /// Gives up on a connection; does nothing if it has come to its end. Returns 0, or the error number with which our
    /// own machine turned out to refuse to send.
    func abandon(_ key: ProbeKey) -> Int32
}

/// The end of one attempt to connect.
struct ConnectArrival: Hashable, Sendable {
    enum End: Hashable, Sendable {
        /// The target accepted.
        case opened
        /// The target refused with a reset.
        case refused
        /// An ICMP error came instead, and from whom.
        case fault(ICMPFault, from: IPAddress)
        /// The system gave up; the error number says why.
        case failed(Int32)
    }

    let key: ProbeKey
    let target: IPAddress
    let end: End
}
