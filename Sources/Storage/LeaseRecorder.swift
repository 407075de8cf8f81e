import Addressing
import Chronology
import GRDB
import Observations

/// Writes what a DHCP server had handed out, and what that changes.
struct LeaseRecorder {
    let database: Database
    let run: Int64

    /// What the history says of a lease: renewals change nothing about who has the address.
    private struct Holder: Hashable {
        let mac: MACAddress?
        let name: String?

        init(_ lease: DHCPLease) {
            mac = lease.mac
            name = lease.name
        }

        var text: String {
            let words = [mac?.description, name].compactMap(\.self)
            return words.isEmpty ? "?" : words.joined(separator: " ")
        }
    }

    private struct Place: Hashable {
        let vrf: String
        let address: IPAddress
    }

    /// Takes in the leases of one run, all of one server; those of an older file change nothing.
    func record(_ leases: [DHCPLease], of run: ScanRun) throws {
        let known = try LeaseRecords(database: database).fetch(
            vantage: run.vantage.withoutNUL, tool: run.tool.withoutNUL)
        guard known.allSatisfy({ $0.at <= run.ended }) else { return }
        let before = Dictionary(known.map { (Place(vrf: $0.vrf, address: $0.address), $0) }) { $1 }
        let after = Dictionary(leases.map { (Place(vrf: $0.vrf, address: $0.address), $0) }) { $1 }
        for (place, lease) in after.sorted(by: { ($0.key.vrf, $0.key.address) < ($1.key.vrf, $1.key.address) }) {
            try write(lease)
            try note(place, lease, from: before[place], at: run.ended)
        }
        guard run.state == .complete else { return }
        let domains = Set(leases.map(\.vrf))
        for lease in known where after[Place(vrf: lease.vrf, address: lease.address)] == nil {
            // A server of another routing domain has files of its own, which this one is not.
            guard domains.isEmpty || domains.contains(lease.vrf) else { continue }
            try delete(lease)
            try note(Place(vrf: lease.vrf, address: lease.address), nil, from: lease, at: run.ended)
        }
    }

    /// Stores a lease, in the place of what the same server said about the address before.
    func write(_ lease: DHCPLease) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO lease VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        try statement.execute(arguments: [
            lease.vrf, lease.address.sortableBytes, lease.vantage, lease.tool, lease.mac?.sortableBytes, lease.name,
            lease.expires?.seconds, lease.at.seconds, run,
        ])
    }

    /// Removes a lease.
    func delete(_ lease: DHCPLease) throws {
        let statement = try database.cachedStatement(
            sql: "DELETE FROM lease WHERE vrf = ? AND address = ? AND vantage = ? AND tool = ?")
        try statement.execute(arguments: [lease.vrf, lease.address.sortableBytes, lease.vantage, lease.tool])
    }

    private func note(_ place: Place, _ after: DHCPLease?, from before: DHCPLease?, at moment: Timestamp) throws {
        let (old, new) = (before.map(Holder.init), after.map(Holder.init))
        guard old != new, let vantage = (after ?? before)?.vantage else { return }
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO change (at, run, vrf, address, vantage, field, before, after)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            moment.seconds, run, place.vrf, place.address.sortableBytes, vantage, ChangedField.lease.description,
            old?.text, new?.text,
        ])
    }
}
