import Addressing
package import Findings
import InventoryModel

/// Two interfaces have the same MAC address.
package struct DuplicateMAC: ValidationRule {
    package static let card = RuleCard(
        id: "duplicate-mac",
        chapter: .addressing,
        severity: .error,
        summary: "two interfaces have the same MAC address",
        explanation: """
            Switches send the frames for a MAC to whichever of its holders spoke last, and a DHCP server finds two \
            reservations for one client. Mostly an entry was copied. Interfaces of one device may share a MAC in \
            different subnets, as VLAN interfaces on one port do, and so may interfaces whose every address has a \
            shared role, such as vrrp.
            """,
        rejects: [
            """
            devices:
              - name: printer
                interfaces: [{name: eth0, mac: 02:00:5e:10:00:01}]
              - name: scanner
                interfaces: [{name: eth0, mac: ↓02:00:5e:10:00:01}]
            """,
            """
            subnets: [{prefix: 192.0.2.0/24}]
            devices:
              - name: db1
                interfaces:
                  - {name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.21]}
                  - {name: ilo, mac: ↓02:00:5e:10:00:01, addresses: [192.0.2.121]}
            """,
        ],
        accepts: [
            """
            subnets: [{prefix: 192.0.2.0/25}, {prefix: 192.0.2.128/25}]
            devices:
              - name: router1
                interfaces:
                  - {name: eth0.1, mac: 02:00:5e:10:00:01, addresses: [192.0.2.2]}
                  - {name: eth0.2, mac: 02:00:5e:10:00:01, addresses: [192.0.2.130]}
                  - {name: vrrp7, mac: 00:00:5e:00:01:07, addresses: [{address: 192.0.2.1, role: vrrp}]}
              - name: router2
                interfaces:
                  - {name: eth0, mac: 02:00:5e:10:00:02, addresses: [192.0.2.3]}
                  - {name: vrrp7, mac: 00:00:5e:00:01:07, addresses: [{address: 192.0.2.1, role: vrrp}]}
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        for holders in Self.repeatedHolders(in: context.inventory) {
            let sorted = holders.map { Port($0, context.inventory) }.sorted(by: Port.precedes)
            guard let first = sorted.first else { continue }
            // On the first one's device a conflict takes a common subnet; every other device is one.
            var bySubnet: [IPPrefix: Port] = [:]
            for port in sorted {
                if port.holder.device == first.holder.device {
                    let subnets = port.subnets(context.plan)
                    if let earlier = subnets.lazy.compactMap({ bySubnet[$0] }).first {
                        report(port, sharing: earlier, &context)
                    }
                    for subnet in subnets where bySubnet[subnet] == nil { bySubnet[subnet] = port }
                } else {
                    report(port, sharing: first, &context)
                }
            }
        }
    }

    /// The interfaces of each MAC that several have, but for those that may share it anywhere.
    private static func repeatedHolders(in inventory: Inventory) -> [[Holder]] {
        // First which MACs are repeated, nearly always none; only then who has them.
        var seen = Set<MACAddress>(minimumCapacity: inventory.devices.count)
        var repeated: [MACAddress: [Holder]] = [:]
        forEachMAC(in: inventory) { mac, _ in
            if !seen.insert(mac).inserted { repeated[mac] = [] }
        }
        guard !repeated.isEmpty else { return [] }
        forEachMAC(in: inventory) { mac, holder in repeated[mac]?.append(holder) }
        return Array(repeated.values)
    }

    private static func forEachMAC(in inventory: Inventory, _ body: (MACAddress, Holder) -> Void) {
        // By index, since a device is large and to visit each one would copy it.
        let devices = inventory.devices
        for d in devices.indices {
            for i in devices[d].interfaces.indices {
                guard let mac = devices[d].interfaces[i].mac?.value, !devices[d].interfaces[i].isShared else {
                    continue
                }
                body(mac, Holder(device: d, interface: i))
            }
        }
    }

    private func report(_ port: Port, sharing earlier: Port, _ context: inout ValidationContext) {
        guard let mac = port.interface.mac else { return }
        let device = port.holder.device == earlier.holder.device ? "" : " of '\(earlier.device.name.value)'"
        context.report(
            "\(mac.value) already belongs to interface '\(earlier.interface.name.value)'\(device)",
            at: mac.span,
            subject: Subject(.mac, mac.value.description),
            related: earlier.interface.mac.map { [.init("first given here", at: $0.span)] } ?? []
        )
    }

    /// An interface by its place in the inventory.
    private struct Holder {
        let device: Int
        let interface: Int
    }

    /// An interface, its device and their place.
    private struct Port {
        let holder: Holder
        let device: Device
        let interface: Interface

        init(_ holder: Holder, _ inventory: Inventory) {
            self.holder = holder
            device = inventory.devices[holder.device]
            interface = device.interfaces[holder.interface]
        }

        /// The subnets that it has addresses in.
        func subnets(_ plan: AddressPlan) -> [IPPrefix] {
            let vrf = interface.vrf?.value ?? VRF.defaultName
            return interface.addresses.compactMap {
                plan.subnet(holding: $0.address.value, vrf: vrf)?.prefix.value
            }
        }

        /// The order by names, so that which of two is told does not depend on where they are written.
        static func precedes(_ left: Port, _ right: Port) -> Bool {
            (left.device.name.value, left.holder.device, left.interface.name.value, left.holder.interface)
                < (right.device.name.value, right.holder.device, right.interface.name.value, right.holder.interface)
        }
    }
}

extension Interface {
    /// Whether it exists only for addresses that several devices share.
    fileprivate var isShared: Bool { !addresses.isEmpty && addresses.allSatisfy { $0.role != nil } }
}
