import Addressing
import Findings
import InventoryModel

/// Which of several claims gives an address its name in reverse, and the PTR records that follow.
struct ChosenPointers {
    /// The name that each address has, in ascending order of address.
    private(set) var pointers: [(address: IPAddress, name: DomainName)] = []
    /// The PTR records, in ascending order of address.
    private(set) var drafts: [DraftRecord] = []
    private(set) var problems: [ZoneProblem] = []

    /// Chooses among all who would name an address.
    ///
    /// - Parameter declared: the names whose PTR records are declared, and stand instead.
    init(_ candidates: consuming [PointerCandidate], besides declared: Set<DomainName>) {
        candidates.sort(by: PointerCandidate.precedes)
        pointers.reserveCapacity(candidates.count)
        drafts.reserveCapacity(candidates.count)
        for (index, candidate) in candidates.enumerated() {
            if index > 0, candidates[index - 1].address == candidate.address {
                let first = candidates[index - 1]
                if first.vrf != candidate.vrf, first.name != candidate.name { report(candidate, loserTo: first) }
                continue
            }
            pointers.append((candidate.address, candidate.name))
            guard let owner = candidate.owner, declared.isEmpty || !declared.contains(owner) else { continue }
            drafts.append(DraftRecord(owner, .ptr(candidate.name), at: candidate.span))
            for name in candidate.otherNames {
                drafts.append(DraftRecord(owner, .ptr(name), at: candidate.span))
            }
        }
    }

    private mutating func report(_ candidate: PointerCandidate, loserTo first: PointerCandidate) {
        guard candidate.owner != nil else { return }
        problems.append(
            ZoneProblem(
                .pointerConflict, candidate.address,
                "\(candidate.address) is '\(first.name)' in vrf '\(first.vrf)' and '\(candidate.name)' in vrf "
                    + "'\(candidate.vrf)': say `ptr: false` for one of them",
                at: candidate.span
            )
        )
    }
}

/// A name that an address could have in the reverse zone; the first in order has it.
struct PointerCandidate: Sendable {
    let address: IPAddress
    let vrf: String
    let isDeclared: Bool
    let name: DomainName
    /// Further names of the same claim that are to be published too.
    let otherNames: ArraySlice<DomainName>
    /// The name that the PTR records of the address stand under; nil if no zone of ours holds them.
    let owner: DomainName?
    let span: SourceSpan

    init(_ claim: Claim, _ name: DomainName, _ publication: Publication, owner: DomainName?) {
        address = claim.address
        vrf = claim.vrf
        isDeclared = publication.isDeclared
        self.name = name
        // Hardly any has one, and an empty rest of a list would hold on to the list.
        otherNames = publication.pointers.count > 1 ? publication.pointers.dropFirst() : []
        self.owner = owner
        span = claim.span
    }

    /// Candidates for one address stand together: the default routing domain first, declared names before derived ones.
    static func precedes(_ left: PointerCandidate, _ right: PointerCandidate) -> Bool {
        if left.address != right.address { return left.address < right.address }
        if left.vrf != right.vrf {
            return left.vrf == VRF.defaultName || (right.vrf != VRF.defaultName && left.vrf < right.vrf)
        }
        return left.isDeclared == right.isDeclared ? left.name < right.name : left.isDeclared
    }
}
