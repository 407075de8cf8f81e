package import Addressing
package import InventoryModel

/// The complete content of one zone, apart from its serial, which belongs to the file.
package struct ZoneContent: Hashable, Sendable {
    /// The name of the zone.
    package let name: DomainName
    /// How long records may be cached where they do not say, in seconds.
    package let ttl: UInt32
    /// What its SOA record says.
    package let authority: StartOfAuthority
    /// How its serial grows.
    package let serial: SerialPolicy
    /// All records but SOA, each once, in the order of a zone file.
    package let records: [ResourceRecord]
}

/// All zones that an inventory declares, with every record in the one zone that answers for it.
package struct ZoneSet: Sendable {
    /// The zones in natural order of their names. One without a name server is left out.
    package let zones: [ZoneContent]
    /// The name that each published address has in reverse, whether or not a zone holds it, by address.
    package let pointers: [(address: IPAddress, name: DomainName)]
    /// What others have to add to their zones, so that zones of ours are found.
    package let foreignParents: [ForeignParent]
    /// What kept declared data out of them, in the order of the text.
    package let problems: [ZoneProblem]

    /// Derives the zones of an inventory.
    package init(_ plan: AddressPlan) {
        var deriver = ZoneDeriver(plan)
        deriver.addApexes()
        deriver.addDeclaredRecords()
        deriver.addAddresses(of: plan.claims)
        deriver.addClasslessAliases()
        deriver.addDelegations()
        foreignParents = deriver.foreignParents()
        let finished = deriver.finish()
        zones = finished.zones
        pointers = finished.pointers
        problems = Set(finished.problems).sorted()
    }
}
