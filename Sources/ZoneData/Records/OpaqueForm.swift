/// What the data of well-known types consists of, as far as name servers insist on it when a record comes as octets.
///
/// They refuse a whole zone for one record in which such a part is missing or left over.
struct OpaqueForm {
    /// One part of the data; the last ones take all that is left.
    private enum Part {
        /// So many octets.
        case octets(Int)
        /// A string behind its length.
        case string
        /// A name that is not compressed.
        case name
        /// All octets that are left, one at least.
        case rest
        /// The types of which a name has records (RFC 4034, 4.1.2).
        case types
        /// Parameters in the order of their keys (RFC 9460, 2.2).
        case parameters
    }

    /// What the type is called.
    let name: String
    private let parts: [Part]

    private static let known: [UInt16: OpaqueForm] = [
        13: OpaqueForm(name: "HINFO", parts: [.string, .string]),
        17: OpaqueForm(name: "RP", parts: [.name, .name]),
        18: OpaqueForm(name: "AFSDB", parts: [.octets(2), .name]),
        29: OpaqueForm(name: "LOC", parts: [.octets(16)]),
        35: OpaqueForm(name: "NAPTR", parts: [.octets(4), .string, .string, .string, .name]),
        37: OpaqueForm(name: "CERT", parts: [.octets(5), .rest]),
        39: OpaqueForm(name: "DNAME", parts: [.name]),
        43: OpaqueForm(name: "DS", parts: [.octets(4), .rest]),
        46: OpaqueForm(name: "RRSIG", parts: [.octets(18), .name, .rest]),
        47: OpaqueForm(name: "NSEC", parts: [.name, .types]),
        48: OpaqueForm(name: "DNSKEY", parts: [.octets(4), .rest]),
        52: OpaqueForm(name: "TLSA", parts: [.octets(3), .rest]),
        53: OpaqueForm(name: "SMIMEA", parts: [.octets(3), .rest]),
        61: OpaqueForm(name: "OPENPGPKEY", parts: [.rest]),
        64: OpaqueForm(name: "SVCB", parts: [.octets(2), .name, .parameters]),
        65: OpaqueForm(name: "HTTPS", parts: [.octets(2), .name, .parameters]),
        108: OpaqueForm(name: "EUI48", parts: [.octets(6)]),
        109: OpaqueForm(name: "EUI64", parts: [.octets(8)]),
        256: OpaqueForm(name: "URI", parts: [.octets(4), .rest]),
    ]

    /// Checks data of a type that is declared by its number; that of a type with no known form may be anything.
    ///
    /// - Throws: ``RecordTextError`` that says what the type is called.
    static func check(_ data: Octets, ofType number: UInt16) throws(RecordTextError) {
        guard let form = known[number], !form.holds(data.bytes[...]) else { return }
        throw RecordTextError("these \(data.bytes.count) octets are not what a \(form.name) record holds")
    }

    private func holds(_ data: ArraySlice<UInt8>) -> Bool {
        var rest = data
        return parts.allSatisfy { Self.take($0, from: &rest) } && rest.isEmpty
    }

    private static func take(_ part: Part, from data: inout ArraySlice<UInt8>) -> Bool {
        switch part {
        case .octets(let count): return skip(count, of: &data)
        case .string: return data.popFirst().map { skip(Int($0), of: &data) } ?? false
        case .name: return takeName(from: &data)
        case .rest:
            defer { data = [] }
            return !data.isEmpty
        case .types: return !data.isEmpty && takeWindows(from: &data)
        case .parameters: return takeParameters(from: &data)
        }
    }

    private static func skip(_ count: Int, of data: inout ArraySlice<UInt8>) -> Bool {
        guard data.count >= count else { return false }
        data = data.dropFirst(count)
        return true
    }

    private static func takeName(from data: inout ArraySlice<UInt8>) -> Bool {
        let count = data.count
        while let length = data.popFirst() {
            if length == 0 { return count - data.count <= 255 }
            guard length < 64, skip(Int(length), of: &data) else { return false }
        }
        return false
    }

    private static func takeWindows(from data: inout ArraySlice<UInt8>) -> Bool {
        var last = -1
        while let window = data.popFirst() {
            guard Int(window) > last, let length = data.popFirst(), (1...32).contains(length),
                skip(Int(length), of: &data)
            else { return false }
            last = Int(window)
        }
        return true
    }

    private static func takeParameters(from data: inout ArraySlice<UInt8>) -> Bool {
        var last = -1
        while !data.isEmpty {
            guard let key = takeNumber(from: &data), key > last, let length = takeNumber(from: &data),
                skip(length, of: &data)
            else { return false }
            last = key
        }
        return true
    }

    private static func takeNumber(from data: inout ArraySlice<UInt8>) -> Int? {
        guard let high = data.popFirst(), let low = data.popFirst() else { return nil }
        return Int(high) << 8 | Int(low)
    }
}
