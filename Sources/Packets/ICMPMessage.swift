package import Addressing

/// A received ICMP message, as far as it can concern a probe.
package enum ICMPMessage: Hashable, Sendable {
    /// Somebody answered an echo request.
    case reply(ICMPEcho)
    /// Somebody did not deliver an echo request to `target`.
    case fault(ICMPFault, target: IPAddress, quoted: ICMPEcho)

    /// Reads the bytes of an ICMP message without its IP header.
    ///
    /// Any bytes at all may be given. What is truncated, malformed, of no concern to a probe, or has a wrong ICMPv4
    /// checksum is nil; the kernel has checked that of ICMPv6.
    package init?(_ bytes: Span<UInt8>, _ family: AddressFamily) {
        guard family == .v6 || InternetChecksum.of(bytes) == 0 else { return nil }
        if let echo = ICMPEcho(reply: bytes, family) {
            self = .reply(echo)
            return
        }
        guard let type = bytes.byte(at: 0), let code = bytes.byte(at: 1),
            let fault = ICMPFault(family, type: type, code: code)
        else { return nil }
        let quote = bytes.extracting(min(Self.errorHeaderLength, bytes.count)..<bytes.count)
        guard let header = IPHeader(quote), header.destination.family == family,
            header.content == (family == .v4 ? IPHeader.icmp : IPHeader.icmpv6),
            let echo = ICMPEcho(quotedRequest: quote.extracting(header.contentRange(of: quote.count)), family)
        else { return nil }
        self = .fault(fault, target: header.destination, quoted: echo)
    }

    private static let errorHeaderLength = 8
}
