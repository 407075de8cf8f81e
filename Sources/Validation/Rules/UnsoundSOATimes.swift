import Chronology
package import Findings
import InventoryModel
import ZoneData

/// The times of a SOA record do not go together.
package struct UnsoundSOATimes: ValidationRule {
    package static let card = RuleCard(
        id: "unsound-soa-times",
        chapter: .dns,
        severity: .warning,
        summary: "the times of a SOA record do not go together",
        explanation: """
            A secondary server looks for changes every `refresh`; if it cannot, it tries again every `retry`, \
            which only makes sense if that is sooner, and stops answering after `expire`, which must leave room \
            for a try. That a name does not exist is remembered for `minimum`: more than a day hides what was \
            added for too long (RFC 1912, 2.2; RFC 2308, 5).
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                refresh: 1h
                retry: ↓2h
                minimum: ↓3d
              - name: example.com
                expire: ↓1h
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones:
              - name: example.net
                refresh: 4h
                retry: 1h
                expire: 2w
                minimum: 1h
            """
        ]
    )

    package init() {}

    /// The longest time that the absence of a name should be remembered, in seconds (RFC 2308, 5).
    private static let longestAbsence: Int64 = 86_400

    package func check(_ context: inout ValidationContext) {
        for zone in context.inventory.zones { check(zone, &context) }
    }

    private func check(_ zone: Zone, _ context: inout ValidationContext) {
        let refresh = zone.refresh?.value ?? .seconds(Int64(StartOfAuthority.defaultRefresh))
        let retry = zone.retry?.value ?? .seconds(Int64(StartOfAuthority.defaultRetry))
        let expire = zone.expire?.value ?? .seconds(Int64(StartOfAuthority.defaultExpire))
        if retry >= refresh {
            report("retry \(retry) is not shorter than refresh \(refresh)", zone, zone.retry ?? zone.refresh, &context)
        }
        if expire.seconds <= refresh.seconds + retry.seconds {
            report(
                "expire \(expire) is not longer than refresh \(refresh) and retry \(retry) together", zone,
                zone.expire ?? zone.refresh ?? zone.retry, &context
            )
        }
        if let minimum = zone.minimum, minimum.value.seconds > Self.longestAbsence {
            report("minimum \(minimum.value) is more than a day", zone, minimum, &context)
        }
    }

    private func report(
        _ message: String, _ zone: Zone, _ time: Located<TimeSpan>?, _ context: inout ValidationContext
    ) {
        context.report(message, at: time?.span ?? zone.origin.span, subject: Subject(.zone, zone.title))
    }
}
