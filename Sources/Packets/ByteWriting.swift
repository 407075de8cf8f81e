/// Writing numbers in network order.
extension [UInt8] {
    /// Appends the bytes of a number.
    mutating func append(bigEndian number: some FixedWidthInteger) {
        for shift in stride(from: number.bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: number &>> .init(shift)))
        }
    }
}
