extension BinaryInteger {
    /// The quotient rounded towards negative infinity, as calendars need for moments before 1970.
    func floorDivided(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
