package import Findings

/// Published addresses lie in no reverse zone.
package struct NoReverseZone: ZoneRule {
    package static let card = RuleCard(
        id: "no-reverse-zone",
        chapter: .dns,
        severity: .warning,
        summary: "addresses with names lie in no declared reverse zone",
        explanation: """
            Their PTR records are written nowhere: logs show bare addresses, and other mail servers refuse mail \
            from them. A prefix between octets or nibbles may be declared as it is; it makes as many zones as it \
            takes.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            subnets: [{prefix: 192.0.2.0/24, zone: ↓example.net}]
            devices:
              - name: db1
                interfaces: [{name: eth0, addresses: [192.0.2.21]}]
            zones: [{name: example.net}]
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            subnets:
              - {prefix: 192.0.2.0/24, zone: example.net}
              - {prefix: 198.51.100.0/24, zone: example.net}
            devices:
              - name: db1
                interfaces: [{name: eth0, addresses: [192.0.2.21, {address: 198.51.100.21, ptr: false}]}]
            zones: [{name: example.net}, {reverse: 192.0.2.0/24}]
            """
        ]
    )

    package init() {}
}
