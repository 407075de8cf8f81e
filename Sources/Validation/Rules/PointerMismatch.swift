package import Findings

/// A declared PTR record names a host that does not have the address.
package struct PointerMismatch: ZoneRule {
    package static let card = RuleCard(
        id: "pointer-mismatch",
        chapter: .dns,
        severity: .warning,
        summary: "a PTR record names a host of our zones that does not have the address",
        explanation: """
            Mail servers and logs ask for the name of an address and then for the addresses of that name, and \
            trust it only if they agree. The PTR records that follow from devices always do; one that is declared \
            has to be kept in step by hand.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: mail, type: A, values: [192.0.2.26]}
              - reverse: 192.0.2.0/24
                records:
                  - {name: "25", type: PTR, values: [↓mail.example.net.]}
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: mail, type: A, values: [192.0.2.25]}
              - reverse: 192.0.2.0/24
                records:
                  - {name: "25", type: PTR, values: [mail.example.net.]}
            """
        ]
    )

    package init() {}
}
