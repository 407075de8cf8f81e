import Addressing
import Glibc

/// All ways in which a scan touches the machine that it runs on.
package struct ScanChannels: Sendable {
    /// Opens a socket for echoes of one family.
    var openEcho: @Sendable (AddressFamily) throws(SystemError) -> any EchoChannel
    /// Opens a set of connections.
    var openConnect: @Sendable () throws(SystemError) -> any ConnectChannel
    /// Opens a channel below IP.
    var openLink: @Sendable (LinkProtocol) throws(SystemError) -> any LinkChannel
    /// The addresses of this machine.
    var interfaces: @Sendable () -> [InterfaceAddress]
    /// Nanoseconds of a clock that never goes back.
    var now: @Sendable () -> Int64
    /// Returns when a descriptor is readable, at the latest after so many nanoseconds.
    var wait: @Sendable (_ descriptors: [Int32], _ longest: Int64) -> Void

    /// The real network.
    package static let live = ScanChannels(
        openEcho: { family throws(SystemError) in try ICMPSocket(family) },
        openConnect: { () throws(SystemError) in try ConnectSockets() },
        openLink: { linkProtocol throws(SystemError) in try LinkSocket(linkProtocol) },
        interfaces: InterfaceAddress.readAll,
        now: MonotonicClock.now,
        wait: Readiness.wait
    )
}
