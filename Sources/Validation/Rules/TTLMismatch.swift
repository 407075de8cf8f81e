package import Findings

/// Records of one name and type say different TTLs.
package struct TTLMismatch: ZoneRule {
    package static let card = RuleCard(
        id: "ttl-mismatch",
        chapter: .dns,
        severity: .error,
        summary: "records of one name and type say different TTLs",
        explanation: """
            They are cached and expire as one set (RFC 2181, 5.2). Servers load them with the first TTL they find \
            and say so only in their log.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: www, type: A, ttl: 5m, values: [192.0.2.80]}
                  - {name: www, type: A, ttl: 1h, values: [↓192.0.2.81]}
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: www, type: A, ttl: 5m, values: [192.0.2.80, 192.0.2.81]}
                  - {name: www, type: TXT, ttl: 1h, values: [two servers]}
            """
        ]
    )

    package init() {}
}
