package import Addressing
import InternationalNames

/// What a SOA record says, apart from the serial, which belongs to the file and not to the content (RFC 1035, 3.3.13).
package struct StartOfAuthority: Hashable, Sendable {
    /// The primary name server.
    package let primary: DomainName
    /// Who answers for the zone.
    package let contact: Mailbox
    /// How often secondaries look for changes, in seconds.
    package let refresh: UInt32
    /// How soon they try again, in seconds.
    package let retry: UInt32
    /// How long they answer without the primary, in seconds.
    package let expire: UInt32
    /// How long the absence of a name may be cached, in seconds (RFC 2308, 4).
    package let minimum: UInt32

    /// How often secondaries look for changes where nothing is said, in seconds.
    package static let defaultRefresh: UInt32 = 14_400
    /// How soon they try again where nothing is said, in seconds.
    package static let defaultRetry: UInt32 = 3_600
    /// How long they answer without the primary where nothing is said, in seconds.
    package static let defaultExpire: UInt32 = 1_209_600
    static let defaultMinimum: UInt32 = 3_600
}

/// A mail address as DNS writes it: the part before the `@` as one label, dots and all (RFC 1035, 8).
package struct Mailbox: Hashable, Sendable, CustomStringConvertible {
    private let local: String
    private let domain: DomainName

    /// The address that RFC 2142 gives to those who answer for a domain.
    static func hostmaster(of domain: DomainName) -> Mailbox {
        Mailbox(local: "hostmaster", domain: domain)
    }

    private init(local: String, domain: DomainName) {
        self.local = local
        self.domain = domain
    }

    /// Parses a mail address such as `hostmaster@example.net`.
    ///
    /// - Throws: ``AddressError`` if there is no `@`, or a part cannot stand in a zone file.
    package init(parsing text: String) throws(AddressError) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let printable = UInt8(ascii: "!")...UInt8(ascii: "~")
        guard parts.count == 2, let local = parts.first, !local.isEmpty, local.utf8.allSatisfy(printable.contains),
            local.utf8.count <= DomainName.longestLabel
        else { throw AddressError("'\(text.prefix(100))' is no mail address; write it like hostmaster@example.net") }
        let domain = try DomainName(declared: String(parts[1]))
        guard domain.isHostname else { throw AddressError.noHostname(domain) }
        guard local.utf8.count + domain.description.utf8.count <= DomainName.longestName else {
            throw AddressError("'\(text.prefix(100))…' is too long for a name")
        }
        self.init(local: String(local), domain: domain)
    }

    /// The address as a name: `first\.last.example.net.`
    package var description: String {
        let escaped = local.map { character in
            character.isLetter || character.isNumber || character == "-" || character == "_"
                ? String(character) : "\\\(character)"
        }
        return "\(escaped.joined()).\(domain)"
    }
}
