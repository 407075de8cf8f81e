import Addressing

extension RecordData {
    /// The most octets that a record holds (RFC 1035, 3.2.1).
    static let longest = 65_535

    /// How many octets it takes in a message, with names that are not compressed.
    var size: Int {
        switch self {
        case .ns(let name), .cname(let name), .ptr(let name): name.size
        case .address(let address): address.family == .v4 ? 4 : 16
        case .caa(_, let tag, let value): 2 + tag.utf8.count + value.bytes.count
        case .mx(_, let exchange): 2 + exchange.size
        case .srv(_, _, _, let target): 6 + target.size
        case .sshfp(_, _, let fingerprint): 2 + fingerprint.bytes.count
        case .txt(let texts): texts.strings.reduce(0) { $0 + 1 + $1.bytes.count }
        case .opaque(_, let data): data.bytes.count
        }
    }
}
