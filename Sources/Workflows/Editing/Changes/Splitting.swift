import Addressing
import Edits
import Findings
import InventoryModel
import YAMLSyntax

/// Makes a container of a subnet, and subnets of one length of its parts, which follow it; pools and gateway go, with their
/// comments, to the part that they lie in.
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
        try requireAllPools(of: known, in: draft)
        let path = draft.loaded.sources[whole].path
        try draft.edit(whole) { document, node in
            let entries = parts.map { Self.entry($0, of: known, at: node, in: document) }
            document.set("status", to: .text(SubnetStatus.container.rawValue), in: node)
            for key in ["pools", "gateway", "dhcp"] { document.removeKey(key, in: node) }
            if let list = document.list("subnets") { document.insert(entries, into: list, .behind(node)) }
        }
        if known.dhcp != nil {
            draft.world.notify("'\(known.title)' had a `dhcp:` setting, whose id no part may share: give each its own")
        }
        draft.note("Split \(known.title) in \(path) into \(parts.count) /\(length)")
    }

    /// Refuses to take pools apart of which one cannot be read: it would be lost.
    private func requireAllPools(of known: Subnet, in draft: InventoryDraft) throws(WorkflowError) {
        guard draft.hasGaps, try draft.count(of: "pools", at: known.span) != known.pools.count else { return }
        throw WorkflowError(
            "a pool of '\(known.title)' cannot be read: mend it first",
            findings: draft.loaded.findings.only { $0.severity == .error })
    }

    private func parts(of known: Subnet) throws(WorkflowError) -> [IPPrefix] {
        let whole = known.prefix.value
        let longest = min(whole.length + 8, whole.family.width)
        guard known.status != .container else {
            throw WorkflowError(
                "'\(known.title)' is a container already: `ipam add subnet` puts subnets into it", status: .usage)
        }
        guard whole.length < whole.family.width else {
            throw WorkflowError("\(whole) is a single address: it has no parts", status: .usage)
        }
        guard length > whole.length, length <= longest else {
            throw WorkflowError(
                "\(whole) is split into parts of /\(whole.length + 1)"
                    + (longest > whole.length + 1 ? " to /\(longest)" : "") + ", not of /\(length)", status: .usage)
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

    /// What a part has of the whole, in the documented order.
    private static let inherited = ["vrf", "site", "gateway", "zone", "owner", "tags", "pools"]

    private static func entry(
        _ part: IPPrefix, of known: Subnet, at node: YAMLTree.NodeID, in document: DocumentEdit
    ) -> YAMLValue {
        let entries = inherited.compactMap { key -> YAMLValue.Entry? in
            switch key {
            case "gateway":
                guard let gateway = known.gateway?.value, part.contains(gateway) else { return nil }
                return document.entry(key, of: node)
            case "pools":
                let pools = known.pools.indices.filter { part.range.contains(known.pools[$0].range.value) }
                return document.entry(key, of: node, items: Set(pools))
            default:
                let tree = document.tree
                return tree.value(of: key, in: node).map { YAMLValue.Entry(key, YAMLValue(tree, $0)) }
            }
        }
        return .mapping([YAMLValue.Entry("prefix", .text("\(part)"))] + entries)
    }
}
