import Addressing
package import Findings
import InventoryModel

/// Two devices have the same DUID.
package struct DuplicateDUID: ValidationRule {
    package static let card = RuleCard(
        id: "duplicate-duid",
        chapter: .addressing,
        severity: .error,
        summary: "two devices have the same DUID",
        explanation: """
            A DHCP server for IPv6 takes them for one client: it has two reservations for it, and refuses one of them, or \
            gives the addresses of one device to the other. Mostly a machine was cloned with the DUID that it had made up. \
            Interfaces of one device may have the same, since a DUID stands for a whole machine.
            """,
        rejects: [
            """
            devices:
              - name: db1
                interfaces: [{name: eth0, duid: "00:03:00:01:02:00:5e:10:00:01"}]
              - name: db2
                interfaces: [{name: eth0, duid: ↓"00:03:00:01:02:00:5e:10:00:01"}]
            """
        ],
        accepts: [
            """
            devices:
              - name: db1
                interfaces:
                  - {name: eth0, duid: "00:03:00:01:02:00:5e:10:00:01"}
                  - {name: eth1, duid: "00:03:00:01:02:00:5e:10:00:01"}
              - name: db2
                interfaces: [{name: eth0, duid: "00:03:00:01:02:00:5e:10:00:02"}]
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        let devices = context.inventory.devices
        var holders: [DUID: (device: Int, duid: Located<DUID>)] = [:]
        // Which of two is told does not depend on where they are written.
        let order = devices.indices.filter { devices[$0].interfaces.contains { $0.duid != nil } }
            .sorted { (devices[$0].name.value, $0) < (devices[$1].name.value, $1) }
        for device in order {
            for duid in devices[device].interfaces.compactMap(\.duid) {
                guard let first = holders[duid.value] else {
                    holders[duid.value] = (device, duid)
                    continue
                }
                guard first.device != device else { continue }
                context.report(
                    "\(duid.value) already belongs to '\(devices[first.device].name.value)'", at: duid.span,
                    subject: Subject(.device, devices[device].name.value),
                    related: [.init("first given here", at: first.duid.span)])
            }
        }
    }
}
