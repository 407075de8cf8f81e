import Chronology
package import Findings
import InventoryModel
import ZoneData

/// Records may be cached for a very short or a very long time.
package struct UnusualTTL: ValidationRule {
    package static let card = RuleCard(
        id: "unusual-ttl",
        chapter: .dns,
        severity: .warning,
        summary: "a TTL is under 30 seconds or over a week",
        explanation: """
            Below half a minute every use of the name is a question to the servers, and many resolvers do not heed \
            it. Above a week a mistake stays with everybody who asked in the meantime, and most resolvers cut it \
            short.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                ttl: ↓1s
                records:
                  - {name: www, type: A, ttl: ↓30d, values: [192.0.2.80]}
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                ttl: 5m
                records:
                  - {name: www, type: A, ttl: 1w, values: [192.0.2.80]}
            """
        ]
    )

    package init() {}

    /// What is usual, in seconds.
    private static let usual: ClosedRange<Int64> = 30...604_800
    package func check(_ context: inout ValidationContext) {
        check(context.inventory.settings?.dns?.ttl, of: Subject(.setting, "dns.ttl"), &context)
        for zone in context.inventory.zones {
            check(zone.ttl, of: Subject(.zone, zone.title), &context)
            for record in zone.records {
                check(record.ttl, of: zone.subject(of: record), &context)
            }
        }
    }

    private func check(_ ttl: Located<TimeSpan>?, of subject: Subject, _ context: inout ValidationContext) {
        // What is longer than DNS can say is told by `ttl-out-of-range`.
        guard let ttl, !Self.usual.contains(ttl.value.seconds), ttl.value.seconds <= ResourceRecord.longestTTL
        else { return }
        let reason = ttl.value.seconds < Self.usual.lowerBound ? "under 30 seconds" : "over a week"
        context.report("a TTL of \(ttl.value) is \(reason)", at: ttl.span, subject: subject)
    }
}
