package import Findings
import ServedZones
import ZoneData

/// A record that a name server has with other data, or for another time, than is declared.
package struct DNSRecordDifferent: DriftRule {
    package static let card = RuleCard(
        id: "dns-record-different",
        chapter: .drift,
        severity: .warning,
        summary: "a name server has other data than is declared",
        explanation: """
            The server that `drift --dns` asked has records of this name and type, and they say something else than the \
            inventory, or may be cached for another time: its zone was not written or loaded since the inventory changed, \
            or was edited there. Clients are led to where the inventory does not want them.
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
                    record db1.lon1.example.net 3600 A 192.0.2.99
                    """
            ),
            Example(
                """
                zones:
                  - name: lon1.example.net
                    nameservers: [ns1.example.net]
                    records:
                      - ↓{name: db1, type: A, values: [192.0.2.21], ttl: 5m}
                """,
                seen: """
                    zone lon1.example.net
                    record lon1.example.net 3600 NS ns1.example.net
                    record db1.lon1.example.net 3600 A 192.0.2.21
                    """
            ),
        ],
        accepts: [
            Example(
                """
                zones:
                  - name: lon1.example.net
                    nameservers: [ns1.example.net]
                    records:
                      - {name: db1, type: A, values: [192.0.2.21], ttl: 5m}
                """,
                seen: """
                    zone lon1.example.net
                    record lon1.example.net 3600 NS NS1.example.net
                    record DB1.lon1.example.net 300 A 192.0.2.21
                    """
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for difference in context.recordDifferences where !difference.declared.isEmpty && !difference.served.isEmpty {
            let isData = Set(difference.declared.map(\.data)) != Set(difference.served.compactMap(\.data))
            context.report(
                "\(difference.zone.server) has \(isData ? "other data" : "another TTL") for \(difference.owner) "
                    + "\(difference.type)", on: difference,
                help: "publish the zone anew, or say in the inventory what is right"
            )
        }
    }
}
