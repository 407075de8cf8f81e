package import Addressing
package import Findings
import InventoryModel
package import ServedZones
package import ZoneData

/// Records of one name and type that are not served as they are declared.
package struct RecordDifference: Sendable {
    /// The name that they belong to.
    package let owner: DomainName
    /// Their type.
    package let type: RecordType
    /// The zone, with what its server says.
    package let zone: ServedZone
    /// What is declared; none if nothing is.
    package let declared: [ResourceRecord]
    /// What is served; none if nothing is.
    package let served: [ServedRecord]
    /// Where it is declared: the records, the address they follow from, or the zone.
    package let span: SourceSpan?

    /// Compares all zones that somebody asked for, name by name.
    static func all(_ plan: AddressPlan, _ served: [ServedZone]) -> [RecordDifference] {
        guard !served.isEmpty else { return [] }
        let zones = Dictionary(ZoneSet(plan).zones.map { ($0.name, $0) }) { first, _ in first }
        let places = DeclaredPlaces(plan)
        return served.flatMap { zone in
            zones[zone.name].map { differences(of: $0, from: zone, places) } ?? []
        }
    }

    private struct Key: Hashable, Comparable {
        let owner: DomainName
        let type: RecordType

        static func < (left: Key, right: Key) -> Bool { (left.owner, left.type) < (right.owner, right.type) }
    }

    private static func differences(
        of declared: ZoneContent, from served: ServedZone, _ places: DeclaredPlaces
    ) -> [RecordDifference] {
        let here = Dictionary(grouping: declared.records) { Key(owner: $0.owner, type: $0.data.type) }
        let there = Dictionary(grouping: served.records) { Key(owner: $0.owner, type: $0.type) }
        let cuts = Set(declared.records.filter { $0.data.type == .ns && $0.owner != declared.name }.map(\.owner))
        return Set(here.keys).union(there.keys).sorted().compactMap { key in
            let (wanted, found) = (here[key] ?? [], there[key] ?? [])
            guard !isSame(wanted, found) else { return nil }
            let isBelow = sequence(first: key.owner, next: \.parent).prefix { $0 != declared.name }
                .contains(where: cuts.contains)
            // Nobody was asked about names below a delegation unless the whole zone came.
            guard served.isWhole || !isBelow else { return nil }
            return RecordDifference(
                owner: key.owner, type: key.type, zone: served, declared: wanted, served: found,
                span: places.span(of: key.owner, key.type, in: declared.name))
        }
    }

    private static func isSame(_ declared: [ResourceRecord], _ served: [ServedRecord]) -> Bool {
        Set(declared.map(\.data)) == Set(served.compactMap(\.data)) && served.allSatisfy { $0.data != nil }
            && Set(declared.map(\.ttl)) == Set(served.map(\.ttl))
    }
}
