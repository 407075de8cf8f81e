/// The type of a DNS record, in the order in which a zone file lists the records of one name.
package enum RecordType: Hashable, Comparable, Sendable {
    case soa, ns, a, aaaa, caa, cname, mx, ptr, srv, sshfp, txt
    /// A type that is known by its number only (RFC 3597).
    case other(UInt16)

    /// The types that are written as `TYPEnnn`, and whose number says more than that here.
    static let delegationSigner = RecordType.other(43)
    /// CDS and CDNSKEY, by which a zone asks its parent for another DS record (RFC 7344).
    static let childDelegationSigner = RecordType.other(59)
    static let childKey = RecordType.other(60)
    /// WKS, which hosts have and nothing else (RFC 1035, 3.4.2).
    static let wellKnownServices = RecordType.other(11)
    /// DNAME, which leads all names below its own elsewhere (RFC 6672).
    static let subtreeAlias = RecordType.other(39)

    private static let mnemonics: [(type: RecordType, name: String, number: UInt16)] = [
        (.soa, "SOA", 6), (.ns, "NS", 2), (.a, "A", 1), (.aaaa, "AAAA", 28), (.caa, "CAA", 257),
        (.cname, "CNAME", 5), (.mx, "MX", 15), (.ptr, "PTR", 12), (.srv, "SRV", 33), (.sshfp, "SSHFP", 44),
        (.txt, "TXT", 16),
    ]

    /// Reads the type of a declared record, in upper case.
    ///
    /// - Throws: ``RecordTextError`` for SOA, which zones write themselves, for types of questions, and for others that
    ///   are not known by name.
    init(declared text: String) throws(RecordTextError) {
        if let known = Self.mnemonics.first(where: { $0.name == text }) {
            guard known.type != .soa else { throw RecordTextError("the SOA record is written by the zone itself") }
            self = known.type
            return
        }
        let names = Self.mnemonics.dropFirst().map(\.name).sorted().joined(separator: ", ")
        guard text.hasPrefix("TYPE"), let number = UInt16(text.dropFirst(4)), text == "TYPE\(number)" else {
            throw RecordTextError("'\(text.prefix(20))' is no record type; write \(names), or TYPEnnn for others")
        }
        if let known = Self.mnemonics.first(where: { $0.number == number }) {
            throw RecordTextError("'\(text)' has a name: write \(known.name)")
        }
        guard number != 0, number != 41, !(128...255).contains(number) else {
            throw RecordTextError("'\(text)' stands for questions or protocol data, not for records (RFC 6895, 3.1)")
        }
        self = .other(number)
    }
}

extension RecordType {
    /// The number of the type in messages.
    package var number: UInt16 {
        if case .other(let number) = self { return number }
        return Self.mnemonics.first { $0.type == self }?.number ?? 0
    }
}

extension RecordType: CustomStringConvertible {
    /// The type as zone files write it: `AAAA`, `TYPE65280`.
    package var description: String {
        if case .other(let number) = self { return "TYPE\(number)" }
        return Self.mnemonics.first { $0.type == self }?.name ?? ""
    }
}
