import Addressing
package import Findings
import InventoryModel

/// A text is not the hardware address of an interface.
package struct InvalidMAC: ReadingRule {
    package static let card = RuleCard(
        id: "invalid-mac",
        chapter: .addressing,
        severity: .error,
        summary: "a text is not the hardware address of an interface",
        explanation: """
            A MAC address is six pairs of hexadecimal digits separated by `:` or `-`. All zeros is what tools print \
            for an address that they do not know, and an odd first byte marks a group of stations (IEEE 802): no \
            interface sends from either, so nothing would ever be found to match.
            """,
        rejects: [
            """
            devices:
              - name: db1
                interfaces: [{name: eth0, mac: ↓02:00:5e:10:00}]
            """,
            """
            devices:
              - name: db1
                interfaces: [{name: eth0, mac: ↓00:00:00:00:00:00}]
            """,
            """
            devices:
              - name: db1
                interfaces: [{name: eth0, mac: ↓01:00:5e:10:00:01}]
            """,
        ],
        accepts: [
            """
            devices:
              - name: db1
                interfaces: [{name: eth0, mac: 02:00:5e:10:00:01}]
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        context.reportReadingFaults()
        for device in context.inventory.devices {
            for case let mac? in device.interfaces.lazy.map(\.mac) where !mac.value.isUnicast {
                context.report(
                    mac.value.isZero
                        ? "\(mac.value) is no interface's address" : "\(mac.value) is the address of a group",
                    at: mac.span,
                    subject: Subject(.mac, mac.value.description),
                    help: mac.value.isZero ? "leave 'mac' out if it is not known" : nil
                )
            }
        }
    }
}

extension MACAddress {
    /// Whether an interface can have the address.
    fileprivate var isUnicast: Bool { !isZero && !isMulticast }
}
