import Addressing
package import Findings
import InventoryModel

/// Two claimants hold the same address.
package struct DuplicateAddress: ValidationRule {
    package static let card = RuleCard(
        id: "duplicate-address",
        chapter: .addressing,
        severity: .error,
        summary: "two claimants hold the same address",
        explanation: """
            Only one of two hosts with the same address answers, and which one changes with the neighbour caches \
            around them. Claimants may share an address only if every one of them gives it the same shared role: \
            vip, anycast, vrrp, hsrp, glbp or carp.
            """,
        rejects: [
            """
            subnets: [{prefix: 192.0.2.0/24}]
            devices:
              - name: printer
                interfaces: [{name: eth0, addresses: [192.0.2.7]}]
              - name: scanner
                interfaces: [{name: eth0, addresses: [↓192.0.2.7]}]
            """
        ],
        accepts: [
            """
            subnets: [{prefix: 192.0.2.0/24}]
            devices:
              - name: router1
                interfaces: [{name: eth0, addresses: [192.0.2.2, {address: 192.0.2.1, role: vrrp}]}]
              - name: router2
                interfaces: [{name: eth0, addresses: [192.0.2.3, {address: 192.0.2.1, role: vrrp}]}]
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        var first: Claim?
        var free = FreeAddresses(context.plan)
        for claim in context.plan.claims where claim.isSingleAddress {
            guard let holder = first, holder.vrf == claim.vrf, holder.address == claim.address else {
                first = claim
                continue
            }
            if let role = holder.role, role == claim.role { continue }
            context.report(
                "\(claim.address) already belongs to '\(context.plan.title(of: holder))'",
                at: claim.span,
                subject: Subject(.address, claim.address, vrf: claim.vrf),
                related: [.init("first claimed here", at: holder.span)],
                help: sharingHelp(holder, claim) ?? context.freeAddressHelp(&free, near: claim)
            )
        }
    }

    private func sharingHelp(_ holder: Claim, _ claim: Claim) -> String? {
        switch (holder.role, claim.role) {
        case (nil, nil): nil
        case (let role?, nil), (nil, let role?): "to share it, every claimant must say `role: \(role)`"
        case (let one?, let other?): "one says `role: \(one)` and the other `role: \(other)`"
        }
    }
}
