import Addressing
package import Findings
import InventoryModel

/// A subnet publishes names in a zone that is not declared.
package struct UnknownZone: ValidationRule {
    package static let card = RuleCard(
        id: "unknown-zone",
        chapter: .references,
        severity: .error,
        summary: "a subnet publishes names in a zone that is not declared",
        explanation: """
            The names of the devices in the subnet would be written nowhere. The zone must be one of the forward \
            zones under `zones`, or lie below one.
            """,
        rejects: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            subnets: [{prefix: 192.0.2.0/24, zone: ↓lno1.example.net}]
            zones: [{name: lon1.example.net}]
            """
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            subnets: [{prefix: 192.0.2.0/24, zone: lon1.example.net}]
            zones: [{name: example.net}]
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        let zones: [DomainName] = context.inventory.zones.compactMap { zone in
            if case .forward(let name) = zone.origin.value { name } else { nil }
        }
        let declared = Set(zones)
        var names = DeclaredNames(zones.lazy.map(\.text))
        for case let zone? in context.inventory.subnets.lazy.map(\.zone) {
            let ancestors = sequence(first: zone.value) { $0.parent }
            guard !ancestors.contains(where: declared.contains) else { continue }
            context.report(
                "no declared zone holds '\(zone.value.text)'", at: zone.span,
                subject: Subject(.zone, zone.value.text),
                help: names.help(for: zone.value.text, otherwise: "declare it under 'zones'")
            )
        }
    }
}

extension DomainName {
    /// The name as people write it: without the final dot.
    fileprivate var text: String { isRoot ? "." : String(description.dropLast()) }
}
