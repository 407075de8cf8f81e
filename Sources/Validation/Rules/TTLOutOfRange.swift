package import Findings

/// A time is longer than DNS can say.
package struct TTLOutOfRange: ZoneRule {
    package static let card = RuleCard(
        id: "ttl-out-of-range",
        chapter: .dns,
        severity: .error,
        summary: "a time is longer than DNS can say",
        explanation: """
            TTLs and the times of a SOA record end at 2147483647 seconds, about 68 years (RFC 2181, 8). Servers \
            load a greater one as 0 and say nothing: nothing would be cached at all.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                ttl: ↓4000w
                records:
                  - {name: www, type: A, ttl: ↓30000d, values: [192.0.2.80]}
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                ttl: 1h
                records:
                  - {name: www, type: A, ttl: 1d, values: [192.0.2.80]}
            """
        ]
    )

    package init() {}
}
