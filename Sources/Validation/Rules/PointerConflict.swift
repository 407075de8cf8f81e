package import Findings

/// Routing domains give the same address different names.
package struct PointerConflict: ZoneRule {
    package static let card = RuleCard(
        id: "pointer-conflict",
        chapter: .dns,
        severity: .warning,
        summary: "routing domains give the same address different names, and it has one PTR record",
        explanation: """
            The address exists in several VRFs, the reverse zone only once. The PTR record names the host of the \
            default VRF, which is wrong for everybody who asks about the other. Say `ptr: false` for those that \
            nobody looks up.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            vrfs: [{name: lab}]
            subnets:
              - {prefix: 192.0.2.0/24, zone: example.net}
              - {prefix: 192.0.2.0/24, vrf: lab, zone: example.net}
            devices:
              - name: db1
                interfaces: [{name: eth0, vrf: default, addresses: [192.0.2.21]}]
              - name: probe
                interfaces: [{name: eth0, vrf: lab, addresses: [↓192.0.2.21]}]
            zones: [{name: example.net}, {reverse: 192.0.2.0/24}]
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            vrfs: [{name: lab}]
            subnets:
              - {prefix: 192.0.2.0/24, zone: example.net}
              - {prefix: 192.0.2.0/24, vrf: lab, zone: example.net}
            devices:
              - name: db1
                interfaces: [{name: eth0, vrf: default, addresses: [192.0.2.21]}]
              - name: probe
                interfaces: [{name: eth0, vrf: lab, addresses: [{address: 192.0.2.21, ptr: false}]}]
            zones: [{name: example.net}, {reverse: 192.0.2.0/24}]
            """
        ]
    )

    package init() {}
}
