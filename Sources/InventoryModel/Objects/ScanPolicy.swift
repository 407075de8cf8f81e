package import Addressing
package import Chronology
package import Findings
package import Observations

/// How a subnet, or the whole network, is scanned.
package struct ScanPolicy: InventoryObject {
    package static let noun = "scan setting"
    package static let summary = "How addresses are scanned."

    /// Whether to scan at all; false is inherited by every subnet inside and cannot be undone there.
    package let enabled: Bool?
    /// How often.
    package let every: TimeSpan?
    /// The most probes a second.
    package let rate: Located<Int>?
    /// How a host is probed; nil inherits.
    package let probes: [ProbeName]
    /// Addresses never to probe, in every subnet inside as well.
    package let exclude: [Located<IPRange>]

    package init(_ fields: inout Fields) {
        enabled = fields.optional(
            "enabled", "Whether to scan; false holds for every subnet inside and cannot be undone there."
        )
        every = fields.optional("every", "How often `scan --due` scans it, such as 15m.")
        rate = fields.optional("rate", in: 1...1_000_000, "Most probes per second.")
        probes = fields.list("probes", "Ways of probing: arp, ndp, icmp, tcp/PORT, udp/PORT.")
        exclude = fields.list("exclude", "Addresses never to probe, here and in every subnet inside.")
    }
}
