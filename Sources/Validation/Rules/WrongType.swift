package import Findings

/// A value is not of the kind that its key takes.
package struct WrongType: ReadingRule {
    package static let card = RuleCard(
        id: "wrong-type",
        chapter: .reading,
        severity: .error,
        summary: "a value is not of the kind that its key takes",
        explanation: """
            What a value means follows from its key and never from how it looks: in a text `no`, `1e3` and \
            `12:34:56` are texts. Booleans are `true` and `false`; numbers are decimal, without quotes and leading \
            zeros; durations are written 90s, 15m, 12h, 7d or 4w; dates 2027-01-31.
            """,
        rejects: [
            """
            subnets:
              - prefix: 192.0.2.0/24
                vlan: ↓0x78
            """,
            """
            subnets:
              - prefix: 192.0.2.0/24
                scan: {enabled: ↓yes, every: ↓1.5h}
            """,
            """
            devices:
              - name: db1
                status: ↓actve
            """,
        ],
        accepts: [
            """
            subnets:
              - prefix: 192.0.2.0/24
                name: no
                vlan: 120
                scan: {enabled: true, every: 90m}
            """
        ]
    )

    package init() {}
}
