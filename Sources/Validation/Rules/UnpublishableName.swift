package import Findings

/// A device or interface has a name that DNS cannot hold.
package struct UnpublishableName: ZoneRule {
    package static let card = RuleCard(
        id: "unpublishable-name",
        chapter: .dns,
        severity: .warning,
        summary: "a device or interface has a name that DNS cannot hold",
        explanation: """
            The address has no name in DNS, since the one that would follow from device and interface is not a \
            host's: letters, digits and inner hyphens (RFC 952; RFC 1123, 2.1). Routers' interfaces are often \
            called so. Say under `dns` what the address is called, or `dns: false` if it needs no name.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            subnets: [{prefix: 192.0.2.0/24, zone: example.net}]
            devices:
              - name: router1
                interfaces:
                  - {name: lo, addresses: [192.0.2.1]}
                  - {name: ↓Gi0/1, addresses: [192.0.2.2]}
            zones: [{name: example.net}, {reverse: 192.0.2.0/24}]
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            subnets: [{prefix: 192.0.2.0/24, zone: example.net}]
            devices:
              - name: router1
                interfaces:
                  - {name: lo, addresses: [192.0.2.1]}
                  - {name: Gi0/1, addresses: [{address: 192.0.2.2, dns: router1-gi0-1}]}
                  - {name: Gi0/2, addresses: [{address: 192.0.2.3, dns: false}]}
            zones: [{name: example.net}, {reverse: 192.0.2.0/24}]
            """
        ]
    )

    package init() {}
}
