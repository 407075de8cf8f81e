import Addressing
package import Findings
import InventoryModel
import Observations
import ZoneData

/// The name that an address has in DNS is not the declared one.
package struct NameMismatch: DriftRule {
    package static let card = RuleCard(
        id: "name-mismatch",
        chapter: .drift,
        severity: .warning,
        summary: "the name of an address in DNS is not the declared one",
        explanation: """
            The PTR record of a live address names another host than the inventory publishes for it: the zone was \
            edited by hand, was not written since the inventory changed, or another host registered its name. Not said \
            of addresses that publish no name, or no PTR record.
            """,
        rejects: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24, zone: lon1.example.net}]
                zones: [{name: lon1.example.net}]
                devices:
                  - name: db1
                    interfaces: [{name: eth0, addresses: [↓192.0.2.21]}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.21 alive name=old-db.lon1.example.net last=-1h
                    """
            )
        ],
        accepts: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24, zone: lon1.example.net}]
                zones: [{name: lon1.example.net}]
                devices:
                  - name: db1
                    interfaces: [{name: eth0, addresses: [192.0.2.21, {address: 192.0.2.22, dns: false}]}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.21 alive name=DB1.lon1.example.net. last=-1h
                    192.0.2.22 alive name=whatever.example.net last=-1h
                    """
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for sighting in context.sightings where !sighting.claims.isEmpty {
            guard let state = sighting.alive, let name = state.latest.name else { continue }
            let published = sighting.claims.map { (claim: $0, names: context.plan.publication(of: $0)) }
                .filter { $0.names.pointer != nil }
            guard let first = published.first, let pointer = first.names.pointer else { continue }
            if let seen = DomainName(name), published.contains(where: { $0.names.names.contains(seen) }) { continue }
            context.report(
                "the PTR record of \(sighting.address) does not name '\(pointer)'",
                on: sighting, shownBy: state, at: first.claim.span,
                help: "publish the zones anew, or say `dns:` with the name that is right"
            )
        }
    }
}
