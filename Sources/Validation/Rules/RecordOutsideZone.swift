package import Findings

/// The owner of a declared record is not in its zone.
package struct RecordOutsideZone: ZoneRule {
    package static let card = RuleCard(
        id: "record-outside-zone",
        chapter: .dns,
        severity: .error,
        summary: "the owner of a declared record is not in its zone",
        explanation: """
            Name servers ignore such records, and the program that checks zone files accepts them: the record \
            would silently be missing. Names with a final dot are absolute; all others are relative to the zone. \
            Where a prefix makes several reverse zones, the name must be absolute, because it is not clear to \
            which of them it is relative.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: ↓www.example.com., type: A, values: [192.0.2.80]}
            """,
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - reverse: 10.0.0.0/23
                records:
                  - {name: ↓"7", type: PTR, values: [www.example.org.]}
            """,
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                records:
                  - {name: www, type: A, values: [192.0.2.80]}
                  - {name: ftp.example.net., type: A, values: [192.0.2.81]}
            """
        ]
    )

    package init() {}
}
