extension RecordData {
    /// Why a zone cannot have the record at its own name, as a clause; nil if it can.
    ///
    /// Servers refuse a zone that says of its keys what its parent has to say, or what those keys do not bear out.
    var obstacleAtApex: String? {
        guard case .opaque(let type, let data) = self else { return nil }
        switch RecordType.other(type) {
        case .delegationSigner:
            return "the DS records of a zone stand in the zone above it (RFC 4035, 2.4)"
        case .childDelegationSigner where data.bytes != [0, 0, 0, 0, 0],
            .childKey where data.bytes != [0, 0, 3, 0, 0]:
            return "who signs a zone says which keys it has: only the word that it has none (RFC 8078, 4) is declared"
        default: return nil
        }
    }
}
