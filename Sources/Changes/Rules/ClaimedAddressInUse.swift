import Addressing
import Chronology
package import Findings
import InventoryModel
import Observations

/// A change claims an address that something else answers at.
package struct ClaimedAddressInUse: ChangeRule {
    package static let card = RuleCard(
        id: "claimed-address-in-use",
        chapter: .change,
        severity: .warning,
        summary: "a change claims an address that answered lately",
        explanation: """
            Nobody claimed the address before, and yet something answered there within the time after which a device \
            counts as missing (`drift.missing_after`, a week unless set). Whoever is given the address will share it \
            with that host. If it is that host, say so by giving the interface the hardware address that was seen.
            """,
        rejects: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                devices:
                  - name: db2
                    interfaces: [{name: eth0, addresses: [↓192.0.2.22]}]
                """,
                before: "subnets: [{prefix: 192.0.2.0/24}]",
                seen: "192.0.2.22 alive mac=02:00:5e:00:00:77 name=cam3 last=-2d"
            )
        ],
        accepts: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                devices:
                  - name: cam3
                    interfaces: [{name: eth0, mac: 02:00:5e:00:00:77, addresses: [192.0.2.22]}]
                """,
                before: "subnets: [{prefix: 192.0.2.0/24}]",
                seen: "192.0.2.22 alive mac=02:00:5e:00:00:77 name=cam3 last=-2d"
            ),
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                reservations: [{address: 192.0.2.22, name: api}]
                """,
                before: "subnets: [{prefix: 192.0.2.0/24}]",
                seen: "192.0.2.22 silent last=-30d"
            ),
        ]
    )

    package init() {}

    package func check(_ context: inout ChangeContext) {
        for claim in context.newAddresses {
            let states = context.states(of: claim.address, vrf: claim.vrf)
            guard let latest = states.filter({ $0.lastSeen != nil }).max(by: isOlder), let seen = latest.lastSeen,
                context.now.since(seen) <= window(of: claim, in: context.plan),
                !isClaimant(latest.latest.mac, of: claim, in: context.plan)
            else { continue }
            context.report(
                "\(claim.address) is newly claimed by '\(context.plan.claimant(of: claim))', and a host answered there lately",
                on: claim, evidence: evidence(latest, states),
                help: "find out which host that is; if it is the claimant, give its interface the MAC that was seen"
            )
        }
    }

    private func isOlder(_ left: AddressState, _ right: AddressState) -> Bool {
        (left.lastSeen?.seconds ?? .min, left.vantage) < (right.lastSeen?.seconds ?? .min, right.vantage)
    }

    private func window(of claim: Claim, in plan: AddressPlan) -> TimeSpan {
        guard let subnet = plan.subnet(holding: claim.address, vrf: claim.vrf) else {
            return plan.effectiveDriftOutsideSubnets.missingAfter
        }
        return plan.effectiveDrift(of: subnet).missingAfter
    }

    private func isClaimant(_ mac: MACAddress?, of claim: Claim, in plan: AddressPlan) -> Bool {
        guard let mac, let declared = plan.device(of: claim)?.interface.mac?.value else { return false }
        return mac == declared
    }

    private func evidence(_ state: AddressState, _ states: ArraySlice<AddressState>) -> Evidence {
        let latest = state.latest
        let probes = latest.evidence.map { "\($0.probe): \($0.outcome)" }
        return Evidence(
            verdict: latest.verdict.rawValue,
            probe: probes.isEmpty ? nil : probes.joined(separator: "; "),
            vantage: state.vantage,
            mac: latest.mac?.description,
            name: latest.name,
            firstSeen: states.compactMap(\.firstSeen).min()?.description,
            lastSeen: state.lastSeen?.description,
            lastProbed: latest.at.description
        )
    }
}
