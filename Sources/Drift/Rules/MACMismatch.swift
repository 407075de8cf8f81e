import Addressing
package import Findings
import InventoryModel
import Observations

/// Another hardware address answers than the one that is declared.
package struct MACMismatch: DriftRule {
    package static let card = RuleCard(
        id: "mac-mismatch",
        chapter: .drift,
        severity: .error,
        summary: "another hardware address answers than the one declared",
        explanation: """
            The interface declares its MAC address, and another one answers at its IP address. Either the hardware was \
            replaced, and DHCP reservations made from the inventory go to the wrong machine; or another host has taken \
            the address. An address with a shared role is exempt: whoever holds it at the time answers.
            """,
        rejects: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                devices:
                  - name: db1
                    interfaces: [{name: eth0, mac: ↓02:00:5e:10:00:01, addresses: [192.0.2.21]}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.21 alive mac=02:00:5e:00:00:99 last=-1h
                    """
            )
        ],
        accepts: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                devices:
                  - name: router1
                    interfaces:
                      - name: eth0
                        mac: 02:00:5e:10:00:01
                        addresses: [192.0.2.2, {address: 192.0.2.1, role: vrrp}]
                """,
                seen: """
                    run 192.0.2.0/24 complete -1h
                    192.0.2.1 alive mac=00:00:5e:00:01:01 last=-1h
                    192.0.2.2 alive mac=02:00:5e:10:00:01 last=-1h
                    """
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for sighting in context.sightings where sighting.claimants == .active && sighting.isAlive {
            // Nearly every host answers as declared, and what follows takes a list of what is.
            guard !sighting.isAnsweredOnly(byThose: { context.isDeclared($0, at: sighting) }) else { continue }
            guard let claim = sighting.claims.first, sighting.claims.allSatisfy({ $0.role == nil }) else { continue }
            let declared = sighting.claims.compactMap { context.declaredMAC(of: $0) }
            guard declared.count == sighting.claims.count, let expected = declared.first,
                let (state, mac) = stranger(to: declared.map(\.value), in: sighting)
            else { continue }
            context.report(
                "\(mac) answers at \(sighting.address), not '\(context.plan.title(of: claim))' with \(expected.value)",
                on: sighting, shownBy: state, at: expected.span,
                help: "if the hardware was not replaced, find the host that took the address",
                edit: declared.count == 1 ? .replace("mac", at: expected.span, with: "\(mac)") : nil
            )
        }
    }

    /// The newest answer from hardware that nobody declares.
    private func stranger(
        to known: [MACAddress], in sighting: Sighting
    ) -> (state: AddressState, mac: MACAddress)? {
        var newest: (state: AddressState, mac: MACAddress)?
        for state in sighting.aliveStates {
            guard let mac = state.latest.mac, !mac.isZero, !mac.isMulticast, !known.contains(mac) else { continue }
            if newest.map({ $0.state.latest.at < state.latest.at }) ?? true { newest = (state, mac) }
        }
        return newest
    }
}
