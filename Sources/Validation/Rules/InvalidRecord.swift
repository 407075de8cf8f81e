package import Findings

/// The owner, type or data of a declared record is malformed.
package struct InvalidRecord: ZoneRule {
    package static let card = RuleCard(
        id: "invalid-record",
        chapter: .dns,
        severity: .error,
        summary: "the owner, type or data of a declared record is malformed",
        explanation: """
            Values are written as in a zone file: `10 mail` for MX, `10 5 5060 sip1` for SRV, text between quotes \
            if it is in several parts. What MX, SRV and NS point at is a name, never an address. A name server \
            refuses the whole zone for one record that it cannot read, and then answers for none of its names. \
            Types without a name here are written as RFC 3597 says.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: "@", type: MX, values: [↓mail.example.org.]}
                  - {name: "@", type: MX, values: [↓10 192.0.2.25]}
                  - {name: www, type: ↓CANME, values: [web1.example.org.]}
                  - {name: ↓a_b, type: A, values: [192.0.2.1]}
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: "@", type: MX, values: [10 mail.example.org.]}
                  - {name: www, type: CNAME, values: [web1.example.org.]}
                  - {name: "@", type: TXT, values: ["v=spf1 mx -all"]}
                  - {name: x, type: TYPE65280, values: ['\\# 3 010203']}
            """
        ]
    )

    package init() {}
}
