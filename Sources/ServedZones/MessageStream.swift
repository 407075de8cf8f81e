import Packets

/// A connection to a name server over which whole messages go to and fro (RFC 7766).
package protocol MessageStream {
    /// Sends a message.
    ///
    /// - Throws: ``ServedZoneError`` if that takes too long.
    mutating func send(_ message: [UInt8]) throws(ServedZoneError)
    /// The next message.
    ///
    /// - Throws: ``ServedZoneError`` if none comes in time, or the connection is closed.
    mutating func receive() throws(ServedZoneError) -> [UInt8]
}

extension MessageStream {
    /// The next message, read.
    ///
    /// - Throws: ``ServedZoneError`` also for what is no message, or was cut short.
    mutating func message() throws(ServedZoneError) -> DNSMessage {
        let bytes = try receive()
        guard let message = DNSMessage(bytes.span), !message.isTruncated else { throw .malformed }
        return message
    }
}

/// Why nothing is known about a zone, as a clause without a full stop.
package struct ServedZoneError: Error, Hashable, Sendable {
    /// What happened.
    package let reason: String

    /// Makes an error.
    package init(_ reason: String) {
        self.reason = reason
    }

    static let malformed = ServedZoneError("what the server says is malformed, or no answer to the question")
}
