/// What an echo request carries behind its header, and the reply returns: the number of the probe and its tag.
package struct EchoStamp: Hashable, Sendable {
    /// The length on the wire, in bytes.
    package static let length = 16

    /// The number of the probe within its run.
    package let sequence: UInt64
    /// The keyed tag over the target, the run and the number.
    package let tag: UInt64

    /// Makes a stamp.
    package init(sequence: UInt64, tag: UInt64) {
        self.sequence = sequence
        self.tag = tag
    }

    /// Reads a stamp that begins at `offset`; nil if the bytes end before it does.
    init?(_ bytes: Span<UInt8>, at offset: Int) {
        guard let sequence = bytes.word64(at: offset), let tag = bytes.word64(at: offset + 8) else { return nil }
        self.init(sequence: sequence, tag: tag)
    }
}
