import Addressing
import Findings
import InternationalNames
import InventoryModel

extension ZoneDeriver {
    /// Adds the records that zones declare beyond those that follow from addresses.
    mutating func addDeclaredRecords() {
        for zone in plan.inventory.zones {
            let names = zone.zoneNames
            for record in zone.records {
                do {
                    try add(record, of: zone, names)
                } catch {
                    problems.append(error)
                }
            }
        }
    }

    private mutating func add(_ record: DeclaredRecord, of zone: Zone, _ names: [DomainName]) throws(ZoneProblem) {
        let type = try located(record.type, of: record) { text throws(RecordTextError) in
            try RecordType(declared: text)
        }
        let owner = try owner(of: record, type, names)
        let place = try place(of: owner, type, record, names)
        let ttl = timeToLive(of: record, owner)
        for value in record.values {
            do {
                let data = try located(value, of: record) { text throws(RecordTextError) in
                    let zone = directory.zones[place].name
                    let data = try RecordDataReader.read(text, type: type, zone: zone)
                    if owner == zone, let obstacle = data.obstacleAtApex { throw RecordTextError(obstacle) }
                    return data
                }
                add(DraftRecord(owner, data, ttl: ttl, at: value.span, isDeclared: true), to: place)
            } catch {
                problems.append(error)
            }
        }
    }

    private func located<Value>(
        _ text: Located<String>, of record: DeclaredRecord, _ read: (String) throws(RecordTextError) -> Value
    ) throws(ZoneProblem) -> Value {
        do {
            return try read(text.value)
        } catch {
            throw ZoneProblem(.invalidRecord, record.name.value, error.reason, at: text.span)
        }
    }

    private func owner(
        of record: DeclaredRecord, _ type: RecordType, _ names: [DomainName]
    ) throws(ZoneProblem) -> DomainName {
        let text = record.name.value
        guard let origin = names.first, names.count == 1 || text.hasSuffix(".") else {
            let reason = "'\(text)' is relative, and the prefix makes \(names.count) zones: write the whole name"
            throw ZoneProblem(.recordOutsideZone, text, reason, at: record.name.span)
        }
        do {
            let owner = try DomainName(declared: text, relativeTo: origin)
            // RFC 1123, 2.1, as named checks it: hosts and mail domains have host names, services need not.
            if [.a, .aaaa, .mx, .wellKnownServices].contains(type) { try owner.checkOwnsAddresses() }
            if type == .ns { try owner.checkOwnsDelegation() }
            return owner
        } catch {
            throw ZoneProblem(.invalidRecord, text, error.reason, at: record.name.span)
        }
    }

    /// The zone among those of the declaration that answers for a declared record.
    private func place(
        of owner: DomainName, _ type: RecordType, _ record: DeclaredRecord, _ names: [DomainName]
    ) throws(ZoneProblem) -> Int {
        guard let name = names.first(where: { owner.isSubdomain(of: $0) }), let own = directory.place(of: name) else {
            let zones = names.map { "'\($0)'" }.joined(separator: ", ")
            let reason = "'\(owner)' is not in the zone \(zones)"
            throw ZoneProblem(.recordOutsideZone, owner, reason, at: record.name.span)
        }
        guard let place = directory.place(holding: owner), place != own else { return own }
        // A delegation's DS record stands above the cut (RFC 4035, 2.4).
        if type == .delegationSigner, directory.zones[place].name == owner { return own }
        let reason = "'\(owner)' belongs to the zone '\(directory.zones[place].name)': declare the record there"
        throw ZoneProblem(.recordBelowDelegation, owner, reason, at: record.name.span)
    }

    private mutating func timeToLive(of record: DeclaredRecord, _ owner: DomainName) -> UInt32? {
        guard let declared = record.ttl else { return nil }
        if let seconds = UInt32(timeToLive: declared.value) { return seconds }
        let reason = "TTL \(declared.value) is longer than the \(ResourceRecord.longestTTL) seconds that DNS can say"
        problems.append(ZoneProblem(.ttlOutOfRange, owner, reason, at: declared.span))
        return nil
    }
}

extension DomainName {
    /// Checks that the name may own NS records, which a wildcard may not (RFC 4592, 4.2).
    func checkOwnsDelegation() throws(AddressError) {
        if isWildcard { throw AddressError("'\(self)' is a wildcard, which cannot be delegated") }
    }
}
