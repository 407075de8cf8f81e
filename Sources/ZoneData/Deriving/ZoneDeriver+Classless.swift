import Addressing
import Findings
import InventoryModel

extension ZoneDeriver {
    /// Adds to the zone around each part of an octet one alias an address, by which resolvers find the part (RFC 2317).
    ///
    /// All addresses of the block have one, whether or not they have a name, so that the aliases never change.
    mutating func addClasslessAliases() {
        for (place, zone) in directory.zones.enumerated() where zone.isClassless {
            for (address, target) in aliases(of: place) {
                guard let parent = directory.place(holding: address.reverseName), parent != place else { continue }
                let span = zone.declaration.origin.span
                add(DraftRecord(address.reverseName, .cname(target), at: span), to: parent)
            }
        }
    }

    /// What whoever serves the octet has to add for each part whose octet is not in the inventory.
    func foreignParents() -> [ForeignParent] {
        directory.zones.enumerated().compactMap { place, zone in
            guard zone.isClassless, let block = zone.block, directory.place(holding: block.first.reverseName) == nil,
                let parent = IPPrefix(containing: block.first, length: 24).reverseZones.first
            else { return nil }
            let servers = zone.name.isSubdomain(of: parent) ? zone.nameservers : []
            return ForeignParent(
                child: zone.name, parent: parent,
                records: servers.map { ResourceRecord(owner: zone.name, ttl: zone.ttl, data: .ns($0.value)) }
                    + aliases(of: place).map { address, target in
                        ResourceRecord(owner: address.reverseName, ttl: zone.ttl, data: .cname(target))
                    }
            )
        }
    }

    /// The addresses of a block that no smaller one holds, each with the name of its PTR record.
    private func aliases(of place: Int) -> [(address: IPAddress, target: DomainName)] {
        guard let block = directory.zones[place].block else { return [] }
        return sequence(first: block.first, next: \.next).prefix(while: block.contains).compactMap { address in
            guard let pointer = directory.pointer(of: address), pointer.place == place else { return nil }
            return (address, pointer.owner)
        }
    }
}
