import Addressing
package import Findings
import InventoryModel
import ZoneData

/// A waiver is about nothing that is known.
package struct UnknownSubject: ValidationRule {
    package static let card = RuleCard(
        id: "unknown-subject",
        chapter: .waivers,
        severity: .warning,
        summary: "a waiver is about nothing that is known",
        explanation: """
            Its subject is no address, prefix, range, MAC or fingerprint, and nothing is called so: no device, \
            interface, subnet, pool, reservation, site, VRF, nor a zone or a name in one. Such a waiver covers \
            nothing. Outside the default VRF an address is written `lab/198.51.100.65`.
            """,
        rejects: [
            """
            devices: [{name: printer}]
            waivers:
              - {rule: unclaimed-address, subject: ↓pritner, reason: moves, owner: netops, expires: 2027-03-31}
              - {rule: unclaimed-address, subject: ↓192.0.2.300, reason: moves, owner: netops, expires: 2027-03-31}
            """
        ],
        accepts: [
            """
            devices: [{name: printer}]
            waivers:
              - {rule: unclaimed-address, subject: printer, reason: moves, owner: netops, expires: 2027-03-31}
              - {rule: unclaimed-address, subject: 192.0.2.128/26, reason: guests, owner: netops, expires: 2027-03-31}
              - {rule: unclaimed-address, subject: 02:00:5e:10:00:01, reason: vendor, owner: netops, expires: 2027-03-31}
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        let waivers = context.inventory.waivers.filter { waiver in
            waiver.holds(on: context.today) && WaiverScope(waiver.subject.value) == .name
        }
        guard !waivers.isEmpty else { return }
        let zones = context.inventory.zones.flatMap(\.zoneNames)
        var names = DeclaredNames(Self.names(in: context.inventory))
        for waiver in waivers where !names.contains(waiver.subject.value) {
            let subject = waiver.subject.value
            if let name = DomainName(subject), zones.contains(where: name.isSubdomain) { continue }
            context.report(
                "nothing is called '\(subject)'", at: waiver.subject.span, subject: waiver.identity,
                help: names.help(for: subject, otherwise: "name an address, prefix, MAC, device, zone or fingerprint")
            )
        }
    }

    /// All that a finding can be about by name.
    private static func names(in inventory: Inventory) -> [String] {
        var names = [VRF.defaultName]
        names += inventory.sites.map(\.name.value) + inventory.vrfs.map(\.name.value)
        for subnet in inventory.subnets {
            if let name = subnet.name { names.append(name.value) }
            for pool in subnet.pools { names.append(Subject(.pool, pool.name.value, vrf: subnet.vrfName).id) }
        }
        for device in inventory.devices {
            names.append(device.name.value)
            names += device.interfaces.map { "\(device.name.value)/\($0.name.value)" }
        }
        return names + inventory.reservations.compactMap { $0.name?.value }
    }
}
