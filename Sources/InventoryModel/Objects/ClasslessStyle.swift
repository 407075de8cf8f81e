/// How the zone for a part of an octet is called: RFC 2317 leaves that open, and providers differ.
package enum ClasslessStyle: String, InventoryWord {
    /// First octet and prefix length: `64-26.2.0.192.in-addr.arpa`.
    case dashPrefix = "dash-prefixlen"
    /// The same with a slash, as in the RFC's examples: `64/26.2.0.192.in-addr.arpa`.
    case slash
    /// First and last octet: `64-127.2.0.192.in-addr.arpa`.
    case dashRange = "dash-range"
}
