import Addressing
import Findings
import InternationalNames
import InventoryModel

extension ZoneDeriver {
    /// Adds NS records to each zone for the zones right below it, and for the parts that others answer for.
    mutating func addDelegations() {
        for (place, zone) in directory.zones.enumerated() {
            guard let parent = directory.parent(of: place) else { continue }
            for server in zone.nameservers {
                add(DraftRecord(zone.name, .ns(server.value), at: server.span), to: parent)
            }
        }
        for zone in plan.inventory.zones {
            for delegation in zone.delegations {
                do {
                    try add(delegation, of: zone)
                } catch {
                    problems.append(error)
                }
            }
        }
    }

    private mutating func add(_ delegation: Delegation, of zone: Zone) throws(ZoneProblem) {
        let (text, span) = (delegation.name.value, delegation.name.span)
        let names = zone.zoneNames
        guard let origin = names.first, names.count == 1, let place = directory.place(of: origin) else {
            let reason = "'\(text)' cannot be delegated from a prefix that makes \(names.count) zones"
            throw ZoneProblem(.recordOutsideZone, text, reason, at: span)
        }
        let owner = try ownerName(text, origin, at: span)
        guard owner != origin, owner.isSubdomain(of: origin) else {
            throw ZoneProblem(.recordOutsideZone, owner, "'\(owner)' is not below the zone '\(origin)'", at: span)
        }
        if let holder = directory.place(holding: owner), holder != place {
            let reason = "'\(owner)' is in the zone '\(directory.zones[holder].name)', which is declared here"
            throw ZoneProblem(.recordBelowDelegation, owner, reason, at: span)
        }
        if delegation.nameservers.isEmpty {
            throw ZoneProblem(.noNameserver, owner, "the delegation of '\(owner)' has no name server", at: span)
        }
        for server in delegation.nameservers {
            guard server.value.isHostname else {
                let reason = AddressError.noHostname(server.value).reason
                problems.append(ZoneProblem(.invalidHostname, server.value, reason, at: server.span))
                continue
            }
            add(DraftRecord(owner, .ns(server.value), at: server.span, isDeclared: true), to: place)
        }
    }

    private func ownerName(
        _ text: String, _ origin: DomainName, at span: SourceSpan
    ) throws(ZoneProblem) -> DomainName {
        do {
            let owner = try DomainName(declared: text, relativeTo: origin)
            try owner.checkOwnsDelegation()
            return owner
        } catch {
            throw ZoneProblem(.invalidRecord, text, error.reason, at: span)
        }
    }
}
