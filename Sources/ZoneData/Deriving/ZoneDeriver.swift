import Addressing
import Findings
import InventoryModel

/// Files every record under the zone that answers for its owner.
struct ZoneDeriver {
    let plan: AddressPlan
    let directory: ZoneDirectory
    var problems: [ZoneProblem]
    /// The records of each zone of the directory, in no particular order; those of addresses once they are gathered.
    private(set) var drafts: [[DraftRecord]]
    private var published: [PublishedClaims] = []

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
        published = parts.concurrentMap(workers: 2) { [plan, directory] in
            PublishedClaims($0, in: plan, directory)
        }
        for part in published { problems += part.problems }
    }

    /// Files the records of addresses with all others, for those who look at records before zones are finished.
    mutating func gatherAddresses() {
        for place in directory.zones.indices {
            let chosen = chosenPointers(of: place)
            drafts[place] = drafts(of: place, with: chosen)
            problems += chosen.problems
        }
        published = []
    }

    /// So many claims are worth handing to another thread.
    private static let claimsAtOnce = 4096

    /// The zones with their records in order, the name of each published address, and all problems.
    consuming func finish() -> Finished {
        let glue = addressesOfServers()
        // A forward zone and its reverse zone are often most of the work, and have nothing to do with each other.
        let finished = Array(directory.zones.indices).concurrentMap(workers: 2) { [self] in finish($0, glue) }
        var pointers = ChosenPointers(published.flatMap(\.strays), besides: []).pointers
        for zone in finished { pointers += zone.pointers }
        pointers.sort { $0.address < $1.address }
        return Finished(
            zones: finished.compactMap(\.content), pointers: pointers,
            problems: problems + finished.flatMap(\.problems))
    }

    /// What all of it comes to.
    struct Finished {
        let zones: [ZoneContent]
        let pointers: [(address: IPAddress, name: DomainName)]
        let problems: [ZoneProblem]
    }

    private typealias FinishedZone = (
        content: ZoneContent?, pointers: [(address: IPAddress, name: DomainName)], problems: [ZoneProblem]
    )

    private func finish(_ place: Int, _ glue: [DomainName: [DraftRecord]]) -> FinishedZone {
        let head = directory.zones[place]
        let chosen = chosenPointers(of: place)
        guard let authority = head.authority else { return (nil, chosen.pointers, chosen.problems) }
        var finisher = ZoneFinisher(head, drafts(of: place, with: chosen), serverAddresses: glue)
        let content = ZoneContent(
            name: head.name, ttl: head.ttl, authority: authority, serial: head.serial, records: finisher.finish())
        return (content, chosen.pointers, chosen.problems + finisher.problems)
    }

    private func chosenPointers(of place: Int) -> ChosenPointers {
        let declared = Set(drafts[place].lazy.filter { $0.isDeclared && $0.data.type == .ptr }.map(\.owner))
        var candidates: [PointerCandidate] = []
        candidates.reserveCapacity(published.reduce(0) { $0 + $1.pointers[place].count })
        for part in published { candidates += part.pointers[place] }
        return ChosenPointers(candidates, besides: declared)
    }

    private func drafts(of place: Int, with chosen: ChosenPointers) -> [DraftRecord] {
        var all = drafts[place]
        all.reserveCapacity(published.reduce(all.count + chosen.drafts.count) { $0 + $1.drafts[place].count })
        all += chosen.drafts
        for part in published { all += part.drafts[place] }
        return all
    }

    /// The address records of all names that NS records point at, from which glue is taken; none where nothing is
    /// delegated.
    private func addressesOfServers() -> [DomainName: [DraftRecord]] {
        var servers: Set<DomainName> = []
        var hasCuts = false
        for (head, drafts) in zip(directory.zones, drafts) {
            for draft in drafts {
                guard case .ns(let server) = draft.data else { continue }
                servers.insert(server)
                hasCuts = hasCuts || draft.owner != head.name
            }
        }
        guard hasCuts else { return [:] }
        let all = [drafts.lazy.joined()] + published.map { $0.drafts.lazy.joined() }
        let addresses = all.lazy.joined().filter {
            if case .address = $0.data { servers.contains($0.owner) } else { false }
        }
        return Dictionary(grouping: addresses, by: \.owner)
    }
}

/// What some claims publish.
private struct PublishedClaims: Sendable {
    /// The address records for each zone of the directory.
    private(set) var drafts: [[DraftRecord]]
    /// Who would have the PTR records in each zone of the directory.
    private(set) var pointers: [[PointerCandidate]]
    /// Who would have those that no zone of ours holds.
    private(set) var strays: [PointerCandidate] = []
    private(set) var problems: [ZoneProblem] = []

    init(_ claims: ArraySlice<Claim>, in plan: AddressPlan, _ directory: ZoneDirectory) {
        drafts = Array(repeating: [], count: directory.zones.count)
        pointers = Array(repeating: [], count: directory.zones.count)
        for claim in claims {
            let publication = plan.publication(of: claim)
            problems += publication.problems
            for name in publication.names {
                guard let place = directory.place(holding: name) else { continue }
                drafts[place].append(DraftRecord(name, .address(claim.address), at: claim.span))
            }
            guard let name = publication.pointer else { continue }
            if let (place, owner) = directory.pointer(of: claim.address) {
                pointers[place].append(PointerCandidate(claim, name, publication, owner: owner))
            } else {
                strays.append(PointerCandidate(claim, name, publication, owner: nil))
            }
        }
    }
}
