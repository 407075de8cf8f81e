import Addressing
import CLinuxSockets
import Glibc

/// All ways in which a scan touches the machine that it runs on.
package struct ScanChannels: Sendable {
    /// Opens a socket for echoes of one family.
    var openEcho: @Sendable (AddressFamily) throws(SystemError) -> any EchoChannel
    /// Opens a set of connections.
    var openConnect: @Sendable () throws(SystemError) -> any ConnectChannel
    /// Opens a socket for datagrams of one family.
    var openDatagram: @Sendable (AddressFamily) throws(SystemError) -> any DatagramChannel
    /// Begins to connect to a service in order to listen; nil if the system refuses.
    var openGreeting: @Sendable (ServiceAddress) -> (any GreetingStream)?
    /// Sends a DNS message over a connection of its own and waits for the answer; nil if none comes in time.
    var exchange: @Sendable (_ message: [UInt8], ServiceAddress) -> [UInt8]?
    /// Opens a channel below IP.
    var openLink: @Sendable (LinkProtocol) throws(SystemError) -> any LinkChannel
    /// The addresses of this machine.
    var interfaces: @Sendable () -> [InterfaceAddress]
    /// Nanoseconds of a clock that never goes back.
    var now: @Sendable () -> Int64
    /// Returns when a descriptor is readable, at the latest after so many nanoseconds.
    var wait: @Sendable (_ descriptors: [Int32], _ longest: Int64) -> Void

    /// The real network. Opens what takes privileges, and gives up all privileges that scanning might need, for good.
    ///
    /// To be called before the process makes its first thread, because each thread has privileges of its own.
    package static func live() -> ScanChannels {
        let sockets = OpenedSockets()
        // What cannot be dropped was not there, or is kept back by whoever confined this process.
        _ = linux_drop_capabilities()
        return live(sockets)
    }

    /// The real network, over sockets that are open.
    static func live(_ sockets: OpenedSockets) -> ScanChannels {
        ScanChannels(
            openEcho: { family throws(SystemError) in ICMPSocket(family, try sockets.takeEcho(family)) },
            openConnect: { () throws(SystemError) in try ConnectSockets() },
            openDatagram: { family throws(SystemError) in try DatagramSocket(family) },
            openGreeting: { GreetingSocket($0) },
            exchange: { message, service in
                let stream = try? StreamConnection(to: service.address, port: service.port, seconds: 1)
                guard let stream, (try? stream.send(message: message)) != nil else { return nil }
                return try? stream.receiveMessage()
            },
            openLink: { kind throws(SystemError) in try LinkSocket(kind, descriptor: sockets.takeLink(kind)) },
            interfaces: InterfaceAddress.readAll,
            now: MonotonicClock.now,
            wait: Readiness.wait
        )
    }
}
