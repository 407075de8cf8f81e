import Addressing
package import Findings
import InventoryModel

/// An address is claimed out of a pool that is not to be handed out.
package struct AddressInReservedPool: ValidationRule {
    package static let card = RuleCard(
        id: "address-in-reserved-pool",
        chapter: .addressing,
        severity: .error,
        summary: "an address is claimed out of a reserved pool",
        explanation: """
            A reserved pool is kept free for something to come, or belongs to something that is not in the inventory, \
            such as a provider's equipment: none of its addresses is to be handed out. Ranges that are kept free may \
            lie in one.
            """,
        rejects: [
            """
            subnets:
              - prefix: 192.0.2.0/24
                pools: [{name: provider, range: 192.0.2.240-192.0.2.254, purpose: reserved}]
            devices:
              - name: db1
                interfaces: [{name: eth0, addresses: [↓192.0.2.241]}]
            """
        ],
        accepts: [
            """
            subnets:
              - prefix: 192.0.2.0/24
                pools: [{name: provider, range: 192.0.2.240-192.0.2.254, purpose: reserved}]
            devices:
              - name: db1
                interfaces: [{name: eth0, addresses: [192.0.2.21]}]
            reservations:
              - {range: 192.0.2.240-192.0.2.247, name: uplinks}
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        guard context.pools.contains(where: { $0.pool.purpose == .reserved }) else { return }
        var free = FreeAddresses(context.plan)
        for (index, claim) in context.plan.claims.enumerated() where claim.isSingleAddress {
            guard let pool = context.claimPools.pool(ofClaim: index), context.pools[pool].pool.purpose == .reserved
            else {
                continue
            }
            let placed = context.pools[pool]
            context.report(
                "\(claim.address) is in pool '\(placed.pool.name.value)' (\(placed.range)), which is reserved",
                at: claim.span,
                subject: claim.subject,
                related: [.init("the pool", at: placed.pool.range.span)],
                help: context.freeAddressHelp(&free, near: claim)
            )
        }
    }
}
