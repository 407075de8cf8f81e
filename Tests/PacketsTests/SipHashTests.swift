import Testing

@testable import Packets

@Suite("SipHash-2-4")
struct SipHashTests {
    /// From the reference implementation: key 00…0f, message 00, 01, 02 … of the length that is the index.
    static let vectors: [(length: Int, hash: UInt64)] = [
        (0, 0x726f_db47_dd0e_0e31), (1, 0x74f8_39c5_93dc_67fd), (2, 0x0d6c_8009_d9a9_4f5a),
        (3, 0x8567_6696_d7fb_7e2d), (4, 0xcf27_94e0_2771_87b7), (5, 0x1876_5564_cd99_a68d),
        (6, 0xcbc9_466e_58fe_e3ce), (7, 0xab02_00f5_8b01_d137), (8, 0x93f5_f579_9a93_2462),
        (9, 0x9e00_82df_0ba9_e4b0), (15, 0xa129_ca61_49be_45e5), (63, 0x958a_324c_eb06_4572),
    ]

    @Test("agrees with the reference vectors", arguments: vectors)
    func reference(length: Int, hash: UInt64) {
        var sip = SipHash(key0: 0x0706_0504_0302_0100, key1: 0x0f0e_0d0c_0b0a_0908)
        let message = (0..<length).map { UInt64($0) }
        for start in stride(from: 0, to: length - length % 8, by: 8) {
            sip.absorb(word(message[start..<start + 8]))
        }
        #expect(sip.finish(tail: word(message[(length - length % 8)...]), length: length) == hash)
    }

    private func word(_ bytes: ArraySlice<UInt64>) -> UInt64 { bytes.reversed().reduce(0) { $0 << 8 | $1 } }
}
