import Addressing
import CLinuxSockets
import Glibc
import Packets

/// Connections under way, each a non-blocking socket, watched by one epoll descriptor.
final class ConnectSockets: ConnectChannel {
    private struct Connection {
        let key: ProbeKey
        let target: IPAddress
    }

    let descriptor: Int32
    private var connections: [Int32: Connection] = [:]
    private var sockets: [ProbeKey: Int32] = [:]
    /// Connections that ended within the call that began them.
    private var ended: [ConnectArrival] = []
    /// As many as may be under way: fewer after the system had no room, one more for each that succeeds.
    private var limit: Int
    private let highestLimit: Int

    /// Opens the descriptor that watches the connections.
    init() throws(SystemError) {
        let opened = linux_open_watch()
        guard opened >= 0 else { throw SystemError(errno: -opened) }
        descriptor = opened
        highestLimit = Self.connectionLimit()
        limit = highestLimit
    }

    deinit {
        for socket in connections.keys { close(socket) }
        close(descriptor)
    }

    /// Leaves the rest of the process enough descriptors.
    private static func connectionLimit() -> Int {
        var files = rlimit()
        // The function writes one `rlimit`, and `files` is one.
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files) == 0 else { return 64 }
        let soft = Int(min(files.rlim_cur, 65_536))
        return min(4096, max(16, soft * 3 / 4))
    }

    func connect(_ key: ProbeKey, to target: IPAddress, port: UInt16) -> SendOutcome {
        guard connections.count < limit else { return .busy }
        var endpoint = linux_endpoint(target, port: port)
        var socket: Int32 = -1
        // The function reads one endpoint and writes one descriptor.
        let errno = unsafe -linux_connect(&endpoint, &socket)
        switch errno {
        case EINPROGRESS:
            return watch(socket, Connection(key: key, target: target))
        case EMFILE, ENFILE, EADDRNOTAVAIL, EAGAIN, ENOBUFS, ENOMEM:
            if socket >= 0 { close(socket) }
            return outOfRoom(errno)
        default:
            return endAtOnce(socket, Connection(key: key, target: target), errno)
        }
    }

    private func watch(_ socket: Int32, _ connection: Connection) -> SendOutcome {
        let errno = -linux_watch(descriptor, socket)
        guard errno == 0 else {
            close(socket)
            return outOfRoom(errno)
        }
        connections[socket] = connection
        sockets[connection.key] = socket
        limit = min(limit + 1, highestLimit)
        return .sent
    }

    /// Waits for connections of ours to end, if there are any; else nothing would ever make room.
    private func outOfRoom(_ errno: Int32) -> SendOutcome {
        guard !connections.isEmpty else { return .failed(errno) }
        limit = connections.count
        return .busy
    }

    /// Loopback answers within the call. Without an answer the error is about our own side.
    private func endAtOnce(_ socket: Int32, _ connection: Connection, _ errno: Int32) -> SendOutcome {
        guard socket >= 0 else { return .failed(errno) }
        defer { close(socket) }
        let end = Self.end(socket, errno)
        if case .failed(let errno) = end { return .failed(errno) }
        ended.append(ConnectArrival(key: connection.key, target: connection.target, end: end))
        return .sent
    }

    func receive() -> [ConnectArrival] {
        var arrivals = ended
        ended.removeAll()
        var ready = [Int32](repeating: -1, count: 256)
        // The function writes at most as many descriptors as the array holds.
        let count = unsafe linux_ready(descriptor, &ready, Int32(ready.count))
        for socket in ready.prefix(max(0, Int(count))) {
            guard let connection = release(socket) else { continue }
            let end = Self.end(socket, linux_pending_error(socket))
            close(socket)
            // The kernel's own patience ending is silence, which the run's clock tells better.
            if end == .failed(ETIMEDOUT) { continue }
            arrivals.append(ConnectArrival(key: connection.key, target: connection.target, end: end))
        }
        return arrivals
    }

    func abandon(_ key: ProbeKey) -> Int32 {
        guard let socket = sockets[key], release(socket) != nil else { return 0 }
        defer { close(socket) }
        // A filter's refusal is by far the likeliest reason; the kernel keeps no number.
        return linux_was_dropped_locally(socket) != 0 ? EPERM : 0
    }

    private func release(_ socket: Int32) -> Connection? {
        guard let connection = connections.removeValue(forKey: socket) else { return nil }
        sockets[connection.key] = nil
        return connection
    }

    private static func end(_ socket: Int32, _ errno: Int32) -> ConnectArrival.End {
        if let fault = fault(socket) { return fault }
        switch errno {
        case 0: return linux_is_connected_to_itself(socket) != 0 ? .refused : .opened
        case ECONNREFUSED: return .refused
        default: return .failed(errno)
        }
    }

    /// The ICMP error that ended the connection: a router's refusal has the same error number as the target's reset.
    private static func fault(_ socket: Int32) -> ConnectArrival.End? {
        var entry = linux_socket_error()
        var quote: UInt8 = 0
        // The function writes one entry and at most one byte.
        guard unsafe linux_receive_error(socket, &quote, 1, &entry) >= 0, entry.from_icmp != 0,
            let source = entry.offender.address,
            let fault = ICMPFault(source.family, type: entry.type, code: entry.code)
        else { return nil }
        return .fault(fault, from: source)
    }
}
