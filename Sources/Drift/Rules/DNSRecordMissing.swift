package import Findings
import ServedZones

/// A declared record that a name server does not have.
package struct DNSRecordMissing: DriftRule {
    package static let card = RuleCard(
        id: "dns-record-missing",
        chapter: .drift,
        severity: .warning,
        summary: "a name server lacks a declared record",
        explanation: """
            The server that `drift --dns` asked has no record of this name and type, although the inventory publishes \
            one: its zone was not written or loaded since the inventory changed, or the record was deleted there. Clients \
            do not find the name. Nothing is said about a server that does not answer, or not for the zone.
            """,
        rejects: [
            Example(
                """
                zones:
                  - name: lon1.example.net
                    nameservers: [ns1.example.net]
                    records:
                      - ↓{name: db1, type: A, values: [192.0.2.21]}
                """,
                seen: """
                    zone lon1.example.net
                    record lon1.example.net 3600 NS ns1.example.net
                    """
            )
        ],
        accepts: [
            Example(
                """
                zones:
                  - name: lon1.example.net
                    nameservers: [ns1.example.net]
                    records:
                      - {name: db1, type: A, values: [192.0.2.21]}
                """,
                seen: """
                    zone lon1.example.net
                    record lon1.example.net 3600 NS ns1.example.net
                    record db1.lon1.example.net 3600 A 192.0.2.21
                    """
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for difference in context.recordDifferences where difference.served.isEmpty {
            context.report(
                "\(difference.zone.server) has no \(difference.type) record for \(difference.owner)", on: difference,
                help: "publish the zone anew, or take the name out of the inventory"
            )
        }
    }
}
