package import Findings

/// A waiver covers no finding.
package struct UnusedWaiver: ValidationRule {
    package static let card = RuleCard(
        id: "unused-waiver",
        chapter: .waivers,
        severity: .note,
        summary: "a waiver covers no finding",
        explanation: """
            What it excused is mended, or it names the wrong subject. Kept any longer, it would excuse the same \
            fault without a word when it comes back. Waivers of validation rules are judged by `validate`, if \
            everything could be read; those of drift rules by `drift` and `reconcile`, if the scans allow a \
            verdict on all subnets.
            """,
        rejects: [
            """
            subnets: [{prefix: 192.0.2.0/24}]
            waivers:
              - {rule: duplicate-address, subject: ↓192.0.2.77, reason: moves, owner: netops, expires: 2027-03-31}
            """
        ],
        accepts: [
            """
            subnets: [{prefix: 192.0.2.0/24}]
            reservations:
              - {address: 192.0.2.77, name: old}
              - {address: 192.0.2.77, name: new}
            waivers:
              - {rule: duplicate-address, subject: 192.0.2.77, reason: moves, owner: netops, expires: 2027-03-31}
              - {rule: unclaimed-address, subject: 192.0.2.78, reason: vendor box, owner: netops, expires: 2027-03-31}
            """
        ]
    )

    package init() {}

    /// Nothing: what a waiver covers is known only when all findings are, see `FindingList.tellingUnusedWaivers`.
    package func check(_ context: inout ValidationContext) {}

    /// What is wrong with a waiver that covers nothing.
    static func fault(of waiver: Waiver) -> Fault {
        Fault(
            card.id, "nothing breaks \(waiver.rule.value) at \(waiver.subject.value)", at: waiver.subject.span,
            subject: waiver.identity, help: "delete the waiver, or correct what it is about"
        )
    }
}
