import Addressing
import GRDB
package import Observations

extension Cache {
    /// All that is known about every address, and for each subnet and vantage point the latest run, the latest
    /// complete one and the latest that left no address unknown.
    ///
    /// - Throws: ``CacheError``.
    package func networkState() throws(CacheError) -> NetworkState {
        try read { database in
            var records = AddressRecords(database: database)
            var stretches = StretchRecords(database: database)
            let bare = try stretches.fetchAll().flatMap { $0.addresses.map($0.state) }
            return NetworkState(
                addresses: try (records.fetchAll() + bare).sortedByKey,
                runs: try RunRecords(database: database).fetchLatest(),
                leases: try LeaseRecords(database: database).fetchAll())
        }
    }
}

extension [AddressState] {
    /// In the order of VRF, address and vantage point. SQLite sorts texts by bytes and Swift by what they look like, which
    /// differ only beyond ASCII.
    var sortedByKey: [AddressState] {
        func precedes(_ left: AddressState, _ right: AddressState) -> Bool {
            (left.latest.vrf, left.latest.address, left.vantage) < (
                right.latest.vrf, right.latest.address, right.vantage
            )
        }
        let isSorted = zip(self, dropFirst()).allSatisfy { !precedes($1, $0) }
        return isSorted ? self : sorted(by: precedes)
    }
}
