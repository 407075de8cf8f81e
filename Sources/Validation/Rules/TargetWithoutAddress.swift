package import Findings

/// A record points at a name of our zones that has no address.
package struct TargetWithoutAddress: ZoneRule {
    package static let card = RuleCard(
        id: "target-without-address",
        chapter: .dns,
        severity: .error,
        summary: "a record for name servers, mail or services points at a name without an address",
        explanation: """
            Mail, calls or the zone itself lead nowhere. A name server refuses a zone whose own servers have no \
            address. A name without a final dot is relative to its zone; one of another organisation takes a final \
            dot.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: "@", type: MX, values: [↓10 mail]}
                  - {name: mial, type: A, values: [192.0.2.25]}
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: "@", type: MX, values: [10 mail, 20 mx.example.org.]}
                  - {name: mail, type: A, values: [192.0.2.25]}
            """
        ]
    )

    package init() {}
}
