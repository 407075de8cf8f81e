/// Strict reading and canonical printing of dotted decimal (RFC 6943, 3.1.1, "strict" form).
enum IPv4Text {
    static func print(_ bits: UInt32) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(15)
        for place in (0..<4).reversed() {
            text.append(decimal: UInt8(truncatingIfNeeded: bits >> (8 * place)))
            if place > 0 { text.append(UInt8(ascii: ".")) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func parse(_ bytes: Span<UInt8>) throws(AddressError) -> UInt32 {
        var bits: UInt32 = 0
        var octets = 0
        var start = 0
        for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: ".") {
            let octet = try parseOctet(bytes.extracting(start..<index), of: bytes)
            octets += 1
            guard octets <= 4 else { throw AddressError("\(bytes.quoted) has more than four octets") }
            bits = bits << 8 | UInt32(octet)
            start = index + 1
        }
        guard octets == 4 else {
            throw AddressError("\(bytes.quoted) has \(octets) of the four octets of an IPv4 address")
        }
        return bits
    }

    private static func parseOctet(_ octet: Span<UInt8>, of address: Span<UInt8>) throws(AddressError) -> UInt8 {
        guard !octet.isEmpty else { throw AddressError("\(address.quoted) is not an IP address: an octet is empty") }
        var value = 0
        for index in octet.indices {
            guard let digit = octet[index].decimalDigit else {
                throw AddressError("\(address.quoted) is not an IP address")
            }
            value = min(value * 10 + digit, 1000)
        }
        guard octet.count == 1 || octet[0] != UInt8(ascii: "0") else {
            throw AddressError("octet \(octet.quoted) has a leading zero, which some software reads as octal")
        }
        guard let byte = UInt8(exactly: value) else { throw AddressError("octet \(octet.quoted) is above 255") }
        return byte
    }
}
