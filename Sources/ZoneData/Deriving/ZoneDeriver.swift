import Addressing
import Findings
import InventoryModel

/// Files every record under the zone that answers for its owner.
struct ZoneDeriver {
    let plan: AddressPlan
    let directory: ZoneDirectory
    var problems: [ZoneProblem]
    /// The records of each zone of the directory, in no particular order.
    private(set) var drafts: [[DraftRecord]]
    private var pointers: [PointerCandidate] = []
    /// The name that each address has in reverse, in ascending order of address.
    private(set) var chosenPointers: [(address: IPAddress, name: DomainName)] = []

    init(_ plan: AddressPlan) {
        self.plan = plan
        directory = ZoneDirectory(plan.inventory)
        problems = directory.problems
        drafts = Array(repeating: [], count: directory.zones.count)
    }

    mutating func add(_ record: DraftRecord, to place: Int) {
        drafts[place].append(record)
    }

    /// Adds the name servers of every zone to it.
    mutating func addApexes() {
        for (place, zone) in directory.zones.enumerated() {
            for server in zone.nameservers {
                add(DraftRecord(zone.name, .ns(server.value), at: server.span), to: place)
            }
        }
    }

    /// Adds the A and AAAA records of the names that claims publish, and notes who would have the PTR records.
    mutating func addAddresses(of claims: [Claim]) {
        let parts = stride(from: 0, to: claims.count, by: Self.claimsAtOnce).map {
            claims[$0..<min($0 + Self.claimsAtOnce, claims.count)]
        }
        let published = parts.concurrentMap(workers: 2) { [plan, directory] in
            PublishedClaims($0, in: plan, directory)
        }
        for part in published {
            for (place, record) in part.drafts { add(record, to: place) }
            pointers += part.pointers
            problems += part.problems
        }
    }

    /// So many claims are worth handing to another thread.
    private static let claimsAtOnce = 4096

    /// Adds a PTR record for each published address, or all that its claimant asks for; one that is declared as a record
    /// stands instead.
    mutating func addPointers() {
        let declared = Set(drafts.lazy.joined().filter { $0.isDeclared && $0.data.type == .ptr }.map(\.owner))
        var previous: PointerCandidate?
        for candidate in pointers.sorted(by: PointerCandidate.precedes) {
            defer { previous = candidate }
            if let first = previous, first.address == candidate.address {
                if first.vrf != candidate.vrf, first.name != candidate.name { report(candidate, loserTo: first) }
                continue
            }
            chosenPointers.append((candidate.address, candidate.name))
            guard let (place, owner) = candidate.home, !declared.contains(owner) else { continue }
            for name in [candidate.name] + candidate.otherNames {
                add(DraftRecord(owner, .ptr(name), at: candidate.span), to: place)
            }
        }
    }

    private mutating func report(_ candidate: PointerCandidate, loserTo first: PointerCandidate) {
        guard candidate.home != nil else { return }
        problems.append(
            ZoneProblem(
                .pointerConflict, candidate.address,
                "\(candidate.address) is '\(first.name)' in vrf '\(first.vrf)' and '\(candidate.name)' in vrf "
                    + "'\(candidate.vrf)': say `ptr: false` for one of them",
                at: candidate.span
            )
        )
    }

    /// The zones with their records in order, and all problems.
    consuming func finish() -> (zones: [ZoneContent], problems: [ZoneProblem]) {
        let addresses = serverAddresses()
        // A forward zone and its reverse zone are often most of the work, and have nothing to do with each other.
        let finished = Array(zip(directory.zones, drafts)).concurrentMap(workers: 2) { head, drafts in
            head.authority.map { authority in
                var finisher = ZoneFinisher(head, drafts, serverAddresses: addresses)
                let content = ZoneContent(
                    name: head.name, ttl: head.ttl, authority: authority, serial: head.serial,
                    records: finisher.finish())
                return (content, problems: finisher.problems)
            }
        }
        let zones = finished.compactMap { $0 }
        return (zones.map(\.0), problems + zones.flatMap(\.problems))
    }

    /// The address records of all names that NS records point at, from which glue is taken.
    private func serverAddresses() -> [DomainName: [DraftRecord]] {
        let all = drafts.lazy.joined()
        let servers = Set(all.compactMap { if case .ns(let server) = $0.data { server } else { nil } })
        let addresses = all.filter { if case .address = $0.data { servers.contains($0.owner) } else { false } }
        return Dictionary(grouping: addresses, by: \.owner)
    }
}

/// What some claims publish.
private struct PublishedClaims: Sendable {
    private(set) var drafts: [(place: Int, record: DraftRecord)] = []
    private(set) var pointers: [PointerCandidate] = []
    private(set) var problems: [ZoneProblem] = []

    init(_ claims: ArraySlice<Claim>, in plan: AddressPlan, _ directory: ZoneDirectory) {
        for claim in claims {
            let publication = plan.publication(of: claim)
            problems += publication.problems
            for name in publication.names {
                guard let place = directory.place(holding: name) else { continue }
                drafts.append((place, DraftRecord(name, .address(claim.address), at: claim.span)))
            }
            guard let name = publication.pointer else { continue }
            pointers.append(
                PointerCandidate(claim, name, publication, home: directory.pointer(of: claim.address)))
        }
    }
}

/// A name that an address could have in the reverse zone; the first in order has it.
private struct PointerCandidate: Sendable {
    let address: IPAddress
    let vrf: String
    let isDeclared: Bool
    let name: DomainName
    /// Further names of the same claim that are to be published too.
    let otherNames: ArraySlice<DomainName>
    /// The zone that holds the PTR records of the address, and the name that they stand under.
    let home: (place: Int, owner: DomainName)?
    let span: SourceSpan

    init(
        _ claim: Claim, _ name: DomainName, _ publication: Publication, home: (place: Int, owner: DomainName)?
    ) {
        address = claim.address
        vrf = claim.vrf
        isDeclared = publication.isDeclared
        self.name = name
        otherNames = publication.pointers.dropFirst()
        self.home = home
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
