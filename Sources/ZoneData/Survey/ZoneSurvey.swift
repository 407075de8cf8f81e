import Addressing
import Findings
package import InventoryModel

/// Everything that is wrong with the zones of an inventory: what a ``ZoneSet`` leaves out, and what servers would load
/// and serve though nobody can have meant it.
package struct ZoneSurvey: Sendable {
    /// All problems, in the order of the text.
    package let problems: [ZoneProblem]

    /// Surveys the zones without deriving all of them.
    ///
    /// - Parameters:
    ///   - subnetOfClaim: the place of the subnet that holds a claim, given the claim's place in the plan.
    ///   - claims: the claims to look at; unless given, those that could be at odds with anything.
    package init(_ plan: AddressPlan, subnetOfClaim: @escaping (Int) -> Int?, claims: [Claim]? = nil) {
        var deriver = ZoneDeriver(plan)
        deriver.addApexes()
        deriver.addDeclaredRecords()
        deriver.addDelegations()
        let claims = claims ?? ClaimSieve.suspects(deriver, subnetOfClaim: subnetOfClaim)
        deriver.addAddresses(of: claims)
        deriver.addPointers()
        deriver.addClasslessAliases()

        let owners = ZoneOwners(deriver)
        let dots = MissingDots(deriver, owners).problems
        let others =
            AliasChains(deriver, owners).problems
            + TargetsElsewhere(deriver, owners).problems
            + RepeatedRecords(deriver).problems
            + NameClashes(deriver, claims).problems
            + AddressesWithoutPointer(deriver.directory, plan, subnetOfClaim: subnetOfClaim).problems
        // What a missing dot leads to is not told as well.
        let explained = Set(dots.map(\.span))
        let rest = (deriver.finish().problems + others).filter { !explained.contains($0.span) }
        problems = Set(dots + rest).sorted()
    }
}
