package import Findings

/// Other servers or another zone answer for the owner of a record.
package struct RecordBelowDelegation: ZoneRule {
    package static let card = RuleCard(
        id: "record-below-delegation",
        chapter: .dns,
        severity: .error,
        summary: "another zone or other servers answer for the owner of a record",
        explanation: """
            The record is there and nobody is ever given it: servers hand questions about delegated names on. \
            Programs that check zone files accept it. Only the addresses of the name servers themselves (glue) may \
            stand below a delegation, and those are added from the inventory where they are needed. Below a DNAME, \
            which is declared as `TYPE39`, nothing may stand at all.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                delegations: [{name: lab, nameservers: [ns1.example.org]}]
                records:
                  - {name: www.lab, type: A, values: [↓192.0.2.80]}
            """,
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: ↓www.lab, type: A, values: [192.0.2.80]}
              - name: lab.example.net
            """,
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                delegations: [{name: lab, nameservers: [ns.lab.example.net]}]
                records:
                  - {name: ns.lab, type: A, values: [192.0.2.53]}
                  - {name: www, type: A, values: [192.0.2.80]}
            """
        ]
    )

    package init() {}
}
