package import Findings

/// A zone or delegation has no name server.
package struct NoNameserver: ZoneRule {
    package static let card = RuleCard(
        id: "no-nameserver",
        chapter: .dns,
        severity: .error,
        summary: "a zone or delegation has no name server",
        explanation: """
            A zone without NS records is not loaded by any server (RFC 1035, 5.2), so it is not written. Most \
            inventories name the servers of all zones once, under `settings.dns.nameservers`. A delegation names \
            those that answer for its part.
            """,
        rejects: [
            """
            zones: [{name: ↓example.net, contact: hostmaster@example.net}]
            """,
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                delegations: [{name: ↓lab}]
            """,
        ],
        accepts: [
            """
            zones: [{name: example.net, contact: hostmaster@example.net, nameservers: [ns1.example.org]}]
            """,
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                delegations: [{name: lab, nameservers: [ns.lab.example.org]}]
            """,
        ]
    )

    package init() {}
}
