import Addressing
import Packets
import TestSupport
import Testing

@Suite("Tag")
struct TagKeyTests {
    let target = IPAddress(v4: 0xc000_0207)

    private func key(seed: UInt64) -> TagKey {
        var generator = SeededGenerator(seed: seed)
        return TagKey(using: &generator)
    }

    @Test("is accepted for the target that it was made for")
    func genuine() {
        let key = key(seed: 1)
        #expect(key.signed(key.stamp(target: target, sequence: 7), for: target))
    }

    @Test("is refused when it comes from another address")
    func otherSource() {
        let key = key(seed: 1)
        #expect(!key.signed(key.stamp(target: target, sequence: 7), for: IPAddress(v4: 0xc000_0208)))
    }

    @Test("is refused for the IPv6 address of the same number")
    func otherFamily() {
        let key = key(seed: 1)
        #expect(!key.signed(key.stamp(target: target, sequence: 7), for: IPAddress(v6: target.bits)))
    }

    @Test("is refused for another probe of the same run")
    func otherSequence() {
        let key = key(seed: 1)
        let forged = EchoStamp(sequence: 8, tag: key.tag(target: target, sequence: 7))
        #expect(!key.signed(forged, for: target))
    }

    @Test("of an earlier run is refused")
    func replay() {
        let old = key(seed: 1).stamp(target: target, sequence: 7)
        #expect(!key(seed: 2).signed(old, for: target))
    }

    @Test("with any one bit turned is refused")
    func bitFlips() {
        let key = key(seed: 3)
        let tag = key.tag(target: target, sequence: 9)
        for bit in 0..<64 {
            #expect(!key.signed(EchoStamp(sequence: 9, tag: tag ^ 1 << UInt64(bit)), for: target))
        }
    }

    @Test("is never guessed")
    func forgery() {
        #if DEBUG
            let guesses = 50_000
        #else
            let guesses = 1_000_000
        #endif
        let key = key(seed: 4)
        var generator = SeededGenerator(seed: 5)
        let accepted = (0..<guesses).count { number in
            key.signed(EchoStamp(sequence: UInt64(number & 0xff), tag: generator.next()), for: target)
        }
        #expect(accepted == 0)
    }
}
