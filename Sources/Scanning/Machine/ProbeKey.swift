/// Which try of which probe: its identity on the wire.
struct ProbeKey: Hashable, Sendable {
    /// The place in the table of one way of probing one target.
    let slot: UInt32
    /// Which try: 1 to 15.
    let attempt: UInt8

    /// The number that travels in a probe's payload; its low 16 bits fit into headers too small for more.
    var sequence: UInt64 { UInt64(slot) &<< 4 | UInt64(attempt & 0xf) }

    init(slot: UInt32, attempt: UInt8) {
        self.slot = slot
        self.attempt = attempt
    }

    /// Reads the number back; nil if no probe has it.
    init?(sequence: UInt64) {
        guard let slot = UInt32(exactly: sequence &>> 4), sequence & 0xf > 0 else { return nil }
        self.init(slot: slot, attempt: UInt8(truncatingIfNeeded: sequence & 0xf))
    }
}
