package import Addressing

/// What the subject of a waiver or of a finding stands for, read off its text.
package enum WaiverScope: Hashable, Sendable {
    /// An address, a prefix or a range, in one routing domain.
    case addresses(IPRange, vrf: String)
    /// A hardware address.
    case mac(MACAddress)
    /// The fingerprint of a finding, or something that is called like one.
    case fingerprint
    /// The name of a device, a zone or anything else.
    case name

    /// Reads `192.0.2.7`, `192.0.2.0/24`, `lab/192.0.2.7`, `02:00:5e:10:00:01`, a fingerprint or a name.
    package init(_ text: String) {
        if let range = IPRange(text) {
            self = .addresses(range, vrf: "default")
        } else if let mac = MACAddress(text) {
            self = .mac(mac)
        } else if text.utf8.count == 16, text.utf8.allSatisfy(Self.isHexDigit) {
            self = .fingerprint
        } else if let slash = text.firstIndex(of: "/"), let range = IPRange(String(text[text.index(after: slash)...])) {
            self = .addresses(range, vrf: String(text[..<slash]))
        } else {
            self = .name
        }
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}
