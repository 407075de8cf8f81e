import Addressing
import TestSupport
import Testing

@testable import Packets

@Suite("Decoders")
struct DecoderTests {
    @Test("take any bytes without a trap, and find no signed reply in noise")
    func noise() {
        var generator = SeededGenerator(seed: 21)
        let key = TagKey(using: &generator)
        let target = IPAddress(v4: 0x7f00_0001)
        var signed = 0
        for _ in 0..<20_000 {
            let bytes = plausible(using: &generator)
            _ = IPHeader(bytes.span).map { $0.contentRange(of: bytes.count) }
            for family in AddressFamily.allCases {
                switch ICMPMessage(bytes.span, family) {
                case .reply(let echo), .fault(_, _, let echo):
                    if let stamp = echo.stamp, key.signed(stamp, for: target) { signed += 1 }
                case nil: break
                }
            }
        }
        #expect(signed == 0)
    }

    /// Random bytes that often begin like an ICMP message with a quoted header, and then have a right checksum.
    private func plausible(using generator: inout SeededGenerator) -> [UInt8] {
        let length = Int.random(in: 0...96, using: &generator)
        var bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let types: [UInt8] = [0, 1, 3, 8, 11, 128, 129]
        guard Bool.random(using: &generator), length > 20, let type = types.randomElement(using: &generator) else {
            return bytes
        }
        bytes[0] = type
        bytes[1] = UInt8.random(in: 0...3, using: &generator)
        bytes[8] = UInt8.random(in: 0x40...0x4f, using: &generator)
        if Bool.random(using: &generator) { bytes[8] = 0x60 }
        bytes[17] = Bool.random(using: &generator) ? 1 : 58
        return withChecksum(bytes)
    }
}
