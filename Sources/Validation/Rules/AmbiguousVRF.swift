import Addressing
package import Findings
import InventoryModel

/// An address lies in subnets of several VRFs and says none of them.
package struct AmbiguousVRF: ValidationRule {
    package static let card = RuleCard(
        id: "ambiguous-vrf",
        chapter: .addressing,
        severity: .error,
        summary: "an address lies in subnets of several VRFs and names none",
        explanation: """
            The same address may exist once in every VRF, as a different host each time. Which of them is meant \
            decides who else may claim it, and where it is scanned and published, so it is asked rather than guessed.
            """,
        rejects: [
            """
            vrfs: [{name: lab}]
            subnets:
              - {prefix: 192.0.2.0/24}
              - {prefix: 192.0.2.0/24, vrf: lab}
            devices:
              - name: db1
                interfaces: [{name: eth0, addresses: [↓192.0.2.21]}]
            """
        ],
        accepts: [
            """
            vrfs: [{name: lab}]
            subnets:
              - {prefix: 192.0.2.0/24}
              - {prefix: 192.0.2.0/24, vrf: lab}
            devices:
              - name: db1
                interfaces: [{name: eth0, vrf: lab, addresses: [192.0.2.21]}]
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        for (claim, candidates) in context.plan.ambiguousClaims {
            let domains = candidates.map { "'\($0)'" }
            let holder = context.plan.device(of: claim).map { "interface '\($0.interface.name.value)'" }
            context.report(
                "\(claim.range) lies in subnets of the VRFs \(domains.formattedList)",
                at: claim.span,
                subject: Subject(claim.isSingleAddress ? .address : .range, claim.range.description),
                help: "say which with 'vrf' in the \(holder ?? "reservation")"
            )
        }
    }
}

extension [String] {
    /// The elements with commas and a final `and`.
    fileprivate var formattedList: String {
        count < 2 ? joined() : dropLast().joined(separator: ", ") + " and " + suffix(1).joined()
    }
}
