import Chronology
import InventoryModel
package import Observations

extension DriftContext {
    /// The verdicts by which an address is down, newest first; empty unless all that is known agrees.
    ///
    /// A verdict counts if it is fresh and a complete scan of the whole subnet from the same vantage point, fresh too,
    /// came to it: an interrupted run proves nothing. One vantage point that sees the address, or that saw it last
    /// time and still watches the subnet, outweighs all others. One that no longer watches has no say.
    package func downVerdicts(on sighting: Sighting) -> [AddressState] {
        guard let subnet = subnet(of: sighting), !sighting.isAlive else { return [] }
        var down: [AddressState] = []
        for state in sighting.states {
            guard let scan = subnet.freshScan(from: state.vantage, at: now) else { continue }
            switch state.latest.verdict {
            case .alive:
                return []
            case .silent, .unreachable:
                let since = state.silentSince ?? state.latest.at
                if since <= scan.ended, subnet.isFresh(state.latest.at, at: now) { down.append(state) }
            case .unknown:
                continue
            }
        }
        return down.sorted { ($1.latest.at, $0.vantage) < ($0.latest.at, $1.vantage) }
    }

    /// The newest verdict by which an address that used to be there is gone; nil if that is not proven.
    ///
    /// Beyond what ``downVerdicts(on:)`` asks, the vantage point must be known to reach that far: it saw this very
    /// address once, or sees others around it. Otherwise its silence may as well be a firewall's. Nor may it be one of
    /// many that fell silent at once: then the scan is to be doubted.
    package func absence(of sighting: Sighting) -> AddressState? {
        guard sighting.lastSeen != nil, !sighting.isSilenceDoubted else { return nil }
        return downVerdicts(on: sighting).first { hasSight($0, of: sighting) }
    }

    private func hasSight(_ state: AddressState, of sighting: Sighting) -> Bool {
        if state.lastSeen != nil { return true }
        guard let scan = subnet(of: sighting)?.freshScan(from: state.vantage, at: now) else { return false }
        return scan.coverage.count(.alive) > 0
    }
}
