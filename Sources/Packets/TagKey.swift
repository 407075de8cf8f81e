package import Addressing

/// The secret of one run, under which its probes are signed.
///
/// A reply counts only if it carries the tag of the address that it comes from. So neither a reply from another
/// address, nor one of an earlier run, nor a guess is ever taken for an answer.
package struct TagKey: Sendable {
    private let run: UInt64
    private let key0: UInt64
    private let key1: UInt64

    /// Draws a key; `generator` must be cryptographically secure outside tests.
    package init(using generator: inout some RandomNumberGenerator) {
        run = generator.next()
        key0 = generator.next()
        key1 = generator.next()
    }

    /// The tag of the probe with this number to this target.
    package func tag(target: IPAddress, sequence: UInt64) -> UInt64 {
        var hash = SipHash(key0: key0, key1: key1)
        let bits = target.bits
        hash.absorb(UInt64(truncatingIfNeeded: bits))
        hash.absorb(UInt64(truncatingIfNeeded: bits &>> 64))
        hash.absorb(run)
        hash.absorb(sequence)
        return hash.finish(tail: UInt64(target.family.rawValue), length: 33)
    }

    /// Signs the probe with this number to this target.
    package func stamp(target: IPAddress, sequence: UInt64) -> EchoStamp {
        EchoStamp(sequence: sequence, tag: tag(target: target, sequence: sequence))
    }

    /// Whether this run made the stamp for this target, compared in constant time.
    package func signed(_ stamp: EchoStamp, for target: IPAddress) -> Bool {
        // One exclusive or of whole words takes the same time whichever bits differ.
        tag(target: target, sequence: stamp.sequence) ^ stamp.tag == 0
    }
}
