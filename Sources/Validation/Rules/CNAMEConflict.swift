package import Findings

/// A CNAME shares its name with other records.
package struct CNAMEConflict: ZoneRule {
    package static let card = RuleCard(
        id: "cname-conflict",
        chapter: .dns,
        severity: .error,
        summary: "a CNAME shares its name with other records",
        explanation: """
            An alias has no data but its target (RFC 1034, 3.6.2): a zone in which it has is refused as a whole. \
            The top of a zone has SOA and NS records, so it can be no alias; give it the addresses themselves.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            subnets: [{prefix: 192.0.2.0/24, zone: example.net}]
            devices:
              - name: www
                interfaces: [{name: eth0, addresses: [192.0.2.80]}]
            zones:
              - name: example.net
                records:
                  - {name: www, type: CNAME, values: [↓web1.example.org.]}
              - reverse: 192.0.2.0/24
            """,
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: "@", type: CNAME, values: [↓web1.example.org.]}
            """,
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: www, type: CNAME, values: [web1.example.org.]}
                  - {name: "@", type: A, values: [192.0.2.80]}
            """
        ]
    )

    package init() {}
}
