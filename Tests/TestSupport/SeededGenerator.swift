/// Random numbers that are the same on every run for the same seed (SplitMix64).
///
/// A property test makes one with a written-down seed and puts it into the comment of its expectations, so that a
/// failure names the case that repeats it: `#expect(a == b, "\(generator)")`.
package struct SeededGenerator: RandomNumberGenerator, Sendable, CustomStringConvertible {
    /// The seed that the sequence began with.
    package let seed: UInt64
    private var state: UInt64

    /// Begins the sequence that belongs to `seed`.
    package init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    package var description: String { "seed \(seed)" }
}
