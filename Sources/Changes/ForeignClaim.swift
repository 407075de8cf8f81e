package import Addressing
package import Findings
package import InventoryModel

/// A claim that another change makes, which is under way at the same time.
package struct ForeignClaim: Sendable {
    /// The revision that makes it, by the name it was asked for by.
    package let revision: String
    /// The routing domain.
    package let vrf: String
    /// The claimed addresses.
    package let range: IPRange
    /// Whether one address is claimed, rather than a range kept free.
    package let isSingleAddress: Bool
    /// The role that lets others claim it too.
    package let role: SharedRole?
    /// Who claims it.
    package let claimant: Claimant
    /// The file that says so in that revision, relative to the working directory.
    package let file: String
    /// Where it says so; the path begins with the revision.
    package let location: SourceLocation

    /// Everything that a change claims and that was not claimed before it.
    ///
    /// - Parameters:
    ///   - pair: the inventory before that change, and after it.
    ///   - sources: the files after it.
    package static func all(in pair: InventoryPair, sources: SourceFiles, revision: String) -> [ForeignClaim] {
        var locator = SourceLocator(sources)
        return ClaimComparison(pair).newClaims.map { claim in
            let place = locator.location(of: claim.span)
            return ForeignClaim(
                revision: revision, vrf: claim.vrf, range: claim.range, isSingleAddress: claim.isSingleAddress,
                role: claim.role, claimant: pair.head.claimant(of: claim), file: place.path,
                location: SourceLocation(
                    path: "\(revision):\(place.path)", line: place.line, column: place.column, endLine: place.endLine,
                    endColumn: place.endColumn
                )
            )
        }
    }
}
