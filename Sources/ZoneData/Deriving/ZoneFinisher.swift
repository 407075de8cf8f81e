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
        separateDelegations()
        drafts.sort()
        let kept = withoutAliasConflicts()
        checkHosts(of: kept)
        return records(of: kept)
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

    /// The sorted drafts without aliases that share their name with anything else (RFC 1034, 3.6.2).
    private mutating func withoutAliasConflicts() -> [DraftRecord] {
        var kept: [DraftRecord] = []
        kept.reserveCapacity(drafts.count)
        for group in drafts.chunks(by: { $0.owner == $1.owner }) {
            guard let alias = group.first(where: { $0.data.type == .cname }) else {
                kept += group
                continue
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
        return kept
    }

    // MARK: Targets

    /// Reports servers in the zone that have no address or are aliases; a server of names refuses such a zone.
    private mutating func checkHosts(of records: [DraftRecord]) {
        var addressed: Set<DomainName> = []
        var aliases: Set<DomainName> = []
        for record in records {
            switch record.data {
            case .address: addressed.insert(record.owner)
            case .cname: aliases.insert(record.owner)
            default: break
            }
        }
        let owners = records.lazy.map(\.owner)
        for record in records {
            guard let host = record.data.host, host.isSubdomain(of: head.name), !addressed.contains(host) else {
                continue
            }
            let type = record.data.type
            if aliases.contains(host) {
                let reason = "\(type) of '\(record.owner)' points at '\(host)', which is an alias"
                problems.append(ZoneProblem(.targetIsCNAME, host, reason, at: record.span))
            } else if isMissed(host, by: record), !isCoveredByWildcard(host, addressed, owners) {
                let reason = "\(type) of '\(record.owner)' points at '\(host)', which has no address"
                problems.append(ZoneProblem(.targetWithoutAddress, host, reason, at: record.span, help: .finalDot))
            }
        }
    }

    /// Whether this zone is the one to know a host: it is not delegated, or it needs glue to be found at all.
    private func isMissed(_ host: DomainName, by record: DraftRecord) -> Bool {
        cut(above: host) == nil || (record.data.type == .ns && host.isSubdomain(of: record.owner))
    }

    /// Whether a wildcard right below the closest name that exists answers for a host (RFC 4592, 3.3.1).
    private func isCoveredByWildcard(
        _ host: DomainName, _ addressed: Set<DomainName>, _ owners: some Sequence<DomainName>
    ) -> Bool {
        guard addressed.contains(where: \.isWildcard) else { return false }
        let existing = Set(owners.flatMap { sequence(first: $0, next: \.parent) })
        let encloser = sequence(first: host, next: \.parent).first(where: existing.contains)
        guard let encloser, encloser != host, let wildcard = try? DomainName(parsing: "*", relativeTo: encloser) else {
            return false
        }
        return addressed.contains(wildcard)
    }

    // MARK: Records

    /// The sorted drafts as records, each once, with one TTL for all of one name and type: the lowest (RFC 2181, 5.2).
    private mutating func records(of drafts: [DraftRecord]) -> [ResourceRecord] {
        var records: [ResourceRecord] = []
        records.reserveCapacity(drafts.count)
        for set in drafts.chunks(by: { $0.owner == $1.owner && $0.data.type == $1.data.type }) {
            let declared = set.compactMap(\.ttl)
            let ttl = declared.min() ?? head.ttl
            if let other = set.first(where: { $0.ttl.map { $0 != ttl } ?? false }) {
                let reason =
                    "\(other.data.type) of '\(other.owner)' has a TTL of \(other.ttl ?? ttl) and of \(ttl) seconds"
                let lowest = set.first { $0.ttl == ttl }
                problems.append(
                    ZoneProblem(
                        .ttlMismatch, other.owner, reason, at: other.span,
                        related: lowest.map { [Fault.Note("\(ttl) seconds here", at: $0.span)] } ?? []
                    )
                )
            }
            for draft in set where records.last?.owner != draft.owner || records.last?.data != draft.data {
                records.append(ResourceRecord(owner: draft.owner, ttl: ttl, data: draft.data))
            }
        }
        return records
    }
}

extension String {
    /// What to do about a target that is not there.
    static let finalDot = "declare it, or end the name with a dot if it lies outside the zone"
}

extension Array {
    /// Consecutive stretches of elements that belong together.
    fileprivate func chunks(by belong: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
        var chunks: [ArraySlice<Element>] = []
        var start = startIndex
        for index in indices.dropFirst() where !belong(self[index - 1], self[index]) {
            chunks.append(self[start..<index])
            start = index
        }
        if start < endIndex { chunks.append(self[start...]) }
        return chunks
    }
}
