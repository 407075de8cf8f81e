package import Addressing
package import Chronology
package import Findings

/// What holds for the whole inventory; at most once in the tree.
package struct Settings: InventoryObject {
    package static let noun = "settings block"
    package static let summary = "What holds for the whole inventory; at most once in the tree."

    /// What the inventory is called.
    package let name: String?
    /// What zones have in common.
    package let dns: DNSSettings?
    /// How everything is scanned.
    package let scan: ScanPolicy?
    /// How drift is judged.
    package let drift: DriftPolicy?
    /// How much a run may remove.
    package let safety: SafetySettings?
    /// What becomes of the findings of some rules.
    package let rules: RuleSettings?
    /// What `reconcile` writes.
    package let outputs: [OutputSetting]
    /// The whole entry.
    package let span: SourceSpan

    package init(_ fields: inout Fields) {
        name = fields.optional("name", "What the inventory is called.")
        dns = fields.optional("dns", "What zones have in common.")
        scan = fields.optional("scan", "How everything is scanned, unless a subnet says otherwise.")
        drift = fields.optional("drift", "How drift is judged, unless a subnet says otherwise.")
        safety = fields.optional("safety", "How much a run may remove before it stops.")
        rules = fields.optional(
            "rules", "How much the findings of rules matter, by id: error, warning, note or ignore; see `ipam rules`."
        )
        outputs = fields.list("outputs", "What `ipam reconcile` writes.")
        span = fields.span
    }
}

/// What zones have in common, unless they say otherwise.
package struct DNSSettings: InventoryObject {
    package static let noun = "dns setting"
    package static let summary = "What zones have in common, unless they say otherwise."

    /// How long records may be cached.
    package let ttl: Located<TimeSpan>?
    /// The mail address of who answers for them.
    package let contact: Located<String>?
    /// Their name servers.
    package let nameservers: [Located<DomainName>]
    /// How serials grow.
    package let serial: SerialPolicy?
    /// Whom scans ask for the names of living hosts; nobody if nil.
    package let resolver: Resolver?
    /// The server that `drift --dns declared` asks.
    package let server: Located<IPAddress>?

    package init(_ fields: inout Fields) {
        ttl = fields.optional("ttl", "How long records may be cached, such as 1h.")
        contact = fields.optional("contact", "Mail address of who answers for the zones.")
        nameservers = fields.list("nameservers", "Name servers of every zone; the first is the primary.")
        serial = fields.optional("serial", "How serials grow: date, unixtime, git, increment, or fixed:N.")
        resolver = fields.optional(
            "resolver", "DNS server that scans ask for the names of living hosts: an address, or `system`.")
        server = fields.optional("server", "Address of the name server that `ipam drift --dns declared` compares with.")
    }
}

/// How much a run may remove before it stops.
package struct SafetySettings: InventoryObject {
    package static let noun = "safety setting"
    package static let summary = "How much a run may remove before it stops."

    /// The largest share of a scope of ten or more, in percent.
    package let maxRemovalsPercent: Located<Int>?
    /// The largest number of removals.
    package let maxRemovals: Located<Int>?

    package init(_ fields: inout Fields) {
        maxRemovalsPercent = fields.optional(
            "max_removals_percent", in: 0...100, "Largest share of a scope of ten or more that may go, in percent."
        )
        maxRemovals = fields.optional("max_removals", in: 0...1_000_000, "Largest number of removals.")
    }
}

/// Something that `reconcile` writes.
package struct OutputSetting: InventoryObject {
    package static let noun = "output"
    package static let summary = "Something that `ipam reconcile` writes."

    /// The name of a report or export format.
    package let format: Located<String>
    /// The file, or the directory of a format that writes several.
    package let path: Located<String>
    /// The routing domain that a format for DHCP servers is about.
    package let vrf: Located<String>?

    package init(_ fields: inout Fields) {
        format = fields.required("format", "Report format of `drift` or export format, such as markdown, csv or bind.")
        path = fields.required(
            "path", "File to write, or directory for a format of several files, below this directory.")
        vrf = fields.optional("vrf", "Routing domain that a DHCP server is for: dnsmasq, kea; 'default' unless given.")
    }
}
