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
    /// - Parameter claims: the claims to look at; unless given, those that could be at odds with anything.
    package init(_ plan: AddressPlan, claims: [Claim]? = nil) {
        var deriver = ZoneDeriver(plan)
        deriver.addApexes()
        deriver.addDeclaredRecords()
        deriver.addDelegations()
        let claims = claims ?? ClaimSieve.suspects(deriver)
        deriver.addAddresses(of: claims)
        deriver.gatherAddresses()
        deriver.addClasslessAliases()

        let owners = ZoneOwners(deriver)
        let dots = MissingDots(deriver, owners).problems
        let others =
            AliasChains(deriver, owners).problems
            + TargetsElsewhere(deriver, owners).problems
            + RepeatedRecords(deriver).problems
            + NameClashes(deriver, claims).problems
            + AddressesWithoutPointer(deriver.directory, plan).problems
        // What a missing dot leads to is not told as well.
        let explained = Set(dots.map(\.span))
        let rest = (deriver.finish().problems + others).filter { !explained.contains($0.span) }
        problems = Set(dots + rest).sorted()
    }
}
