package import Findings

/// A name is declared that no zone can hold.
package struct UnplacedName: ZoneRule {
    package static let card = RuleCard(
        id: "unplaced-name",
        chapter: .dns,
        severity: .warning,
        summary: "a name is declared that no zone can hold",
        explanation: """
            Nobody will ever resolve it. A name without a dot is relative to the zone of the subnet that holds the \
            address, so that subnet needs a `zone`. A range has no names, since they would have to be shared out \
            among its addresses.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            subnets: [{prefix: 192.0.2.0/24}]
            reservations:
              - {address: 192.0.2.50, dns: ↓api}
              - {range: 192.0.2.60-192.0.2.69, dns: [↓spare.example.net]}
            zones: [{name: example.net}]
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            subnets: [{prefix: 192.0.2.0/24, zone: example.net}]
            reservations:
              - {address: 192.0.2.50, dns: [api, www.example.net]}
              - {range: 192.0.2.60-192.0.2.69}
            zones: [{name: example.net}, {reverse: 192.0.2.0/24}]
            """
        ]
    )

    package init() {}
}
