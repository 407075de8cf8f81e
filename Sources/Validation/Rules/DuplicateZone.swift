package import Findings

/// A zone is declared twice.
package struct DuplicateZone: ZoneRule {
    package static let card = RuleCard(
        id: "duplicate-zone",
        chapter: .dns,
        severity: .error,
        summary: "a zone is declared twice",
        explanation: """
            Only one of the two would be written. A reverse zone with a prefix that is not at an octet or nibble \
            makes several zones, and one that is more specific speaks for its part; two of the same length that \
            make one zone contradict each other. Names that differ in `/` and `-` alone would share a file.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
              - name: ↓example.net
                ttl: 5m
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                ttl: 5m
              - reverse: 10.0.0.0/20
              - reverse: 10.0.3.0/24
            """
        ]
    )

    package init() {}
}
