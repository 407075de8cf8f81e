package import Findings

/// NS, MX or SRV points at an alias.
package struct TargetIsCNAME: ZoneRule {
    package static let card = RuleCard(
        id: "target-is-cname",
        chapter: .dns,
        severity: .error,
        summary: "a record for name servers, mail or services points at an alias",
        explanation: """
            What these records point at must have an address itself (RFC 2181, 10.3): many mail servers do not \
            follow an alias there, and answers lack the address that should come with them. Point at the name \
            behind the alias.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: "@", type: MX, values: [↓10 mail]}
                  - {name: mail, type: CNAME, values: [mx.example.org.]}
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: "@", type: MX, values: [10 mx.example.org.]}
                  - {name: mail, type: CNAME, values: [mx.example.org.]}
            """
        ]
    )

    package init() {}
}
