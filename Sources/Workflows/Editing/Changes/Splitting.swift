import Addressing
import Edits
import Findings
import InventoryModel
import YAMLSyntax

/// Makes a container of a subnet, and subnets of one length of its parts; pools and gateway go to the part they lie in.
package struct Splitting: InventoryChange {
    /// The most parts.
    private static let most = 256

    /// The subnet's name or prefix.
    package let subnet: String
    /// The prefix length of the parts.
    package let length: Int

    /// Splits a subnet.
    package init(_ subnet: String, into length: Int) {
        self.subnet = subnet
        self.length = length
    }

    package func make(in draft: inout InventoryDraft) throws(WorkflowError) {
        let known = try draft.subnet(named: subnet)
        let parts = try parts(of: known)
        let stranded = StrandedObjects(of: known, in: draft.loaded.plan) { range in
            parts.contains { $0.range.contains(range) }
        }
        guard stranded.isEmpty else {
            throw WorkflowError(
                "no /\(length) holds \(stranded.sentence): split it differently, or change that first")
        }
        let whole = known.span
        let path = draft.loaded.sources[whole].path
        try draft.edit(whole) { document, node in
            let tree = document.tree
            let shared = Self.inherited.compactMap { key in
                tree.value(of: key, in: node).map { YAMLValue.Entry(key, YAMLValue(tree, $0)) }
            }
            let pools = document.list("pools", in: node).map { tree.items(of: $0).map { YAMLValue(tree, $0) } } ?? []
            document.set("status", to: .text(SubnetStatus.container.rawValue), in: node)
            for key in ["pools", "gateway", "dhcp"] { document.removeKey(key, in: node) }
            let entries = parts.map { part in
                let own = zip(known.pools, pools).filter { part.range.contains($0.0.range.value) }.map(\.1)
                return Self.entry(part, of: known, shared: shared, pools: own)
            }
            document.add(entries, toList: "subnets")
        }
        if known.dhcp != nil {
            draft.world.notify("'\(known.title)' had a `dhcp:` setting, whose id no part may share: give each its own")
        }
        draft.note("Split \(known.title) in \(path) into \(parts.count) /\(length)")
    }

    private func parts(of known: Subnet) throws(WorkflowError) -> [IPPrefix] {
        let whole = known.prefix.value
        guard known.status != .container, length > whole.length, length <= whole.family.width,
            length - whole.length <= 8
        else {
            throw WorkflowError(
                known.status == .container
                    ? "'\(known.title)' is a container already: `ipam add subnet` puts subnets into it"
                    : "a \(whole) is split into parts of /\(whole.length + 1) to /\(min(whole.length + 8, whole.family.width))",
                status: .usage)
        }
        var parts: [IPPrefix] = []
        var next: IPAddress? = whole.first
        while let address = next, whole.contains(address), parts.count < Self.most {
            let part = IPPrefix(containing: address, length: length)
            parts.append(part)
            next = part.last.next
        }
        return parts
    }

    /// What holds for a part as it did for the whole.
    private static let inherited = ["vrf", "site", "zone", "owner", "tags"]

    private static func entry(
        _ part: IPPrefix, of known: Subnet, shared: [YAMLValue.Entry], pools: [YAMLValue]
    ) -> YAMLValue {
        var entries = [YAMLValue.Entry("prefix", .text("\(part)"))] + shared
        if let gateway = known.gateway?.value, part.contains(gateway) {
            entries.append(.init("gateway", .text("\(gateway)")))
        }
        if !pools.isEmpty { entries.append(.init("pools", .list(pools))) }
        return .mapping(entries)
    }
}
