import Addressing
package import Findings
import InventoryModel

/// Nobody answers for a subnet, device or reservation.
package struct MissingOwner: ValidationRule {
    package static let card = RuleCard(
        id: "missing-owner",
        chapter: .policy,
        severity: .warning,
        isOnByDefault: false,
        summary: "nobody answers for a subnet, device or reservation",
        explanation: """
            Whoever finds something wrong with it does not know whom to ask. An owner of the subnet around it, or \
            of a container around that, counts too. Not everybody needs this, so it is off until `settings.rules` \
            gives it a severity.
            """,
        rejects: [
            """
            settings: {rules: {missing-owner: warning}}
            subnets: [{prefix: ↓192.0.2.0/24}]
            devices: [{name: ↓printer}]
            reservations:
              - {address: ↓192.0.2.50, name: api}
            """
        ],
        accepts: [
            """
            settings: {rules: {missing-owner: warning}}
            subnets: [{prefix: 192.0.2.0/24, owner: netops}]
            devices:
              - {name: printer, interfaces: [{name: eth0, addresses: [192.0.2.21]}]}
              - {name: spare, owner: office}
            reservations:
              - {address: 192.0.2.50, name: api}
            """,
            """
            devices: [{name: printer}]
            """,
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        let plan = context.plan
        for subnet in context.subnetsInOrder
        where !plan.subnets(covering: subnet.prefix.value, vrf: subnet.vrfName).contains(where: { $0.owner != nil }) {
            context.report(
                "nobody answers for subnet \(subnet.title)", at: subnet.prefix.span, subject: subnet.subject,
                help: Self.help
            )
        }
        checkDevices(&context)
        for claim in plan.claims {
            guard let reservation = plan.reservation(of: claim), reservation.owner == nil,
                !hasOwner(around: claim, plan)
            else { continue }
            context.report(
                "nobody answers for reservation \(reservation.title)", at: claim.span, subject: claim.subject,
                help: Self.help
            )
        }
    }

    private static let help = "add `owner` to it, or to the subnet around it"

    private func checkDevices(_ context: inout ValidationContext) {
        let devices = context.inventory.devices
        var owned = Set(devices.indices.filter { devices[$0].owner != nil })
        for claim in context.plan.claims {
            guard case .device(let device, _, _) = claim.claimant, !owned.contains(device),
                hasOwner(around: claim, context.plan)
            else { continue }
            owned.insert(device)
        }
        for index in devices.indices where !owned.contains(index) {
            let name = devices[index].name
            context.report(
                "nobody answers for device '\(name.value)'", at: name.span, subject: Subject(.device, name.value),
                help: Self.help
            )
        }
    }

    /// Whether a subnet that holds all of a claim has an owner.
    private func hasOwner(around claim: Claim, _ plan: AddressPlan) -> Bool {
        let prefix = IPPrefix(containing: claim.address, length: claim.address.family.width)
        return plan.subnets(covering: prefix, vrf: claim.vrf).contains { $0.owner != nil }
    }
}
