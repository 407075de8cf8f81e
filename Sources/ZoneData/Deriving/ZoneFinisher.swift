import Addressing
import Findings

/// Turns the drafts of one zone into its records: glue added, what a server would refuse left out, all in order.
struct ZoneFinisher {
    private(set) var problems: [ZoneProblem] = []
    private let head: ZoneHead
    private let serverAddresses: [DomainName: [DraftRecord]]
    private var drafts: [DraftRecord]
    /// The names below the apex that other zones answer for, and where that is said.
    private let cuts: [DomainName: SourceSpan]

    init(_ head: ZoneHead, _ drafts: [DraftRecord], serverAddresses: [DomainName: [DraftRecord]]) {
        self.head = head
        self.drafts = drafts
        self.serverAddresses = serverAddresses
        let delegations = drafts.lazy.filter { $0.data.type == .ns && $0.owner != head.name }
        cuts = Dictionary(delegations.map { ($0.owner, $0.span) }) { min($0, $1) }
    }

    mutating func finish() -> [ResourceRecord] {
        let aliases = SubtreeAliases(drafts)
        drafts = aliases.kept
        problems += aliases.problems
        separateDelegations()
        drafts.sort()
        removeAliasConflicts()
        checkHosts()
        return records()
    }

    // MARK: Delegations

    /// The topmost delegated name that a name lies at or below.
    private func cut(above name: DomainName) -> DomainName? {
        var topmost: DomainName?
        var candidate: DomainName? = name
        while let current = candidate, current != head.name {
            if cuts[current] != nil { topmost = current }
            candidate = current.parent
        }
        return topmost
    }

    /// Leaves out what delegations hide, and adds the addresses of servers that could not be found without (glue).
    private mutating func separateDelegations() {
        guard !cuts.isEmpty else { return }
        let servers = Set(drafts.compactMap { if case .ns(let server) = $0.data { server } else { nil } })
        let glued = servers.filter { $0.isSubdomain(of: head.name) && cut(above: $0) != nil }
        var kept: [DraftRecord] = []
        for draft in drafts {
            guard let cut = cut(above: draft.owner) else {
                kept.append(draft)
                continue
            }
            switch draft.data.type {
            case .ns where draft.owner == cut, .delegationSigner where draft.owner == cut: kept.append(draft)
            case .a where glued.contains(draft.owner), .aaaa where glued.contains(draft.owner): kept.append(draft)
            default: report(draft, below: cut)
            }
        }
        drafts = kept + glued.flatMap { serverAddresses[$0] ?? [] }
    }

    private mutating func report(_ draft: DraftRecord, below cut: DomainName) {
        let reason = "'\(draft.owner)' lies in '\(cut)', which other servers answer for"
        problems.append(
            ZoneProblem(
                .recordBelowDelegation, draft.owner, reason, at: draft.span,
                related: cuts[cut].map { [Fault.Note("delegated here", at: $0)] } ?? []
            )
        )
    }

    // MARK: Aliases

    /// Leaves out aliases that share their name with anything else (RFC 1034, 3.6.2).
    private mutating func removeAliasConflicts() {
        guard drafts.contains(where: { $0.data.type == .cname }) else { return }
        var kept: [DraftRecord] = []
        kept.reserveCapacity(drafts.count)
        let all = drafts
        all.forEachStretch(where: { $0.owner == $1.owner }) { range in
            let group = all[range]
            guard let alias = group.first(where: { $0.data.type == .cname }) else {
                kept += group
                return
            }
            let hasOthers = alias.owner == head.name || group.contains { $0.data.type != .cname }
            for draft in group {
                guard draft.data.type == .cname, hasOthers || draft.data != alias.data else {
                    kept.append(draft)
                    continue
                }
                let reason =
                    hasOthers
                    ? "'\(draft.owner)' is an alias of \(draft.data) and has other records too"
                    : "'\(draft.owner)' is an alias of \(alias.data) and of \(draft.data)"
                let other = hasOthers ? group.first { $0.data.type != .cname } : alias
                problems.append(
                    ZoneProblem(
                        .cnameConflict, draft.owner, reason, at: draft.span,
                        related: other.map { [Fault.Note("the \($0.data.type) record", at: $0.span)] } ?? []
                    )
                )
            }
        }
        drafts = kept
    }

    // MARK: Targets

    /// Reports servers in the zone that have no address or are aliases; a server of names refuses such a zone.
    private mutating func checkHosts() {
        // By place, since a loop over the drafts would copy each.
        for place in drafts.indices {
            guard let host = drafts[place].data.host, host.isSubdomain(of: head.name), !hasAddress(host) else {
                continue
            }
            let draft = drafts[place]
            let type = draft.data.type
            if records(of: host).contains(where: { $0.data.type == .cname }) {
                let reason = "\(type) of '\(draft.owner)' points at '\(host)', which is an alias"
                problems.append(ZoneProblem(.targetIsCNAME, host, reason, at: draft.span))
            } else if isMissed(host, by: draft), !isCoveredByWildcard(host) {
                let reason = "\(type) of '\(draft.owner)' points at '\(host)', which has no address"
                problems.append(ZoneProblem(.targetWithoutAddress, host, reason, at: draft.span, help: .finalDot))
            }
        }
    }

