import Addressing
import GRDB
package import Observations

extension Cache {
    /// Forgets what is known about some addresses, and when some subnets were scanned; the history is kept.
    ///
    /// - Throws: ``CacheError``; then nothing was forgotten.
    package func forget(
        _ addresses: [AddressState], leases: [DHCPLease], scans: [CacheStatus.Subnet]
    ) throws(CacheError) {
        try write { database in
            let address = try database.cachedStatement(
                sql: "DELETE FROM address WHERE vrf = ? AND address = ? AND vantage = ?")
            for (vantage, states) in Dictionary(grouping: addresses, by: \.vantage) {
                for neighbours in states.sortedByKey.neighbourhoods({ ($0.latest.vrf, $0.latest.address) }) {
                    guard let first = neighbours.first?.latest, let last = neighbours.last?.latest else { continue }
                    for state in neighbours {
                        try address.execute(arguments: [first.vrf, state.latest.address.sortableBytes, vantage])
                    }
                    var records = StretchRecords(database: database)
                    let stretches = try records.fetch(
                        vrf: first.vrf, from: first.address, to: last.address, vantage: vantage)
                    try records.take(neighbours.map(\.latest.address), outOf: stretches)
                }
            }
            for lease in leases { try LeaseRecorder(database: database, run: 0).delete(lease) }
            let scan = try database.cachedStatement(
                sql: "DELETE FROM latest_scan WHERE vantage = ? AND vrf = ? AND prefix = ?")
            for subnet in scans {
                try scan.execute(arguments: [subnet.vantage, subnet.vrf, subnet.prefix.description])
            }
        }
    }
}
