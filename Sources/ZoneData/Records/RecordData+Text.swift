import Addressing

extension RecordData: CustomStringConvertible {
    /// The data as a zone file writes it, all names absolute.
    package var description: String {
        switch self {
        case .ns(let name), .cname(let name), .ptr(let name): name.description
        case .address(let address): address.description
        case .caa(let flags, let tag, let value): "\(flags) \(tag) \(value.quoted)"
        case .mx(let preference, let exchange): "\(preference) \(exchange)"
        case .srv(let priority, let weight, let port, let target): "\(priority) \(weight) \(port) \(target)"
        case .sshfp(let algorithm, let type, let fingerprint): "\(algorithm) \(type) \(fingerprint.hex)"
        case .txt(let texts): texts.strings.map(\.quoted).joined(separator: " ")
        case .opaque(_, let data) where data.bytes.isEmpty: "\\# 0"
        case .opaque(_, let data): "\\# \(data.bytes.count) \(data.hex)"
        }
    }
}

extension Octets {
    /// The octets as a quoted string: printable ASCII as it is, all else as `\DDD` (RFC 1035, 5.1).
    var quoted: String {
        var text: [UInt8] = [UInt8(ascii: "\"")]
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                text += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: " ")...UInt8(ascii: "~"):
                text.append(byte)
            default:
                let zero = UInt8(ascii: "0")
                text += [UInt8(ascii: "\\"), zero + byte / 100, zero + byte / 10 % 10, zero + byte % 10]
            }
        }
        text.append(UInt8(ascii: "\""))
        return String(decoding: text, as: UTF8.self)
    }

    /// The octets as lower-case hexadecimal digits.
    package var hex: String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
