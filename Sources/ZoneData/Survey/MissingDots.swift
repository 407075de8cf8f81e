import Addressing
import Findings
import InternationalNames
import InventoryModel

/// Finds names that are relative by the rules of zone files and cannot have been meant so.
struct MissingDots {
    private(set) var problems: [ZoneProblem] = []
    private let directory: ZoneDirectory
    private let owners: ZoneOwners

    init(_ deriver: ZoneDeriver, _ owners: ZoneOwners) {
        directory = deriver.directory
        self.owners = owners
        for zone in deriver.plan.inventory.zones {
            let names = zone.zoneNames
            for record in zone.records {
                checkOwner(record.name, names)
                for value in record.values { checkTarget(value, record.type.value, names) }
            }
            for delegation in zone.delegations { checkOwner(delegation.name, names) }
            for server in [zone.primary].compactMap(\.self) { checkServer(server) }
            for server in zone.nameservers + zone.delegations.flatMap(\.nameservers) { checkServer(server) }
        }
        for server in deriver.plan.inventory.settings?.dns?.nameservers ?? [] { checkServer(server) }
    }

    /// The targets of declared records as they would be read with a final dot.
    static func names(in inventory: Inventory) -> [DomainName] {
        inventory.zones.flatMap(\.records).flatMap { record in
            record.values.compactMap { target(of: $0.value, type: record.type.value).flatMap(relative) }
        }
    }

    /// The text of the name that a record points at, which is the last word of its data.
    private static func target(of data: String, type: String) -> String? {
        guard ["CNAME", "MX", "NS", "PTR", "SRV"].contains(type) else { return nil }
        return data.split { $0 == " " || $0 == "\t" }.last.map(String.init)
    }

    /// Reports `www.example.net` in the zone `example.net`, which means `www.example.net.example.net`.
    private mutating func checkOwner(_ text: Located<String>, _ zones: [DomainName]) {
        guard let name = Self.relative(text.value), let zone = zones.first(where: name.isSubdomain) else { return }
        report(text.value, in: zone, at: text.span)
    }

    /// Reports `ns1`, which is a host of the root: a list of name servers, which may be that of many zones, has whole
    /// names only.
    private mutating func checkServer(_ server: Located<DomainName>) {
        let name = server.value
        guard name.labels.count == 1, directory.place(holding: name) == nil else { return }
        let text = name.labels.joined()
        problems.append(
            ZoneProblem(
                .missingTrailingDot, name,
                "'\(text)' is one label, and name servers have whole names, so it means '\(name)' in the root",
                at: server.span, help: "write the whole name, such as \(text).example.net"
            )
        )
    }

    private mutating func checkTarget(_ value: Located<String>, _ type: String, _ zones: [DomainName]) {
        guard let zone = zones.first, let text = Self.target(of: value.value, type: type),
            let name = Self.relative(text)
        else { return }
        let repeatsZone = zones.contains(where: name.isSubdomain)
        // No host is named below the reverse root.
        let isBelowRoot = type == "PTR" && (zone.isSubdomain(of: .inAddrArpa) || zone.isSubdomain(of: .ip6Arpa))
        guard repeatsZone || isBelowRoot || isElsewhere(name, text, zone) else { return }
        report(text, in: zone, at: value.span)
    }

    /// Whether a name exists as it is written, in another zone, and not as it is read.
    private func isElsewhere(_ name: DomainName, _ text: String, _ zone: DomainName) -> Bool {
        guard owners.isOurs(name), !owners.records(of: name).isEmpty,
            let read = try? DomainName(declared: text, relativeTo: zone)
        else { return false }
        return owners.records(of: read).isEmpty
    }

    /// The absolute name of text that does not end with a dot.
    private static func relative(_ text: String) -> DomainName? {
        text.hasSuffix(".") || text == "@" ? nil : try? DomainName(declared: text)
    }

    private mutating func report(_ text: String, in zone: DomainName, at span: SourceSpan) {
        problems.append(
            ZoneProblem(
                .missingTrailingDot, text, "'\(text)' has no final dot, so it means '\(text).\(zone)'", at: span,
                help: "write '\(text).', or only what stands before the zone"
            )
        )
    }
}
