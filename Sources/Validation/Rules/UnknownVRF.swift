package import Findings
import InventoryModel

/// Something names a VRF that does not exist.
package struct UnknownVRF: ValidationRule {
    package static let card = RuleCard(
        id: "unknown-vrf",
        chapter: .references,
        severity: .error,
        summary: "a subnet, interface or reservation names a VRF that does not exist",
        explanation: """
            Addresses of different VRFs are never compared, so one misspelt VRF would hide every conflict of what is \
            in it. VRFs are declared under `vrfs`; `default` always exists.
            """,
        rejects: [
            """
            vrfs: [{name: lab}]
            subnets: [{prefix: 192.0.2.0/24, vrf: ↓lap}]
            """,
            """
            devices:
              - name: db1
                interfaces: [{name: eth0, vrf: ↓lab, addresses: [192.0.2.21]}]
            """,
            """
            reservations:
              - {address: 192.0.2.50, vrf: ↓lab}
            """,
        ],
        accepts: [
            """
            vrfs: [{name: lab}]
            subnets: [{prefix: 192.0.2.0/24, vrf: lab}, {prefix: 198.51.100.0/24, vrf: default}]
            reservations: [{address: 192.0.2.50, vrf: lab}]
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        let inventory = context.inventory
        var vrfs = DeclaredNames(inventory.vrfs.map(\.name.value) + [VRF.defaultName])
        for case let vrf? in inventory.subnets.lazy.map(\.vrf) { check(vrf, &vrfs, &context) }
        // By index, since a device is large and to visit each one would copy it.
        let devices = inventory.devices
        for index in devices.indices {
            for case let vrf? in devices[index].interfaces.lazy.map(\.vrf) { check(vrf, &vrfs, &context) }
        }
        for case let vrf? in inventory.reservations.lazy.map(\.vrf) { check(vrf, &vrfs, &context) }
    }

    private func check(_ vrf: Located<String>, _ vrfs: inout DeclaredNames, _ context: inout ValidationContext) {
        guard !vrfs.contains(vrf.value) else { return }
        context.report(
            "no vrf is named '\(vrf.value)'", at: vrf.span, subject: Subject(.vrf, vrf.value),
            help: vrfs.help(for: vrf.value, otherwise: "declare it under 'vrfs'")
        )
    }
}
