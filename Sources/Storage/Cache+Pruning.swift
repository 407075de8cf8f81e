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
            for state in addresses {
                try address.execute(arguments: [
                    state.latest.vrf, state.latest.address.sortableBytes, state.vantage,
                ])
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
