/// SipHash-2-4, a keyed 64-bit hash that nobody without the key can predict (Aumasson and Bernstein, 2012).
///
/// The message is absorbed in little-endian words of eight bytes.
struct SipHash {
    private var v0: UInt64
    private var v1: UInt64
    private var v2: UInt64
    private var v3: UInt64

    /// Starts a hash under a key of 128 bits.
    init(key0: UInt64, key1: UInt64) {
        v0 = key0 ^ 0x736f_6d65_7073_6575
        v1 = key1 ^ 0x646f_7261_6e64_6f6d
        v2 = key0 ^ 0x6c79_6765_6e65_7261
        v3 = key1 ^ 0x7465_6462_7974_6573
    }

    /// Takes in the next eight bytes of the message.
    mutating func absorb(_ word: UInt64) {
        v3 ^= word
        mix()
        mix()
        v0 ^= word
    }

    /// Ends the message with its last 0 to 7 bytes, in the low bytes of `tail`, and its length in bytes.
    consuming func finish(tail: UInt64, length: Int) -> UInt64 {
        absorb(UInt64(truncatingIfNeeded: length) &<< 56 | tail & 0x00ff_ffff_ffff_ffff)
        v2 ^= 0xff
        for _ in 0..<4 { mix() }
        return v0 ^ v1 ^ v2 ^ v3
    }

    private mutating func mix() {
        v0 &+= v1
        v1 = v1.rotated(by: 13) ^ v0
        v0 = v0.rotated(by: 32)
        v2 &+= v3
        v3 = v3.rotated(by: 16) ^ v2
        v0 &+= v3
        v3 = v3.rotated(by: 21) ^ v0
        v2 &+= v1
        v1 = v1.rotated(by: 17) ^ v2
        v2 = v2.rotated(by: 32)
    }
}

extension UInt64 {
    fileprivate func rotated(by count: UInt64) -> UInt64 { self &<< count | self &>> (64 - count) }
}
