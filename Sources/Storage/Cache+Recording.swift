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
            for stretch in stretches(of: result.observations.map(\.storable)) {
                try recorder.record(stretch)
            }
            if let leases = result.leases {
                try LeaseRecorder(database: database, run: run).record(leases.map(\.storable), of: result.run)
            }
        }
    }

    /// Splits observations where the VRF changes or addresses lie far apart, so that no stretch reads what it needs
    /// not from a large cache.
    private func stretches(of observations: [Observation]) -> [ArraySlice<Observation>] {
        // Sorting is stable: of two observations of one address, the later in the list counts as the later.
        let sorted = observations.sorted { ($0.vrf, $0.address) < ($1.vrf, $1.address) }
        return sorted.split { previous, next in
            previous.vrf != next.vrf || previous.address.family != next.address.family
                || next.address.bits - previous.address.bits > 1024
        }
    }
}

extension Array {
    /// The longest slices between whose neighbouring elements `isBoundary` never holds.
    fileprivate func split(where isBoundary: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
        var slices: [ArraySlice<Element>] = []
        var start = startIndex
        for (index, next) in zip(indices, self).dropFirst() where isBoundary(self[index - 1], next) {
            slices.append(self[start..<index])
            start = index
        }
        if start < endIndex { slices.append(self[start...]) }
        return slices
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
