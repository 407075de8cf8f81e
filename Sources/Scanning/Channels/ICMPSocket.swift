import Addressing
import CLinuxSockets
import Glibc
import Packets

/// A socket for echoes: the unprivileged kind where the system permits it, else a raw one.
final class ICMPSocket: EchoChannel {
    let descriptor: Int32
    let hasOwnIdentifier: Bool
    private let family: AddressFamily
    private var buffer = [UInt8](repeating: 0, count: ICMPSocket.capacity)

    /// Far more bytes than a reply to our requests or an error about one can have.
    private static let capacity = 2048

    /// Opens a socket; the error of the raw kind if neither is permitted.
    init(_ family: AddressFamily) throws(SystemError) {
        let unprivileged = linux_open_echo(Int32(family.rawValue), 0)
        let opened = unprivileged >= 0 ? unprivileged : linux_open_echo(Int32(family.rawValue), 1)
        guard opened >= 0 else { throw SystemError(errno: -opened) }
        self.family = family
        descriptor = opened
        hasOwnIdentifier = unprivileged >= 0
    }

    deinit {
        close(descriptor)
    }

    func send(_ message: [UInt8], to target: IPAddress) -> Int32 {
        var errno = attempt(message, to: target)
        // A send also reports an error that is pending from an earlier probe. Reporting clears it, so an error that
        // is really about this target comes again.
        var repeats = 0
        while errno != 0, errno != ENOBUFS, errno != EAGAIN, repeats < Self.pendingErrorLimit {
            errno = attempt(message, to: target)
            repeats += 1
        }
        return errno
    }

    private func attempt(_ message: [UInt8], to target: IPAddress) -> Int32 {
        var endpoint = linux_endpoint(target)
        // Message and endpoint outlive the call, and the count is the message's own.
        return unsafe -linux_send(descriptor, message, message.count, &endpoint)
    }

    /// More errors than these can hardly arrive between two system calls.
    private static let pendingErrorLimit = 3

    func receive() -> [EchoArrival] {
        var arrivals: [EchoArrival] = []
        while arrivals.count < Self.batch, let arrival = nextError() {
            // A raw socket also gets the ICMP error itself, with all that it quotes.
            if hasOwnIdentifier { arrivals.append(arrival) }
        }
        while arrivals.count < Self.batch {
            guard let (bytes, source) = nextMessage() else { break }
            guard let message = withoutHeader(bytes) else { continue }
            arrivals.append(.message(message, from: source))
        }
        return arrivals
    }

    /// So many arrivals are taken at once, so that sending and progress get their turn.
    private static let batch = 256

    private func nextMessage() -> (ArraySlice<UInt8>, IPAddress)? {
        var source = linux_endpoint()
        // The function writes at most `capacity` bytes, which is the length of the buffer.
        let count = unsafe linux_receive(descriptor, &buffer, Self.capacity, &source)
        guard count >= 0, let address = source.address else { return nil }
        return (buffer[..<Int(count)], address)
    }

    /// Raw IPv4 sockets alone deliver the IP header too.
    private func withoutHeader(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        guard family == .v4, !hasOwnIdentifier else { return Array(bytes) }
        guard let header = IPHeader(bytes.span), header.content == IPHeader.icmp else { return nil }
        return Array(bytes[header.contentRange(of: bytes.count)])
    }

    private func nextError() -> EchoArrival? {
        while true {
            var entry = linux_socket_error()
            // The function writes at most `capacity` bytes, which is the length of the buffer.
            let count = unsafe linux_receive_error(descriptor, &buffer, Self.capacity, &entry)
            guard count >= 0 else { return nil }
            guard entry.from_icmp != 0, let target = entry.target.address, let source = entry.offender.address else {
                continue
            }
            let quote = Array(buffer[..<Int(count)])
            return .error(type: entry.type, code: entry.code, quote: quote, target: target, from: source)
        }
    }
}
