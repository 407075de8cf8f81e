import Addressing
import Findings
import InventoryModel
import ZoneData

/// Which names each address has, as hosts files and small name servers hold them.
///
/// Wildcards are left out, and so is all that is no name of a host.
struct HostNames {
    struct Entry {
        let address: IPAddress
        /// The names, the one for reverse look-ups first.
        var names: [DomainName]
        /// Whether the first name is that of the address in reverse, too.
        let hasPointer: Bool
    }

    /// All named addresses in ascending order.
    let entries: [Entry]
    /// Other names of hosts, each with the name at the end of its chain of aliases, in natural order.
    let aliases: [(alias: DomainName, target: DomainName)]

    /// - Parameter vrf: the routing domain that the names are for: an address that it has is what it is there, and its
    ///   names elsewhere are left out. Nil takes all names of an address.
    init(_ input: ExportInput, for vrf: String? = nil) {
        let (plan, zones) = (input.plan, input.zones.set)
        var table = Table(besides: vrf.map { Self.namesElsewhere(plan, than: $0) } ?? [])
        for pointer in zones.pointers { table.add(pointer.name, to: pointer.address) }
        let pointers = Set(zones.pointers.map(\.address))
        let (own, others) = plan.claims.divided { $0.vrf == vrf ?? VRF.defaultName }
        for claim in own + others {
            for name in plan.publication(of: claim).names { table.add(name, to: claim.address) }
        }
        let records = zones.zones.flatMap(\.records)
        for record in records {
            if case .address(let address) = record.data { table.add(record.owner, to: address) }
        }
        entries = table.names.sorted { $0.key < $1.key }.map { address, names in
            Entry(address: address, names: names, hasPointer: pointers.contains(address))
        }
        aliases = Self.aliases(records, among: Set(entries.flatMap(\.names)))
    }

    /// The names that addresses of a routing domain have in other domains only.
    static func namesElsewhere(_ plan: AddressPlan, than vrf: String) -> Set<NamedAddress> {
        let (own, others) = plan.claims.divided { $0.vrf == vrf }
        guard !others.isEmpty else { return [] }
        let held = Set(own.filter(\.isSingleAddress).map(\.address))
        let names = Set(own.flatMap { NamedAddress.all(of: $0, plan) })
        let foreign = others.filter { held.contains($0.address) }.flatMap { NamedAddress.all(of: $0, plan) }
        return Set(foreign).subtracting(names)
    }

    /// The most aliases that lead one to the next; resolvers give up about there.
    private static let longestChain = 16

    private static func aliases(
        _ records: [ResourceRecord], among hosts: Set<DomainName>
    ) -> [(alias: DomainName, target: DomainName)] {
        var next: [DomainName: DomainName] = [:]
        for record in records {
            if case .cname(let target) = record.data { next[record.owner] = target }
        }
        return next.keys.filter(\.isHostname).sorted().compactMap { alias in
            let chain = sequence(first: alias) { next[$0] }.prefix(longestChain)
            return chain.first(where: hosts.contains).map { (alias, $0) }
        }
    }

    /// Names that no such file can hold, each with its place.
    static func wildcards(_ plan: AddressPlan) -> [ExportProblem] {
        plan.claims.flatMap { claim in
            plan.publication(of: claim).names.filter(\.isWildcard).map { name in
                ExportProblem(
                    reason: "'\(name)' is a wildcard, which only a zone can hold", span: claim.span, isFatal: false)
            }
        }
    }
}

/// A name and an address that has it.
struct NamedAddress: Hashable {
    let address: IPAddress
    let name: DomainName

    static func all(of claim: Claim, _ plan: AddressPlan) -> [NamedAddress] {
        plan.publication(of: claim).names.map { NamedAddress(address: claim.address, name: $0) }
    }
}

/// Names under their addresses, each once.
private struct Table {
    private(set) var names: [IPAddress: [DomainName]] = [:]
    private let unwanted: Set<NamedAddress>

    init(besides unwanted: Set<NamedAddress>) {
        self.unwanted = unwanted
    }

    mutating func add(_ name: DomainName, to address: IPAddress) {
        guard unwanted.isEmpty || !unwanted.contains(NamedAddress(address: address, name: name)) else { return }
        guard name.isHostname, names[address]?.contains(name) != true else { return }
        names[address, default: []].append(name)
    }
}

extension Array {
    /// The elements that satisfy a condition, and the others, both in order.
    fileprivate func divided(by condition: (Element) -> Bool) -> (yes: [Element], no: [Element]) {
        (filter(condition), filter { !condition($0) })
    }
}
