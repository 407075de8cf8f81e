import Addressing
import Chronology
import Observations

/// One thing about an address that is no longer what it was.
struct FieldChange: Hashable {
    let field: ChangedField
    let before: String?
    let after: String?
}

extension AddressState {
    /// What is known after a first observation.
    init(vantage: String, first observation: Observation) {
        self.init(vantage: vantage, latest: observation, firstSeen: nil, lastSeen: nil, silentSince: nil)
        latest.services = observation.services.mergedByPort(into: [])
        latest.isNameless = false
        noteTimes(of: observation)
    }

    /// Takes in what a further run saw; false if that says nothing new.
    ///
    /// An unknown verdict never replaces another, and neither does an older one: a result taken in late adds only to
    /// when the address was seen. Hardware address, name and services last until others are seen in their place, or a
    /// DNS server says that there is no name.
    mutating func learn(_ observation: Observation) -> Bool {
        if latest.verdict != .unknown {
            if observation.verdict == .unknown { return false }
            if observation.at < latest.at {
                guard observation.verdict == .alive else { return false }
                noteSighting(at: observation.at)
                return true
            }
        } else if observation.verdict == .unknown && observation.at < latest.at {
            return false
        }
        var next = observation
        next.mac = observation.mac ?? latest.mac
        next.rivals = observation.mac == nil ? latest.rivals : observation.rivals
        next.name = observation.isNameless ? nil : observation.name ?? latest.name
        next.isNameless = false
        next.services = observation.services.mergedByPort(into: latest.services)
        latest = next
        noteTimes(of: observation)
        return true
    }

    /// What two caches together know from the same vantage point: the newer verdict, the earliest and the latest sighting.
    func joined(with other: AddressState) -> AddressState {
        let isOtherNewer =
            other.latest.verdict != .unknown && (latest.verdict == .unknown || other.latest.at > latest.at)
        let (older, newer) = isOtherNewer ? (self, other) : (other, self)
        var joined = newer
        joined.latest.mac = newer.latest.mac ?? older.latest.mac
        joined.latest.name = newer.latest.isFoundNameless ? nil : newer.latest.name ?? older.latest.name
        joined.latest.services = newer.latest.services.mergedByPort(into: older.latest.services)
        joined.firstSeen = [firstSeen, other.firstSeen].compactMap(\.self).min()
        joined.lastSeen = [lastSeen, other.lastSeen].compactMap(\.self).max()
        return joined
    }

    private mutating func noteTimes(of observation: Observation) {
        switch observation.verdict {
        case .alive:
            noteSighting(at: observation.at)
            silentSince = nil
        case .silent, .unreachable:
            silentSince = silentSince ?? observation.at
        case .unknown:
            break
        }
    }

    private mutating func noteSighting(at moment: Timestamp) {
        firstSeen = firstSeen ?? moment
        lastSeen = max(lastSeen ?? moment, moment)
    }

    /// How this state differs from an earlier one, or from nothing.
    ///
    /// That nothing was found where nothing was known is no change: most of a sweep would be that.
    func changes(since earlier: AddressState?) -> [FieldChange] {
        var changes: [FieldChange] = []
        func note<Value: Equatable>(
            _ field: ChangedField, _ before: Value?, _ after: Value?, as text: (Value) -> String
        ) {
            guard before != after else { return }
            changes.append(FieldChange(field: field, before: before.map(text), after: after.map(text)))
        }
        let before = earlier?.latest
        let verdictBefore = before?.verdict == .unknown ? nil : before?.verdict
        if verdictBefore != nil || latest.verdict == .alive {
            note(.verdict, verdictBefore, latest.verdict, as: \.rawValue)
        }
        note(.mac, before?.mac, latest.mac, as: \.description)
        note(.name, before?.name, latest.name, as: \.self)
        for service in latest.services {
            let known = before?.services.first { $0.port == service.port }
            note(.service(port: service.port), known, service, as: \.summary)
        }
        return changes
    }
}

extension [ObservedService] {
    /// These services and those of `known` whose ports they do not name, sorted by port.
    fileprivate func mergedByPort(into known: [ObservedService]) -> [ObservedService] {
        if isEmpty { return known }
        var byPort: [String: ObservedService] = [:]
        for service in known { byPort[service.port] = service }
        for service in self { byPort[service.port] = service }
        return byPort.values.sorted { $0.port < $1.port }
    }
}

extension ObservedService {
    /// The state, and what runs there.
    fileprivate var summary: String { product.map { "\(state) \($0)" } ?? state }
}
