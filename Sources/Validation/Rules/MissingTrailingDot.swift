package import Findings

/// A name is relative that cannot have been meant so.
package struct MissingTrailingDot: ZoneRule {
    package static let card = RuleCard(
        id: "missing-trailing-dot",
        chapter: .dns,
        severity: .error,
        summary: "a name lacks its final dot and means something else",
        explanation: """
            A name without a final dot is relative to its zone: in `example.net`, `www.example.net` means \
            `www.example.net.example.net`. In a reverse zone, what a PTR record points at is never relative. Name \
            servers cannot know better and serve what is written. `nameservers` and `primary` take whole names, with the \
            dot or without: there `ns1` alone is a host of the root, which nobody finds.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: ↓www.example.net, type: A, values: [192.0.2.80]}
                  - {name: ftp, type: CNAME, values: [↓www.example.net]}
              - reverse: 192.0.2.0/24
                records:
                  - {name: "80", type: PTR, values: [↓www.example.org]}
            """,
            """
            settings: {dns: {contact: hostmaster@example.net}}
            zones:
              - {name: example.net, nameservers: [↓ns1]}
            """,
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - {name: example.net, primary: ↓ns1}
            """,
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: www, type: A, values: [192.0.2.80]}
                  - {name: ftp, type: CNAME, values: [www.example.net.]}
              - reverse: 192.0.2.0/24
                records:
                  - {name: "80", type: PTR, values: [www.example.net.]}
            """
        ]
    )

    package init() {}
}
