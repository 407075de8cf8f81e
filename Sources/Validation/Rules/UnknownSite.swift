package import Findings
import InventoryModel

/// A subnet or device names a site that does not exist.
package struct UnknownSite: ValidationRule {
    package static let card = RuleCard(
        id: "unknown-site",
        chapter: .references,
        severity: .error,
        summary: "a subnet or device names a site that does not exist",
        explanation: """
            Reports and exports are grouped by site, so what names a misspelt one is missing wherever somebody looks \
            for it. Sites are declared under `sites`.
            """,
        rejects: [
            """
            sites: [{name: lon1}]
            subnets: [{prefix: 192.0.2.0/24, site: ↓lno1}]
            """,
            """
            devices: [{name: db1, site: ↓lon1}]
            """,
        ],
        accepts: [
            """
            sites: [{name: lon1}]
            subnets: [{prefix: 192.0.2.0/24, site: lon1}]
            devices: [{name: db1, site: lon1}]
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        let inventory = context.inventory
        var sites = DeclaredNames(inventory.sites.lazy.map(\.name.value))
        for case let site? in inventory.subnets.lazy.map(\.site) { check(site, &sites, &context) }
        for case let site? in inventory.devices.lazy.map(\.site) { check(site, &sites, &context) }
    }

    private func check(_ site: Located<String>, _ sites: inout DeclaredNames, _ context: inout ValidationContext) {
        guard !sites.contains(site.value) else { return }
        context.report(
            "no site is named '\(site.value)'", at: site.span, subject: Subject(.site, site.value),
            help: sites.help(for: site.value, otherwise: "declare it under 'sites'")
        )
    }
}
