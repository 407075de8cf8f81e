package import Addressing
import CLinuxSockets
import Glibc

/// A TCP connection that is waited for, with a limit on each wait; closed when it goes away.
package final class StreamConnection {
    private let descriptor: Int32
    private let patience: Int64

    /// Why a connection was of no use, as a clause without a full stop.
    package struct Failure: Error, Hashable, Sendable {
        /// What happened.
        package let reason: String
    }

    /// Connects.
    ///
    /// - Parameter seconds: how long to wait for the connection, and for each part of what comes or goes.
    /// - Throws: ``Failure`` if nobody accepts in time.
    package init(to address: IPAddress, port: UInt16, seconds: Int64) throws(Failure) {
        patience = seconds * 1_000_000_000
        var endpoint = linux_endpoint(address, port: port)
        var socket: Int32 = -1
        // The function reads one endpoint and writes one descriptor.
        let errno = unsafe -linux_connect(&endpoint, &socket)
        guard socket >= 0 else { throw Self.failure(errno) }
        descriptor = socket
        guard errno == EINPROGRESS || errno == 0 else { throw Self.failure(errno) }
        if errno == EINPROGRESS { try wait(for: POLLOUT) }
        let pending = linux_pending_error(socket)
        guard pending == 0 else { throw Self.failure(pending) }
    }

    deinit {
        close(descriptor)
    }

    /// Sends all bytes.
    ///
    /// - Throws: ``Failure`` if they are not taken in time.
    package func send(_ bytes: [UInt8]) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            try wait(for: POLLOUT)
            // The function reads the bytes of the slice during the call, as many as it is told there are.
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0 {
                guard errno == EAGAIN || errno == EINTR else { throw Self.failure(errno) }
                continue
            }
            rest = rest.dropFirst(count)
        }
    }

    /// The next `count` bytes.
    ///
    /// - Throws: ``Failure`` if they do not come in time, or the connection ends before.
    package func receive(_ count: Int) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: min(count, 65_535))
        let end = MonotonicClock.now() &+ patience
        while bytes.count < count {
            guard MonotonicClock.now() < end else { throw Failure(reason: "it takes too long to answer") }
            try wait(for: POLLIN)
            // The function writes at most as many bytes as the buffer holds.
            let received = unsafe recv(descriptor, &buffer, min(buffer.count, count - bytes.count), 0)
            if received < 0 {
                guard errno == EAGAIN || errno == EINTR else { throw Self.failure(errno) }
                continue
            }
            guard received > 0 else { throw Failure(reason: "it closed the connection") }
            bytes += buffer.prefix(received)
        }
        return bytes
    }

    /// Sends a message with its length in front, as DNS has them over TCP (RFC 1035, 4.2.2).
    ///
    /// - Throws: ``Failure`` if it is not taken in time.
    package func send(message: [UInt8]) throws(Failure) {
        let length = UInt16(truncatingIfNeeded: message.count)
        try send([UInt8(length >> 8), UInt8(length & 0xff)] + message)
    }

    /// The next message with its length in front.
    ///
    /// - Throws: ``Failure`` if it does not come in time, or the connection ends before.
    package func receiveMessage() throws(Failure) -> [UInt8] {
        let length = try receive(2).reduce(0) { $0 << 8 | Int($1) }
        return try receive(length)
    }

    private func wait(for event: Int32) throws(Failure) {
        var entry = pollfd(fd: descriptor, events: Int16(truncatingIfNeeded: event), revents: 0)
        // The function reads and writes one entry.
        let ready = unsafe poll(&entry, 1, Int32(truncatingIfNeeded: patience / 1_000_000))
        guard ready >= 0 || errno == EINTR else { throw Self.failure(errno) }
        guard ready != 0 else { throw Failure(reason: "it does not answer") }
    }

    private static func failure(_ errno: Int32) -> Failure {
        switch errno {
        case ECONNREFUSED: Failure(reason: "nothing listens there")
        case ETIMEDOUT: Failure(reason: "it does not answer")
        case ENETUNREACH, EHOSTUNREACH: Failure(reason: "there is no way there")
        case EPIPE, ECONNRESET: Failure(reason: "it closed the connection")
        default: Failure(reason: "the system refuses (error \(errno))")
        }
    }
}
