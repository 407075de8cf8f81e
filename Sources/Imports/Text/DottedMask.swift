import Addressing

/// Masks as older programs write them.
enum DottedMask {
    /// The length of a prefix that has this mask: `24`, or `255.255.255.0`; nil for anything else.
    static func length(of text: String) -> Int? {
        if let length = Int(text), (0...128).contains(length) { return length }
        guard let mask = IPAddress(text), mask.family == .v4 else { return nil }
        let length = (~UInt32(truncatingIfNeeded: mask.bits)).leadingZeroBitCount
        return IPPrefix(containing: mask, length: length).mask == mask ? length : nil
    }
}
