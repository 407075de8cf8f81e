package import Findings

/// A declared record is there already.
package struct DuplicateRecord: ZoneRule {
    package static let card = RuleCard(
        id: "duplicate-record",
        chapter: .dns,
        severity: .warning,
        summary: "a declared record is there already",
        explanation: """
            It is written once, so nothing is wrong yet. But when the address or target changes in one place, the \
            other keeps the old one alive, and the name has both.
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
                  - {name: www, type: A, values: [↓192.0.2.80]}
                  - {name: "@", type: MX, values: [10 mx.example.org., ↓10 mx.example.org.]}
              - reverse: 192.0.2.0/24
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: www, type: A, values: [192.0.2.80, 192.0.2.81]}
            """
        ]
    )

    package init() {}
}
