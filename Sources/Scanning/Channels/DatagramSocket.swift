import Addressing
import CLinuxSockets
import Glibc
import Packets

/// A UDP socket whose port the kernel chooses.
final class DatagramSocket: DatagramChannel {
    let descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: batch * room)
    private var sources = [linux_arrival](repeating: linux_arrival(), count: batch)

    /// More bytes than it takes to know an answer.
    private static let room = 512
    private static let batch = 64

    /// Opens a socket.
    init(_ family: AddressFamily) throws(SystemError) {
        let opened = linux_open_datagram(Int32(family.rawValue))
        guard opened >= 0 else { throw SystemError(errno: -opened) }
        descriptor = opened
    }

    deinit {
        close(descriptor)
    }

    func send(_ datagrams: [UInt8], to services: [ServiceAddress]) -> [Int32] {
        let length = datagrams.count / max(services.count, 1)
        let endpoints = services.map { linux_endpoint($0.address, port: $0.port) }
        var errors = [Int32](repeating: 0, count: services.count)
        // There are as many endpoints and errors as services, and that many datagrams of that length in the array.
        unsafe linux_send_batch(descriptor, datagrams, length, endpoints, &errors, Int32(services.count))
        return errors
    }

    func receive() -> [DatagramArrival] {
        var arrivals: [DatagramArrival] = []
        while arrivals.count < Self.batch, let arrival = nextFault() { arrivals.append(arrival) }
        // The function writes at most `batch` datagrams of at most `room` bytes, which is the size of the arrays.
        let count = unsafe linux_receive_batch(descriptor, &buffer, Self.room, &sources, Int32(Self.batch))
        for index in 0..<max(0, Int(count)) {
            guard let source = sources[index].source.address else { continue }
            let start = index * Self.room
            let length = min(Int(sources[index].length), Self.room)
            let service = ServiceAddress(address: source, port: sources[index].source.port)
            arrivals.append(.datagram(Array(buffer[start..<start + length]), from: service))
        }
        return arrivals
    }

    var dropped: Int { Int(linux_dropped(descriptor)) }

    private func nextFault() -> DatagramArrival? {
        while true {
            var entry = linux_socket_error()
            // The function writes at most `room` bytes, and the buffer is longer.
            let count = unsafe linux_receive_error(descriptor, &buffer, Self.room, &entry)
            guard count >= 0 else { return nil }
            guard entry.from_icmp != 0, let target = entry.target.address, let source = entry.offender.address,
                let fault = ICMPFault(source.family, type: entry.type, code: entry.code)
            else { continue }
            return .fault(fault, about: ServiceAddress(address: target, port: entry.target.port), from: source)
        }
    }
}
