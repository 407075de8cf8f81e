import Addressing
import Findings

/// Which names of our zones have records, as far as anything depends on them.
struct ZoneOwners {
    private let directory: ZoneDirectory
    private let records: [DomainName: [DraftRecord]]
    /// The names with records and all names above them.
    private let existing: Set<DomainName>
    /// The names below the tops of our zones that other servers answer for.
    private let cuts: Set<DomainName>

    init(_ deriver: ZoneDeriver) {
        directory = deriver.directory
        let records = Dictionary(grouping: deriver.drafts.joined(), by: \.owner)
        self.records = records
        existing = Set(records.keys.flatMap { sequence(first: $0, next: \.parent) })
        let tops = Set(deriver.directory.zones.map(\.name))
        cuts = Set(records.keys.filter { !tops.contains($0) && records[$0]?.contains { $0.data.type == .ns } == true })
    }

    /// The records of a name, those of a wildcard that stands for it included (RFC 4592, 3.3.1).
    func records(of name: DomainName) -> [DraftRecord] {
        if let own = records[name] { return own }
        let encloser = sequence(first: name, next: \.parent).first(where: existing.contains)
        guard let encloser, encloser != name, let wildcard = try? DomainName(parsing: "*", relativeTo: encloser) else {
            return []
        }
        return records[wildcard] ?? []
    }

    /// The addresses of a name.
    func addresses(of name: DomainName) -> [IPAddress] {
        records(of: name).compactMap { if case .address(let address) = $0.data { address } else { nil } }
    }

    /// Whether it is up to our zones to know a name: one of them holds it, and no other server answers for it.
    func isOurs(_ name: DomainName) -> Bool {
        guard let place = directory.place(holding: name) else { return false }
        let top = directory.zones[place].name
        return !sequence(first: name, next: \.parent).prefix { $0 != top }.contains(where: cuts.contains)
    }
}
