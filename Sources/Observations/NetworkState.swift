package import Chronology

/// The latest that is known about one address from one vantage point, over all runs.
package struct AddressState: Hashable, Sendable {
    /// The vantage point that knows it.
    package var vantage: String
    /// The latest verdict that was not unknown and all that came with it; unknown if there never was another.
    ///
    /// An unknown verdict never replaces an earlier one: what was not probed keeps its last state.
    package var latest: Observation
    /// When it was first seen alive; nil if never.
    package var firstSeen: Timestamp?
    /// When it was last seen alive; never moves back; nil if never.
    package var lastSeen: Timestamp?
    /// Since when every verdict has been silent or unreachable; nil while alive or unknown.
    package var silentSince: Timestamp?

    /// Makes an address state.
    package init(
        vantage: String, latest: Observation, firstSeen: Timestamp?, lastSeen: Timestamp?, silentSince: Timestamp?
    ) {
        self.vantage = vantage
        self.latest = latest
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.silentSince = silentSince
    }
}

/// All that the cache knows about the network: the input of drift beside the inventory.
package struct NetworkState: Hashable, Sendable {
    /// The latest about every address, sorted by VRF, address and vantage point.
    package var addresses: [AddressState]
    /// Runs that still matter, newest first: for each subnet and vantage point at least the latest and the latest
    /// complete one.
    package var runs: [ScanRun]
    /// What DHCP servers had handed out when they were last asked, sorted by VRF, address and vantage point.
    package var leases: [DHCPLease]

    /// Makes a network state.
    package init(addresses: [AddressState], runs: [ScanRun], leases: [DHCPLease] = []) {
        self.addresses = addresses
        self.runs = runs
        self.leases = leases
    }
}
