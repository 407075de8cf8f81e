import Addressing
import Findings
import InternationalNames
import InventoryModel
import ZoneData

/// Where records are declared: as such, or as addresses with names.
struct DeclaredPlaces {
    private struct Key: Hashable {
        let owner: DomainName
        let type: RecordType
    }

    private var records: [Key: SourceSpan] = [:]
    private var addresses: [DomainName: SourceSpan] = [:]
    private var zones: [DomainName: SourceSpan] = [:]

    init(_ plan: AddressPlan) {
        for zone in plan.inventory.zones {
            for name in zone.zoneNames { zones[name] = zones[name] ?? zone.origin.span }
            guard case .forward(let origin) = zone.origin.value else { continue }
            for record in zone.records {
                guard let owner = try? DomainName(declared: record.name.value, relativeTo: origin) else { continue }
                for type in RecordType.all where "\(type)" == record.type.value {
                    records[Key(owner: owner, type: type)] = record.span
                }
            }
        }
        for claim in plan.claims {
            let published = plan.publication(of: claim)
            for name in published.names { addresses[name] = addresses[name] ?? claim.span }
            if published.pointer != nil { addresses[claim.address.reverseName] = claim.span }
        }
    }

    /// The nearest place to what a zone has at a name.
    func span(of owner: DomainName, _ type: RecordType, in zone: DomainName) -> SourceSpan? {
        records[Key(owner: owner, type: type)] ?? addresses[owner] ?? zones[zone]
    }
}

extension RecordType {
    fileprivate static let all: [RecordType] = [
        .ns, .a, .aaaa, .caa, .cname, .mx, .ptr, .srv, .sshfp, .txt,
    ]
}
