package import Addressing

/// The data of a record as a value, so that equal data is equal however it was written, and sorts by what it means.
package enum RecordData: Hashable, Comparable, Sendable {
    /// A name server (RFC 1035).
    case ns(DomainName)
    /// An address: an A or AAAA record by its family (RFC 1035, RFC 3596).
    case address(IPAddress)
    /// Who may issue certificates (RFC 8659).
    case caa(flags: UInt8, tag: String, value: Octets)
    /// The name that this one is an alias of (RFC 1035).
    case cname(DomainName)
    /// A mail server (RFC 1035); the root says that there is none (RFC 7505).
    case mx(preference: UInt16, exchange: DomainName)
    /// The name of an address (RFC 1035).
    case ptr(DomainName)
    /// Where a service is (RFC 2782); the root says that it is nowhere.
    case srv(priority: UInt16, weight: UInt16, port: UInt16, target: DomainName)
    /// The fingerprint of an SSH host key (RFC 4255).
    case sshfp(algorithm: UInt8, type: UInt8, fingerprint: Octets)
    /// Texts of at most 255 octets each (RFC 1035).
    case txt(CharacterStrings)
    /// Data of a type that is known by its number only (RFC 3597).
    case opaque(type: UInt16, Octets)

    /// The type of the record.
    package var type: RecordType {
        switch self {
        case .ns: .ns
        case .address(let address): address.family == .v4 ? .a : .aaaa
        case .caa: .caa
        case .cname: .cname
        case .mx: .mx
        case .ptr: .ptr
        case .srv: .srv
        case .sshfp: .sshfp
        case .txt: .txt
        case .opaque(let type, _): .other(type)
        }
    }

    /// The host that NS, MX and SRV point at, which must have an address and be no alias (RFC 2181, 10.3).
    package var host: DomainName? {
        switch self {
        case .ns(let host), .mx(_, let host), .srv(_, _, _, let host): host.isRoot ? nil : host
        case .address, .caa, .cname, .ptr, .sshfp, .txt, .opaque: nil
        }
    }
}

/// Octets that compare as DNSSEC compares them, from left to right (RFC 4034, 6.3).
package struct Octets: Hashable, Comparable, Sendable {
    /// The octets.
    package let bytes: [UInt8]

    /// Takes octets as they are.
    package init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    package static func < (left: Octets, right: Octets) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}

/// The strings of a TXT record: one or more, each of at most 255 octets.
package struct CharacterStrings: Hashable, Comparable, Sendable {
    /// The most octets in one string (RFC 1035, 3.3).
    static let longest = 255

    /// The strings in order.
    package let strings: [Octets]

    /// Splits texts that are longer than one string may be.
    package init(splitting texts: [[UInt8]]) {
        strings = texts.flatMap { text in
            text.isEmpty
                ? [Octets([])]
                : stride(from: 0, to: text.count, by: Self.longest).map {
                    Octets(text[$0..<min($0 + Self.longest, text.count)])
                }
        }
    }

    package static func < (left: CharacterStrings, right: CharacterStrings) -> Bool {
        left.strings.lexicographicallyPrecedes(right.strings)
    }
}