    private func hasAddress(_ host: DomainName) -> Bool {
        records(of: host).contains { if case .address = $0.data { true } else { false } }
    }

    /// Whether this zone is the one to know a host: it is not delegated, or it needs glue to be found at all.
    private func isMissed(_ host: DomainName, by draft: DraftRecord) -> Bool {
        cut(above: host) == nil || (draft.data.type == .ns && host.isSubdomain(of: draft.owner))
    }

    /// Whether a wildcard right below the closest name that exists answers for a host (RFC 4592, 3.3.1).
    private func isCoveredByWildcard(_ host: DomainName) -> Bool {
        let encloser = sequence(first: host, next: \.parent).first(where: exists)
        guard let encloser, encloser != host, let wildcard = try? DomainName(parsing: "*", relativeTo: encloser) else {
            return false
        }
        return hasAddress(wildcard)
    }

    /// Whether a name has records, or names below it do.
    private func exists(_ name: DomainName) -> Bool {
        let first = firstIndex(notBefore: name)
        return first < drafts.endIndex && drafts[first].owner.isSubdomain(of: name)
    }

    /// The sorted drafts of one name.
    private func records(of owner: DomainName) -> some Sequence<DraftRecord> {
        drafts[firstIndex(notBefore: owner)...].lazy.prefix { $0.owner == owner }
    }

    /// The place in the sorted drafts of the first whose name does not come before another name: that name's own, or
    /// else the first of a name below it, or else of one that follows both.
    private func firstIndex(notBefore owner: DomainName) -> Int {
        drafts.partitionIndex { $0.owner < owner }
    }

    // MARK: Records

    /// The sorted drafts as records, each once, with one TTL for all of one name and type: the lowest (RFC 2181, 5.2).
    private mutating func records() -> [ResourceRecord] {
        var records: [ResourceRecord] = []
        records.reserveCapacity(drafts.count)
        let drafts = drafts
        drafts.forEachStretch(where: { $0.owner == $1.owner && $0.data.type == $1.data.type }) { range in
            let ttl = timeToLive(of: drafts[range])
            guard isAnswerable(drafts[range]) else { return }
            for index in range where index == range.lowerBound || drafts[index].data != drafts[index - 1].data {
                records.append(ResourceRecord(owner: drafts[index].owner, ttl: ttl, data: drafts[index].data))
            }
        }
        return records
    }

    /// Whether one message holds all records of a name and type with the question: servers refuse zones with more.
    private mutating func isAnswerable(_ set: ArraySlice<DraftRecord>) -> Bool {
        // A header, the question with its type and class; for each record a pointer to the name and ten octets more.
        guard let first = set.first else { return true }
        let question = 12 + first.owner.size + 4
        guard set.reduce(question, { $0 + 12 + $1.data.size }) > RecordData.longest else { return true }
        // What is declared twice is there once.
        let size = Set(set.map(\.data)).reduce(question) { $0 + 12 + $1.size }
        guard size > RecordData.longest else { return true }
        let reason =
            "the \(first.data.type) records of '\(first.owner)' take \(size) octets, and an answer holds "
            + "\(RecordData.longest)"
        problems.append(ZoneProblem(.invalidRecord, first.owner, reason, at: first.span))
        return false
    }

    private mutating func timeToLive(of set: ArraySlice<DraftRecord>) -> UInt32 {
        if set.count == 1 { return set.first?.ttl ?? head.ttl }
        let ttl = set.lazy.compactMap(\.ttl).min() ?? head.ttl
        guard let other = set.first(where: { $0.ttl.map { $0 != ttl } ?? false }) else { return ttl }
        let reason = "\(other.data.type) of '\(other.owner)' has a TTL of \(other.ttl ?? ttl) and of \(ttl) seconds"
        let lowest = set.first { $0.ttl == ttl }
        problems.append(
            ZoneProblem(
                .ttlMismatch, other.owner, reason, at: other.span,
                related: lowest.map { [Fault.Note("\(ttl) seconds here", at: $0.span)] } ?? []
            )
        )
        return ttl
    }
}

extension String {
    /// What to do about a target that is not there.
    static let finalDot = "declare it, or end the name with a dot if it lies outside the zone"
}

extension Array {
    /// Visits consecutive stretches of elements that belong together.
    fileprivate func forEachStretch(
        where belong: (Element, Element) -> Bool, _ visit: (Range<Int>) -> Void
    ) {
        var start = startIndex
        for index in indices.dropFirst() where !belong(self[index - 1], self[index]) {
            visit(start..<index)
            start = index
        }
        if start < endIndex { visit(start..<endIndex) }
    }
}
