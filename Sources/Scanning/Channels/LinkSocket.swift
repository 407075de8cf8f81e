import CLinuxSockets
import Glibc

/// A packet socket (packet(7)) that leaves the link's own header to the kernel.
final class LinkSocket: LinkChannel {
    let descriptor: Int32
    private let etherType: UInt16
    private var buffer = [UInt8](repeating: 0, count: batch * room)
    private var sources = [linux_arrival](repeating: linux_arrival(), count: batch)

    /// More bytes than an answer has that concerns us.
    private static let room = 256
    private static let batch = 64

    /// Takes over an opened socket, and begins to listen.
    init(_ linkProtocol: LinkProtocol, descriptor: Int32) throws(SystemError) {
        self.descriptor = descriptor
        etherType = linkProtocol.rawValue
        let heard = linux_hear_link(descriptor, etherType)
        guard heard == 0 else { throw SystemError(errno: -heard) }
    }

    deinit {
        close(descriptor)
    }

    func send(_ packets: [UInt8], to stations: [Station]) -> [Int32] {
        let length = packets.count / max(stations.count, 1)
        let endpoints = stations.map { linux_endpoint($0, etherType: etherType) }
        var errors = [Int32](repeating: 0, count: stations.count)
        // There are as many endpoints and errors as stations, and that many packets of that length in the array.
        unsafe linux_send_batch(descriptor, packets, length, endpoints, &errors, Int32(stations.count))
        return errors
    }

    func receive() -> [LinkArrival] {
        // The function writes at most `batch` packets of at most `room` bytes, which is the size of the arrays.
        let count = unsafe linux_receive_batch(descriptor, &buffer, Self.room, &sources, Int32(Self.batch))
        return (0..<max(0, Int(count))).compactMap { index in
            guard let station = sources[index].source.station else { return nil }
            let start = index * Self.room
            let length = min(Int(sources[index].length), Self.room)
            return LinkArrival(packet: Array(buffer[start..<start + length]), station: station)
        }
    }

    var dropped: Int { Int(linux_dropped(descriptor)) }
}
