import Addressing
package import Findings
import InventoryModel
import Observations

/// A declared hardware address answers at another address than the declared one.
package struct MACMoved: DriftRule {
    package static let card = RuleCard(
        id: "mac-moved",
        chapter: .drift,
        severity: .warning,
        summary: "a declared host answers at another address of its subnet",
        explanation: """
            The hardware address of an interface answers in the subnet of its declared address, but at another one, and \
            no longer at its own. The host was given another address by hand, or takes a lease instead of its own \
            address. Names and firewall rules made from the inventory lead to where it no longer is.
            """,
        rejects: [
            Example(
                """
                subnets:
                  - prefix: 192.0.2.0/24
                    pools: [{name: leases, range: 192.0.2.128/26, purpose: dhcp}]
                devices:
                  - name: db1
                    interfaces: [{name: eth0, mac: 02:00:5e:10:00:01, addresses: [↓192.0.2.21]}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.21 silent first=-60d last=-1d at=-1h
                    192.0.2.130 alive mac=02:00:5e:10:00:01 last=-1h
                    """
            )
        ],
        accepts: [
            Example(
                """
                subnets:
                  - prefix: 192.0.2.0/24
                    pools: [{name: leases, range: 192.0.2.128/26, purpose: dhcp}]
                  - prefix: 198.51.100.0/24
                devices:
                  - name: db1
                    interfaces:
                      - {name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.21]}
                      - {name: eth0.7, mac: 02:00:5e:10:00:01, addresses: [198.51.100.21]}
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    run 198.51.100.0/24 complete -1h
                    192.0.2.21 alive mac=02:00:5e:10:00:01 last=-1h
                    192.0.2.130 alive mac=02:00:5e:10:00:01 last=-1h
                    198.51.100.21 alive mac=02:00:5e:10:00:01 last=-1h
                    """
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        let strangers = context.sightings.filter { sighting in
            guard sighting.subnet != nil, let mac = sighting.alive?.latest.mac else { return false }
            return !context.isDeclared(mac, at: sighting)
        }
        guard !strangers.isEmpty else { return }
        let homes = homes(of: Set(strangers.compactMap { $0.alive?.latest.mac }), in: context.plan)
        for sighting in strangers {
            guard let state = sighting.alive, let mac = state.latest.mac, let claims = homes[mac] else { continue }
            let here = claims.filter { claim in
                claim.vrf == sighting.vrf
                    && context.plan.subnet(holding: claim.address, vrf: claim.vrf)?.prefix.value
                        == context.subnet(of: sighting)?.subnet.prefix.value
            }
            guard let home = here.first, !here.contains(where: { $0.address == sighting.address }),
                !here.contains(where: { answers(mac, at: $0, in: context) })
            else { continue }
            context.report(
                "'\(context.plan.title(of: home))' with \(mac) answers at \(sighting.address), not at \(home.address)",
                on: sighting, shownBy: state, at: home.span,
                help: "give the host its address back, or declare the new one",
                edit: sighting.standing == .unclaimed
                    ? .replace("address", at: home.span, with: sighting.address.flowText) : nil
            )
        }
    }

    /// The claims of active devices with these hardware addresses; shared addresses come and go.
    private func homes(of wanted: Set<MACAddress>, in plan: AddressPlan) -> [MACAddress: [Claim]] {
        var homes: [MACAddress: [Claim]] = [:]
        for claim in plan.claims where claim.role == nil {
            guard case .device(let device, let interface, _) = claim.claimant,
                plan.inventory.devices[device].status == .active,
                let mac = plan.inventory.devices[device].interfaces[interface].mac?.value, wanted.contains(mac)
            else { continue }
            homes[mac, default: []].append(claim)
        }
        return homes
    }

    private func answers(_ mac: MACAddress, at home: Claim, in context: DriftContext) -> Bool {
        context.sighting(of: home.address, vrf: home.vrf)?.aliveStates.contains {
            $0.latest.mac == mac || $0.latest.rivals.contains(mac)
        } ?? false
    }
}
