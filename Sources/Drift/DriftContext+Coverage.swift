import InventoryModel
package import Observations

extension DriftContext {
    /// How much of what is alive the inventory accounts for, where drift is not ignored.
    ///
    /// A dhcp pool accounts for what lives in it. Addresses that no host has are not counted.
    package var liveCoverage: LiveCoverage {
        var alive = 0
        var claimed = 0
        for sighting in sightings where sighting.isAlive && drift(of: sighting).mode != .ignore {
            switch sighting.standing {
            case .claimed, .gateway, .leased:
                alive += 1
                claimed += 1
            case .keptFree, .unclaimed, .outside:
                alive += 1
            case .reservedByProtocol:
                continue
            }
        }
        return LiveCoverage(alive: alive, claimed: claimed)
    }
}
