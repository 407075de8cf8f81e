import Addressing
import GRDB
package import Observations

extension Cache {
    /// Stores a run and what it saw, all of it or nothing.
    ///
    /// Per VRF, address and vantage point: an unknown verdict never replaces an earlier one, nor does an older
    /// verdict a newer one; the last sighting never moves back; the first is set once; hardware address, name and
    /// services last until others are seen in their place. What a DHCP server had handed out takes the place of what it
    /// had before, if all of it was read. The history gets an entry for each thing that changed.
    /// - Throws: ``CacheError``; then nothing was stored.
    package func record(_ result: ScanResult) throws(CacheError) {
        try write { database in
            let run = try RunRecords(database: database).insert(result.run)
            var recorder = try AddressRecorder(database: database, run: run, vantage: result.run.vantage.withoutNUL)
            // Sorting is stable: of two observations of one address, the later in the list counts as the later.
            let observations = result.observations.map(\.storable).sorted {
                ($0.vrf, $0.address) < ($1.vrf, $1.address)
            }
            for neighbours in observations.neighbourhoods({ ($0.vrf, $0.address) }) {
                try recorder.record(neighbours)
            }
            if let leases = result.leases {
                try LeaseRecorder(database: database, run: run).record(leases.map(\.storable), of: result.run)
            }
        }
    }
}

extension Observation {
    /// The observation with texts as the cache will give them back.
    fileprivate var storable: Observation {
        guard holdsNUL else { return self }
        var copy = self
        copy.vrf = vrf.withoutNUL
        copy.name = name?.withoutNUL
        copy.services = services.map {
            ObservedService(port: $0.port.withoutNUL, state: $0.state.withoutNUL, product: $0.product?.withoutNUL)
        }
        return copy
    }

    private var holdsNUL: Bool {
        vrf.holdsNUL || name?.holdsNUL == true
            || services.contains { $0.port.holdsNUL || $0.state.holdsNUL || $0.product?.holdsNUL == true }
    }
}

extension DHCPLease {
    /// The lease with texts as the cache will give them back.
    fileprivate var storable: DHCPLease {
        var copy = self
        copy.vrf = vrf.withoutNUL
        copy.vantage = vantage.withoutNUL
        copy.tool = tool.withoutNUL
        copy.name = name?.withoutNUL
        return copy
    }
}
