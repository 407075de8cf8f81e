import Addressing
import Testing

@testable import Packets

@Suite("ICMP error")
struct ICMPMessageTests {
    let target = IPAddress(v4: 0xc000_0207)
    let echo = ICMPEcho(identifier: 0x1234, stamp: EchoStamp(sequence: 0x5_0001, tag: 0xdead_beef_0bad_cafe))

    /// An IPv4 packet to the target, with options of the given length.
    private func packet(options: Int = 0, content: [UInt8]) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 20 + options)
        bytes[0] = 0x40 | UInt8((20 + options) / 4)
        bytes[3] = UInt8(bytes.count + content.count)
        bytes[9] = 1
        bytes.replaceSubrange(12..<16, with: [198, 51, 100, 1])
        bytes.replaceSubrange(16..<20, with: target.bytes)
        return bytes + content
    }

    private func error(type: UInt8 = 3, code: UInt8 = 1, quoting quote: [UInt8]) -> [UInt8] {
        withChecksum([type, code, 0, 0, 0, 0, 0, 0] + quote)
    }

    @Test("names the target and the probe that the quoted packet was")
    func whole() {
        let message = ICMPMessage(error(quoting: packet(content: echo.request(.v4))).span, .v4)
        #expect(message == .fault(.hostUnreachable, target: target, quoted: echo))
    }

    @Test("that quotes only eight bytes, as RFC 792 asks for, has no stamp")
    func minimalQuote() {
        let quote = Array(packet(content: echo.request(.v4)).prefix(28))
        guard case .fault(_, let target, let quoted) = ICMPMessage(error(quoting: quote).span, .v4) else {
            Issue.record("not an error")
            return
        }
        #expect(target == self.target)
        #expect(quoted.stamp == nil)
        #expect(quoted.sequence == echo.sequence)
    }

    @Test("whose quoted header has options is read behind them")
    func options() {
        let message = ICMPMessage(error(quoting: packet(options: 40, content: echo.request(.v4))).span, .v4)
        #expect(message == .fault(.hostUnreachable, target: target, quoted: echo))
    }

    @Test("whose quoted header claims an impossible length is refused", arguments: [0, 1, 4, 15] as [UInt8])
    func badHeaderLength(words: UInt8) {
        var quote = packet(content: echo.request(.v4))
        quote[0] = 0x40 | words
        #expect(ICMPMessage(error(quoting: quote).span, .v4) == nil)
    }

    @Test("about a later fragment is refused")
    func fragment() {
        var quote = packet(content: echo.request(.v4))
        quote[7] = 3
        #expect(ICMPMessage(error(quoting: quote).span, .v4) == nil)
    }

    @Test("about a packet of another protocol is refused")
    func otherProtocol() {
        var quote = packet(content: echo.request(.v4))
        quote[9] = 17
        #expect(ICMPMessage(error(quoting: quote).span, .v4) == nil)
    }

    @Test("about somebody's echo reply is refused")
    func quotedReply() {
        #expect(ICMPMessage(error(quoting: packet(content: reply(to: echo, .v4))).span, .v4) == nil)
    }

    @Test("cut short anywhere before the quoted echo header ends is refused")
    func truncated() {
        let whole = [3, 1, 0, 0, 0, 0, 0, 0] + packet(content: echo.request(.v4))
        for length in 0..<36 {
            let message = length < 4 ? Array(whole.prefix(length)) : withChecksum(Array(whole.prefix(length)))
            #expect(ICMPMessage(message.span, .v4) == nil, "\(length) bytes")
        }
    }

    @Test("of ICMPv6 names the target and the probe")
    func v6() {
        let target = IPAddress(v6: 0x2001_0db8_0000_0000_0000_0000_0000_0007)
        let content = echo.request(.v6)
        let header = [0x60, 0, 0, 0, 0, UInt8(content.count), 58, 64] + [UInt8](repeating: 1, count: 16) + target.bytes
        let bytes = [1, 3, 0, 0, 0, 0, 0, 0] + header + content
        #expect(ICMPMessage(bytes.span, .v6) == .fault(.hostUnreachable, target: target, quoted: echo))
    }

    @Test(
        "is graded by what it says about the host",
        arguments: [
            (.v4, 3, 0, .networkUnreachable), (.v4, 3, 1, .hostUnreachable), (.v4, 3, 3, .rejected),
            (.v4, 3, 9, .prohibited), (.v4, 3, 10, .prohibited), (.v4, 3, 13, .prohibited), (.v4, 11, 0, .timeExceeded),
            (.v4, 3, 4, nil), (.v4, 5, 1, nil), (.v6, 1, 0, .networkUnreachable), (.v6, 1, 1, .prohibited),
            (.v6, 1, 3, .hostUnreachable), (.v6, 1, 4, .rejected), (.v6, 3, 0, .timeExceeded), (.v6, 2, 0, nil),
        ] as [(AddressFamily, UInt8, UInt8, ICMPFault?)])
    func grades(family: AddressFamily, type: UInt8, code: UInt8, fault: ICMPFault?) {
        #expect(ICMPFault(family, type: type, code: code) == fault)
    }
}
