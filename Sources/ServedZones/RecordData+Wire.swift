import Addressing
import ZoneData

extension RecordData {
    /// Reads the data of a record from a message, names written out in full; nil if it is malformed, or holds a name that
    /// nobody could declare.
    init?(wire: [UInt8], type: UInt16) {
        var reader = WireReader(bytes: wire[...])
        guard let data = Self.read(&reader, RecordType(number: type)), reader.bytes.isEmpty else { return nil }
        self = data
    }

    private static func read(_ wire: inout WireReader, _ type: RecordType) -> RecordData? {
        switch type {
        case .soa: return nil
        case .a: return wire.address(.v4).map { .address($0) }
        case .aaaa: return wire.address(.v6).map { .address($0) }
        case .ns: return wire.name().map { .ns($0) }
        case .cname: return wire.name().map { .cname($0) }
        case .ptr: return wire.name().map { .ptr($0) }
        case .mx:
            guard let preference = wire.word(), let exchange = wire.name() else { return nil }
            return .mx(preference: preference, exchange: exchange)
        case .srv:
            guard let priority = wire.word(), let weight = wire.word(), let port = wire.word(),
                let target = wire.name()
            else { return nil }
            return .srv(priority: priority, weight: weight, port: port, target: target)
        case .txt:
            var texts: [[UInt8]] = []
            while !wire.bytes.isEmpty {
                guard let text = wire.string() else { return nil }
                texts.append(text)
            }
            return .txt(CharacterStrings(splitting: texts))
        case .caa:
            guard let flags = wire.bytes.popFirst(), let tag = wire.string() else { return nil }
            return .caa(flags: flags, tag: String(decoding: tag, as: UTF8.self).lowercased(), value: wire.rest())
        case .sshfp:
            guard let algorithm = wire.bytes.popFirst(), let kind = wire.bytes.popFirst() else { return nil }
            return .sshfp(algorithm: algorithm, type: kind, fingerprint: wire.rest())
        case .other(let number): return .opaque(type: number, wire.rest())
        }
    }
}

/// Takes the parts of a record's data from its front.
private struct WireReader {
    var bytes: ArraySlice<UInt8>

    mutating func word() -> UInt16? {
        guard let high = bytes.popFirst(), let low = bytes.popFirst() else { return nil }
        return UInt16(high) << 8 | UInt16(low)
    }

    mutating func string() -> [UInt8]? {
        guard let length = bytes.popFirst(), bytes.count >= Int(length) else { return nil }
        defer { bytes = bytes.dropFirst(Int(length)) }
        return Array(bytes.prefix(Int(length)))
    }

    mutating func address(_ family: AddressFamily) -> IPAddress? {
        guard bytes.count == family.width / 8 else { return nil }
        return IPAddress(family: family, bits: rest().bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) })
    }

    mutating func name() -> DomainName? {
        var labels: [[UInt8]] = []
        while let label = string() {
            if label.isEmpty { return DomainName(labels: labels) }
            labels.append(label)
        }
        return nil
    }

    mutating func rest() -> Octets {
        defer { bytes = [] }
        return Octets(bytes)
    }
}

extension DomainName {
    /// Takes a name from a message; nil for one with octets that declared names do not have.
    init?(labels: [[UInt8]]) {
        guard !labels.contains(where: { $0.contains(UInt8(ascii: ".")) }) else { return nil }
        self.init(String(decoding: Array(labels.joined(separator: [UInt8(ascii: ".")])), as: UTF8.self) + ".")
    }

    /// The name as messages have it.
    var wireLabels: [[UInt8]] { labels.map { Array($0.utf8) } }
}

extension RecordType {
    /// The type of a number.
    init(number: UInt16) {
        let known: [RecordType] = [.soa, .ns, .a, .aaaa, .caa, .cname, .mx, .ptr, .srv, .sshfp, .txt]
        self = known.first { $0.number == number } ?? .other(number)
    }
}
