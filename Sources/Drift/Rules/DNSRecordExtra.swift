package import Findings
import ServedZones

/// A record that a name server has and nobody declares.
package struct DNSRecordExtra: DriftRule {
    package static let card = RuleCard(
        id: "dns-record-extra",
        chapter: .drift,
        severity: .warning,
        summary: "a name server has a record that nobody declares",
        explanation: """
            The zone on the server that `drift --dns` asked holds a record of a name and type that the inventory does not \
            publish in it: it was added there by hand or by another program, or was left behind when the inventory changed. \
            Said only where the server hands out whole zones, since nobody would know which names to ask for. Records by \
            which servers sign are left out.
            """,
        rejects: [
            Example(
                """
                zones:
                  - name: ↓lon1.example.net
                    nameservers: [ns1.example.net]
                """,
                seen: """
                    zone lon1.example.net
                    record lon1.example.net 3600 NS ns1.example.net
                    record old.lon1.example.net 3600 A 192.0.2.99
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
                      - {name: old, type: A, values: [192.0.2.99]}
                """,
                seen: """
                    zone lon1.example.net
                    record lon1.example.net 3600 NS ns1.example.net
                    record old.lon1.example.net 3600 A 192.0.2.99
                    """
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for difference in context.recordDifferences where difference.declared.isEmpty {
            context.report(
                "\(difference.zone.server) has a record that nobody declares: \(difference.owner) \(difference.type)",
                on: difference, help: "declare it under the zone's `records:`, or delete it there"
            )
        }
    }
}
