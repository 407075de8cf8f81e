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

    init(_ input: ExportInput) {
        let (plan, zones) = (input.plan, input.zones.set)
        var table = Table()
        for pointer in zones.pointers { table.add(pointer.name, to: pointer.address) }
        let pointers = Set(zones.pointers.map(\.address))
        let (own, others) = plan.claims.divided { $0.vrf == VRF.defaultName }
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

/// Names under their addresses, each once.
private struct Table {
    private(set) var names: [IPAddress: [DomainName]] = [:]

    mutating func add(_ name: DomainName, to address: IPAddress) {
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
