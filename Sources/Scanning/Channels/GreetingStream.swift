import CLinuxSockets
import Glibc

/// A connection that is only listened to.
protocol GreetingStream: AnyObject {
    /// Becomes readable when there is something to read.
    var descriptor: Int32 { get }
    /// What has come since the last call, a small piece at a time: empty at the end, nil if nothing has come yet.
    func read() -> [UInt8]?
}

/// A real connection; closed when it goes away.
final class GreetingSocket: GreetingStream {
    let descriptor: Int32

    /// Begins to connect; nil if the system refuses.
    init?(_ service: ServiceAddress) {
        var endpoint = linux_endpoint(service.address, port: service.port)
        var socket: Int32 = -1
        // The function reads one endpoint and writes one descriptor.
        let errno = unsafe -linux_connect(&endpoint, &socket)
        guard socket >= 0 else { return nil }
        descriptor = socket
        guard errno == 0 || errno == EINPROGRESS else { return nil }
    }

    deinit {
        close(descriptor)
    }

    func read() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 512)
        // The function writes at most as many bytes as the buffer holds.
        let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
        if count < 0 { return errno == EAGAIN || errno == ENOTCONN || errno == EINTR ? nil : [] }
        return Array(buffer.prefix(count))
    }
}
