import Addressing
import CLinuxSockets
import Glibc
import Packets

/// A socket for echoes.
final class ICMPSocket: EchoChannel {
    let descriptor: Int32
    let hasOwnIdentifier: Bool
    private let family: AddressFamily
    private var buffer = [UInt8](repeating: 0, count: batch * room)
    private var sources = [linux_arrival](repeating: linux_arrival(), count: batch)

    /// More bytes than a reply to our requests or a useful quote of one can have.
    private static let room = 512

    /// Takes over an opened socket.
    init(_ family: AddressFamily, _ opened: OpenedSockets.EchoDescriptor) {
        self.family = family
        descriptor = opened.descriptor
        hasOwnIdentifier = opened.isUnprivileged
    }

    deinit {
        close(descriptor)
    }

    func send(_ messages: [UInt8], to targets: [IPAddress]) -> [Int32] {
        let packets = writesHeaders ? withHeaders(messages, targets) : messages
        let length = packets.count / max(targets.count, 1)
        let endpoints = targets.map { linux_endpoint($0) }
        var errors = [Int32](repeating: 0, count: targets.count)
        // There are as many endpoints and errors as targets, and that many packets of that length in the array.
        unsafe linux_send_batch(descriptor, packets, length, endpoints, &errors, Int32(targets.count))
        return errors
    }

    /// Raw IPv4 sockets alone write and read the IP header too.
    private var writesHeaders: Bool { family == .v4 && !hasOwnIdentifier }

    private func withHeaders(_ messages: [UInt8], _ targets: [IPAddress]) -> [UInt8] {
        let length = messages.count / max(targets.count, 1)
        var packets: [UInt8] = []
        packets.reserveCapacity(messages.count + targets.count * IPv4Request.headerLength)
        for (number, target) in targets.enumerated() {
            IPv4Request.appendHeader(to: target, content: IPHeader.icmp, length: length, to: &packets)
            packets += messages[number * length..<(number + 1) * length]
        }
        return packets
    }

    func receive() -> [EchoArrival] {
        var arrivals: [EchoArrival] = []
        while arrivals.count < Self.batch, let arrival = nextError() {
            // A raw socket also gets the ICMP error itself, with all that it quotes.
            if hasOwnIdentifier { arrivals.append(arrival) }
        }
        while arrivals.count < Self.batch {
            let count = receiveMessages(into: &arrivals)
            if count < Self.batch { break }
        }
        return arrivals
    }

    var dropped: Int { Int(linux_dropped(descriptor)) }

    /// So many arrivals are taken at once, so that sending and progress get their turn.
    private static let batch = 64

    /// Takes one batch of messages; returns how many there were.
    private func receiveMessages(into arrivals: inout [EchoArrival]) -> Int {
        // The function writes at most `batch` messages of at most `room` bytes, which is the size of the arrays.
        let count = unsafe linux_receive_batch(descriptor, &buffer, Self.room, &sources, Int32(Self.batch))
        for index in 0..<max(0, Int(count)) {
            guard let source = sources[index].source.address else { continue }
            let start = index * Self.room
            let bytes = buffer[start..<start + min(Int(sources[index].length), Self.room)]
            guard let message = withoutHeader(bytes) else { continue }
            arrivals.append(.message(message, from: source))
        }
        return Int(count)
    }

    private func withoutHeader(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        guard writesHeaders else { return Array(bytes) }
        guard let header = IPHeader(bytes.span), header.content == IPHeader.icmp else { return nil }
        let content = header.contentRange(of: bytes.count)
        return Array(bytes[bytes.startIndex + content.lowerBound..<bytes.startIndex + content.upperBound])
    }

    private func nextError() -> EchoArrival? {
        while true {
            var entry = linux_socket_error()
            // The function writes at most `room` bytes, and the buffer is longer.
            let count = unsafe linux_receive_error(descriptor, &buffer, Self.room, &entry)
            guard count >= 0 else { return nil }
            guard entry.from_icmp != 0, let target = entry.target.address, let source = entry.offender.address else {
                continue
            }
            let quote = Array(buffer[..<Int(count)])
            return .error(type: entry.type, code: entry.code, quote: quote, target: target, from: source)
        }
    }
}
