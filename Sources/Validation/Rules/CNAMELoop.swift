package import Findings

/// Aliases lead back to themselves.
package struct CNAMELoop: ZoneRule {
    package static let card = RuleCard(
        id: "cname-loop",
        chapter: .dns,
        severity: .error,
        summary: "aliases lead back to themselves",
        explanation: """
            Nobody who asks for one of the names ever gets an answer. Name servers load such zones and serve them.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: ftp, type: CNAME, values: [↓www]}
                  - {name: www, type: CNAME, values: [ftp]}
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: ftp, type: CNAME, values: [www]}
                  - {name: www, type: CNAME, values: [web1.example.org.]}
            """
        ]
    )

    package init() {}
}
