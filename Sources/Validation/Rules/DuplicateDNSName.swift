package import Findings

/// Two claimants have the same name in DNS.
package struct DuplicateDNSName: ZoneRule {
    package static let card = RuleCard(
        id: "duplicate-dns-name",
        chapter: .dns,
        severity: .error,
        summary: "two claimants have the same name in DNS",
        explanation: """
            Whoever asks for the name is sent to one or the other by turns. A name that follows from a device is \
            that device's alone; often an interface makes the name of another device, or two names differ in case \
            only. If several are meant to share a name, say it under `dns` at all of them.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            subnets: [{prefix: 192.0.2.0/24, zone: example.net}]
            devices:
              - name: db1-ilo
                interfaces: [{name: eth0, addresses: [192.0.2.20]}]
              - name: db1
                interfaces:
                  - {name: eth0, addresses: [192.0.2.21]}
                  - {name: ↓ilo, addresses: [192.0.2.22]}
            zones: [{name: example.net}, {reverse: 192.0.2.0/24}]
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            subnets: [{prefix: 192.0.2.0/24, zone: example.net}]
            devices:
              - name: web1
                interfaces: [{name: eth0, addresses: [{address: 192.0.2.21, dns: [web1, www]}]}]
              - name: web2
                interfaces: [{name: eth0, addresses: [{address: 192.0.2.22, dns: [web2, www]}]}]
            zones: [{name: example.net}, {reverse: 192.0.2.0/24}]
            """
        ]
    )

    package init() {}
}
