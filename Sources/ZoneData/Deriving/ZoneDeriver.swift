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
    mutating func addAddresses(of claims: some Sequence<Claim>) {
        for claim in claims {
            let publication = plan.publication(of: claim)
            problems += publication.problems
            for name in publication.names {
                guard let place = directory.place(holding: name) else { continue }
                add(DraftRecord(name, .address(claim.address), at: claim.span), to: place)
            }
            if let pointer = publication.pointer {
                let others = Array(publication.pointers.dropFirst())
                pointers.append(PointerCandidate(claim, pointer, others, isDeclared: publication.isDeclared))
            }
        }
    }

    /// Adds a PTR record for each published address, or all that its claimant asks for; one that is declared as a record
    /// stands instead.
    mutating func addPointers() {
        let declared = Set(drafts.joined().filter { $0.data.type == .ptr }.map(\.owner))
        var previous: PointerCandidate?
        for candidate in pointers.sorted() {
            defer { previous = candidate }
            if let first = previous, first.address == candidate.address {
                if first.vrf != candidate.vrf, first.name != candidate.name { report(candidate, loserTo: first) }
                continue
            }
            chosenPointers.append((candidate.address, candidate.name))
            guard let (place, owner) = directory.pointer(of: candidate.address), !declared.contains(owner) else {
                continue
            }
            for name in [candidate.name] + candidate.otherNames {
                add(DraftRecord(owner, .ptr(name), at: candidate.span), to: place)
            }
        }
    }

    private mutating func report(_ candidate: PointerCandidate, loserTo first: PointerCandidate) {
        guard directory.pointer(of: candidate.address) != nil else { return }
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
        var zones: [ZoneContent] = []
        for (head, drafts) in zip(directory.zones, drafts) {
            guard let authority = head.authority else { continue }
            var finisher = ZoneFinisher(head, drafts, serverAddresses: addresses)
            let records = finisher.finish()
            problems += finisher.problems
            zones.append(
                ZoneContent(name: head.name, ttl: head.ttl, authority: authority, serial: head.serial, records: records)
            )
        }
        return (zones, problems)
    }

    /// The address records of all names that NS records point at, from which glue is taken.
    private func serverAddresses() -> [DomainName: [DraftRecord]] {
        let servers = Set(drafts.joined().compactMap { if case .ns(let server) = $0.data { server } else { nil } })
        let records = drafts.joined().filter {
            if case .address = $0.data { servers.contains($0.owner) } else { false }
        }
        return Dictionary(grouping: records, by: \.owner)
    }
}

/// A name that an address could have in the reverse zone; the first in order has it.
private struct PointerCandidate: Comparable {
    let address: IPAddress
    let vrf: String
    let isDeclared: Bool
    let name: DomainName
    /// Further names of the same claim that are to be published too.
    let otherNames: [DomainName]
    let span: SourceSpan

    init(_ claim: Claim, _ name: DomainName, _ otherNames: [DomainName], isDeclared: Bool) {
        address = claim.address
        vrf = claim.vrf
        self.isDeclared = isDeclared
        self.name = name
        self.otherNames = otherNames
        span = claim.span
    }

    /// Candidates for one address stand together: the default routing domain first, declared names before derived ones.
    static func < (left: PointerCandidate, right: PointerCandidate) -> Bool {
        if left.address != right.address { return left.address < right.address }
        if left.vrf != right.vrf {
            return left.vrf == VRF.defaultName || (right.vrf != VRF.defaultName && left.vrf < right.vrf)
        }
        return left.isDeclared == right.isDeclared ? left.name < right.name : left.isDeclared
    }
}
