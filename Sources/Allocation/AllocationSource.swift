package import Addressing
import Findings
package import InventoryModel

/// A subnet, or a part of one, that addresses or prefixes are taken from.
package struct AllocationSource: Hashable, Sendable {
    /// The subnet's place in the inventory's list.
    package let subnet: Int
    /// The addresses in question: all of the subnet's, or those of one of its pools.
    package let range: IPRange

    /// What people call it.
    package let title: String
}

/// Finds what people mean by the name of a subnet, pool, site or tag.
package struct AllocationSources: Sendable {
    private let plan: AddressPlan
    private var subnets: [Subnet] { plan.inventory.subnets }

    /// Looks in an inventory.
    package init(_ plan: AddressPlan) {
        self.plan = plan
    }

    /// What sort of thing a name may stand for; also the word that says so: `site:lon1`.
    private enum Kind: String, CaseIterable {
        case subnet, pool, site, tag
    }

    /// What a name stands for, in the order of the inventory.
    ///
    /// - Parameter name: a prefix such as `192.0.2.0/24` or `lab/192.0.2.0/24`, or a name; where a subnet, a pool, a site
    ///   and a tag share one, `site:lon1` tells which is meant.
    /// - Throws: ``AllocationError`` if there is no such thing, several, or one that nothing may be taken from.
    package func sources(named name: String) throws(AllocationError) -> [AllocationSource] {
        if let prefix = QualifiedPrefix(name) { return [source(subnet: try index(of: prefix, name))] }
        let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
        if parts.count == 2, let kind = Kind(rawValue: parts[0]) {
            let found = try sources(of: kind, named: parts[1])
            guard !found.isEmpty else { throw unknown(name, among: names(of: kind).map { "\(kind.rawValue):\($0)" }) }
            return found
        }
        var found: [(kind: Kind, sources: [AllocationSource])] = []
        for kind in Kind.allCases {
            let sources = try sources(of: kind, named: name)
            if !sources.isEmpty { found.append((kind, sources)) }
        }
        guard let first = found.first else { throw unknown(name, among: Kind.allCases.flatMap(names)) }
        guard found.count == 1 else {
            let choices = found.map { "\($0.kind.rawValue):\(name)" }.joined(separator: " or ")
            throw AllocationError(.unknownSource, "'\(name)' may mean several things: say \(choices)")
        }
        return first.sources
    }

    private func sources(of kind: Kind, named name: String) throws(AllocationError) -> [AllocationSource] {
        switch kind {
        case .subnet: subnets.indices.filter { subnets[$0].name?.value == name }.map(source(subnet:))
        case .site: subnets.indices.filter { subnets[$0].site?.value == name }.map(source(subnet:))
        case .tag: subnets.indices.filter { subnets[$0].tags.contains(name) }.map(source(subnet:))
        case .pool: try pools(named: name)
        }
    }

    private func pools(named name: String) throws(AllocationError) -> [AllocationSource] {
        var found: [AllocationSource] = []
        for index in subnets.indices {
            for pool in subnets[index].pools where pool.name.value == name {
                guard pool.purpose == .static else {
                    let reason = pool.purpose == .dhcp ? "a server leases its addresses" : "its addresses are kept back"
                    throw AllocationError(
                        .unknownSource, "pool '\(name)' is for \(pool.purpose.rawValue): \(reason); name a static pool")
                }
                found.append(AllocationSource(subnet: index, range: pool.range.value, title: "pool \(name)"))
            }
        }
        return found
    }

    private func source(subnet index: Int) -> AllocationSource {
        AllocationSource(
            subnet: index, range: subnets[index].prefix.value.range, title: "subnet \(subnets[index].title)")
    }

    private func index(of prefix: QualifiedPrefix, _ name: String) throws(AllocationError) -> Int {
        let equal = subnets.indices.filter { subnets[$0].prefix.value == prefix.prefix }
        if let index = equal.first(where: { subnets[$0].vrfName == prefix.vrf ?? VRF.defaultName }) { return index }
        if prefix.vrf == nil, equal.count == 1 { return equal[0] }
        let others = equal.map { "\(subnets[$0].vrfName)/\(prefix.prefix)" }
        let covering = plan.subnets(covering: prefix.prefix, vrf: prefix.vrf ?? VRF.defaultName)
            .map(\.prefix.value.description)
        let hint =
            others.isEmpty ? covering.last.map { "it lies in \($0)" } : "there is \(others.joined(separator: ", "))"
        throw AllocationError(.unknownSource, "no subnet \(name) is declared" + (hint.map { "; \($0)" } ?? ""))
    }

    private func unknown(_ name: String, among names: [String]) -> AllocationError {
        let hint = Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
        return AllocationError(
            .unknownSource, "no subnet, pool, site or tag is called '\(name)'" + (hint.map { "; \($0)" } ?? ""))
    }

    private func names(of kind: Kind) -> [String] {
        switch kind {
        case .subnet: subnets.compactMap { $0.name?.value }
        case .pool: subnets.flatMap { $0.pools.map(\.name.value) }
        case .site: subnets.compactMap { $0.site?.value }
        case .tag: subnets.flatMap(\.tags)
        }
    }
}

/// A prefix that may say which routing domain it is in.
private struct QualifiedPrefix {
    let prefix: IPPrefix
    let vrf: String?

    /// Reads `192.0.2.0/24` or `lab/192.0.2.0/24`.
    init?(_ text: String) {
        if let prefix = IPPrefix(text) {
            self.prefix = prefix
            vrf = nil
            return
        }
        guard let slash = text.firstIndex(of: "/"), let prefix = IPPrefix(String(text[text.index(after: slash)...]))
        else { return nil }
        self.prefix = prefix
        vrf = String(text[..<slash])
    }
}
