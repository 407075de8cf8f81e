import Addressing
import Findings
import InventoryModel

extension Subnet {
    /// The subnet as plain values; its pools are objects of their own.
    var described: DeclaredObject {
        DeclaredObject(
            kind: .subnet,
            id: Subject(.prefix, prefix.value, vrf: vrfName).id,
            facts: [
                .init("name", name), .init("site", site), .init("vlan", vlan),
                .init("status", status.rawValue), .init("gateway", gateway), .init("zone", zone),
                .init("owner", owner), .init("description", description), .init("tags", all: tags),
                .init("scan", scan?.facts), .init("drift", drift?.facts), .init("dhcp", dhcp?.facts),
            ],
            span: prefix.span
        )
    }

    /// One of its pools as plain values.
    func describe(_ pool: Pool) -> DeclaredObject {
        DeclaredObject(
            kind: .pool,
            id: Subject(.pool, pool.name.value, vrf: vrfName).id,
            facts: [
                .init("subnet", prefix), .init("range", pool.range),
                .init("purpose", pool.purpose.rawValue),
                .init("description", pool.description),
            ],
            span: pool.name.span
        )
    }
}

extension ScanPolicy {
    /// What it says, in one line.
    var facts: String {
        Words.joined([
            ("enabled", enabled.map { "\($0)" }), ("every", every.map { "\($0)" }),
            ("rate", rate.map { "\($0.value)" }),
            ("probes", Words.list(probes)), ("exclude", Words.list(exclude.map(\.value))),
        ])
    }
}

extension DriftPolicy {
    /// What it says, in one line.
    var facts: String {
        Words.joined([
            ("mode", mode?.rawValue), ("missing_after", missingAfter.map { "\($0)" }),
            ("stale_after", staleAfter.map { "\($0)" }),
        ])
    }
}

extension DHCPPolicy {
    /// What it says, in one line.
    var facts: String {
        Words.joined([
            ("id", id.map { "\($0.value)" }), ("lease", lease.map { "\($0)" }),
            ("nameservers", Words.list(nameservers)), ("domain", domain.map { "\($0)" }),
        ])
    }
}

/// Keys and values as one line.
enum Words {
    /// `every 1h, rate 1000`; keys without value are left out, and `set` stands for an object without any.
    static func joined(_ pairs: [(key: String, value: String?)]) -> String {
        let said = pairs.compactMap { pair in pair.value.map { "\(pair.key) \($0)" } }
        return said.isEmpty ? "set" : said.joined(separator: ", ")
    }

    /// The values with blanks between; nil if there are none.
    static func list(_ values: [some CustomStringConvertible]) -> String? {
        values.isEmpty ? nil : values.map { "\($0)" }.joined(separator: " ")
    }
}
