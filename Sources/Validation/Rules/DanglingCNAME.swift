package import Findings

/// An alias leads to a name of our zones that does not exist.
package struct DanglingCNAME: ZoneRule {
    package static let card = RuleCard(
        id: "dangling-cname",
        chapter: .dns,
        severity: .error,
        summary: "an alias leads to a name of our zones that has no records",
        explanation: """
            Whoever asks for the alias is told that it does not exist. Name servers load such zones. Mostly the \
            target was renamed or retired, or lacks the final dot that a name outside the zone needs.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: www, type: CNAME, values: [↓web1]}
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: www, type: CNAME, values: [web1]}
                  - {name: web1, type: A, values: [192.0.2.80]}
                  - {name: shop, type: CNAME, values: [shop.example.org.]}
            """
        ]
    )

    package init() {}
}
