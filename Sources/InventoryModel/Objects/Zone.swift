package import Addressing
package import Chronology
package import Findings

/// A DNS zone that is written from the inventory.
package struct Zone: InventoryObject {
    package static let noun = "zone"
    package static let summary = "A DNS zone that is written from the inventory: forward by name, or reverse by prefix."

    /// What a zone holds names of.
    package enum Origin: Hashable, Sendable {
        /// The names below a domain.
        case forward(DomainName)
        /// The addresses of a prefix.
        case reverse(IPPrefix)
    }

    /// The domain, or the prefix whose addresses it maps back.
    package let origin: Located<Origin>
    /// The time that records may be cached, where they do not say.
    package let ttl: Located<TimeSpan>?
    /// The primary name server, as in the SOA record.
    package let primary: Located<DomainName>?
    /// The mail address of who answers for it.
    package let contact: Located<String>?
    /// Its name servers.
    package let nameservers: [Located<DomainName>]
    /// How its serial grows.
    package let serial: SerialPolicy?
    /// SOA: how often secondaries look for changes.
    package let refresh: Located<TimeSpan>?
    /// SOA: how soon they try again.
    package let retry: Located<TimeSpan>?
    /// SOA: how long they answer without the primary.
    package let expire: Located<TimeSpan>?
    /// SOA: how long the absence of a name may be cached.
    package let minimum: Located<TimeSpan>?
    /// How the zone of a part of an octet is called.
    package let style: ClasslessStyle?
    /// The whole name of the zone of a part of an octet, where a provider gave it one.
    package let alias: Located<DomainName>?
    /// Parts of it that are served elsewhere.
    package let delegations: [Delegation]
    /// Records beyond those that follow from addresses.
    package let records: [DeclaredRecord]
    /// The whole entry.
    package let span: SourceSpan

    package init(_ fields: inout Fields) {
        let name: Located<DomainName>? = fields.optional("name", "Domain of a forward zone, such as lon1.example.net.")
        let reverse: Located<IPPrefix>? = fields.optional("reverse", "Prefix of a reverse zone, such as 192.0.2.0/24.")
        fields.requireOne(of: ["name", "reverse"], present: [name != nil, reverse != nil])
        origin =
            name.map { Located(.forward($0.value), at: $0.span) }
            ?? reverse.map { Located(.reverse($0.value), at: $0.span) }
            ?? Located(.forward(.example), at: .none)
        ttl = fields.optional("ttl", "How long records may be cached, where they do not say.")
        primary = fields.optional(
            "primary", "Primary name server of the SOA record; the first of nameservers otherwise.")
        contact = fields.optional("contact", "Mail address of who answers for it, such as hostmaster@example.net.")
        nameservers = fields.list("nameservers", "Its name servers; those of settings otherwise.")
        serial = fields.optional("serial", "How the serial grows: date, unixtime, git, increment, or fixed:N.")
        refresh = fields.optional("refresh", "SOA: how often secondaries look for changes.")
        retry = fields.optional("retry", "SOA: how soon secondaries try again.")
        expire = fields.optional("expire", "SOA: how long secondaries answer without the primary.")
        minimum = fields.optional("minimum", "SOA: how long the absence of a name may be cached (RFC 2308).")
        style = fields.optional(
            "style",
            "Name of a reverse zone longer than /24 (RFC 2317): dash-prefixlen (64-26), slash (64/26) or "
                + "dash-range (64-127).")
        alias = fields.optional("as", "Whole name of a reverse zone longer than /24, where a provider gave it one.")
        delegations = fields.list("delegations", "Parts of the zone that other servers answer for.")
        records = fields.list("records", "Records beyond those that follow from addresses.")
        span = fields.span
    }
}

/// A part of a zone that other servers answer for.
package struct Delegation: InventoryObject {
    package static let noun = "delegation"
    package static let summary = "A part of the zone that other servers answer for."

    /// The delegated name, relative to the zone.
    package let name: Located<String>
    /// The servers that answer for it.
    package let nameservers: [Located<DomainName>]

    package init(_ fields: inout Fields) {
        name = fields.required("name", "Name of the part, relative to the zone.")
        nameservers = fields.list("nameservers", "Servers that answer for it.")
    }
}

/// A record that is written as it is declared.
package struct DeclaredRecord: InventoryObject {
    package static let noun = "record"
    package static let summary = "A record that is written as it is declared."

    /// The owner name, relative to the zone; `@` is the zone itself.
    package let name: Located<String>
    /// The type in upper case.
    package let type: Located<String>
    /// The record data, one entry a record.
    package let values: [Located<String>]
    /// How long it may be cached.
    package let ttl: Located<TimeSpan>?
    /// The whole entry.
    package let span: SourceSpan

    package init(_ fields: inout Fields) {
        name = fields.required("name", "Owner name relative to the zone; \"@\" is the zone itself.")
        type = fields.required("type", "Record type in upper case, such as MX.")
        values = fields.list(
            "values",
            "Record data as in a zone file, one entry for each record; a TXT value without quotes is the text itself.")
        ttl = fields.optional("ttl", "How long it may be cached.")
        span = fields.span
    }
}
