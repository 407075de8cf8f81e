import Addressing
package import Findings
import InventoryModel

/// An address is claimed out of a range that a reservation keeps free.
package struct AddressInReservation: ValidationRule {
    package static let card = RuleCard(
        id: "address-in-reservation",
        chapter: .addressing,
        severity: .error,
        summary: "an address is claimed out of a range that is kept free",
        explanation: """
            A reservation of a range keeps its addresses free for its owner, who counts on all of them. A claim in it \
            takes one away; two ranges that overlap promise the same addresses twice. If the claim is what the range \
            was kept for, shorten the range. One address that is reserved by itself is `duplicate-address`.
            """,
        rejects: [
            """
            subnets: [{prefix: 192.0.2.0/24}]
            devices:
              - name: db1
                interfaces: [{name: eth0, addresses: [↓192.0.2.60]}]
            reservations:
              - {range: 192.0.2.60-192.0.2.69, name: next-year}
            """,
            """
            subnets: [{prefix: 192.0.2.0/24}]
            reservations:
              - {range: 192.0.2.60-192.0.2.69, name: next-year}
              - {range: ↓192.0.2.64/29, name: voice}
            """,
        ],
        accepts: [
            """
            subnets: [{prefix: 192.0.2.0/24}]
            devices:
              - name: db1
                interfaces: [{name: eth0, addresses: [192.0.2.60]}]
            reservations:
              - {range: 192.0.2.61-192.0.2.69, name: next-year}
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        let claims = context.plan.claims
        let ranges = claims.filter { !$0.isSingleAddress }
        guard !ranges.isEmpty else { return }
        var sweep = RangeSweep(ranges)
        var free = FreeAddresses(context.plan)
        for claim in claims where claim.isSingleAddress {
            guard let holder = sweep.range(holding: claim) else { continue }
            report(claim, in: holder, help: context.freeAddressHelp(&free, near: claim), &context)
        }
        checkRanges(ranges, &context)
    }

    private func checkRanges(_ ranges: [Claim], _ context: inout ValidationContext) {
        var furthest: Claim?
        for claim in ranges {
            if let earlier = furthest, earlier.vrf == claim.vrf {
                if earlier.range.overlaps(claim.range) { report(claim, in: earlier, &context) }
                if claim.range.last <= earlier.range.last { continue }
            }
            furthest = claim
        }
    }

    private func report(
        _ claim: Claim, in holder: Claim, help: String? = nil, _ context: inout ValidationContext
    ) {
        let title = context.plan.reservation(of: holder)?.name.map { "'\($0.value)' (\(holder.range))" }
        context.report(
            "\(claim.range) \(claim.isSingleAddress ? "is in" : "overlaps") reservation \(title ?? "\(holder.range)")",
            at: claim.span,
            subject: claim.subject,
            related: [.init("kept free here", at: holder.span)],
            help: help
        )
    }

    /// Finds the range that holds each of many ascending addresses; of several, the one that reaches furthest.
    private struct RangeSweep {
        private let ranges: [Claim]
        private var next = 0
        private var furthest: Claim?

        init(_ ranges: [Claim]) {
            self.ranges = ranges
        }

        mutating func range(holding claim: Claim) -> Claim? {
            while next < ranges.count, (ranges[next].vrf, ranges[next].address) <= (claim.vrf, claim.address) {
                let candidate = ranges[next]
                next += 1
                if let furthest, furthest.vrf == candidate.vrf, furthest.range.last >= candidate.range.last { continue }
                furthest = candidate
            }
            guard let furthest, furthest.vrf == claim.vrf, furthest.range.contains(claim.address) else { return nil }
            return furthest
        }
    }
}
