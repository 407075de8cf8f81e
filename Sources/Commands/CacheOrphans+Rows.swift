import Chronology
import Findings
import Observations
import Reports
import Storage
import Workflows

extension CacheOrphans {
    /// What each is, where it was seen, and when.
    func rows(at now: Timestamp) -> [(title: String, vantage: String, lastSeen: String)] {
        let addresses = addresses.map { state in
            (
                title: Subject(.address, state.latest.address, vrf: state.latest.vrf).id, vantage: state.vantage,
                lastSeen: state.lastSeen.map { "\(now.since($0).rounded) ago" } ?? "never"
            )
        }
        let leases = leases.map { lease in
            (
                title: "lease of \(Subject(.address, lease.address, vrf: lease.vrf).id)", vantage: lease.vantage,
                lastSeen: "ended"
            )
        }
        let scans = scans.map { scan in
            (
                title: "scans of \(Subject(.prefix, scan.prefix, vrf: scan.vrf).id)", vantage: scan.vantage,
                lastSeen: "\(now.since(scan.lastScan).rounded) ago"
            )
        }
        return addresses + leases + scans
    }

    /// How many of each, as a phrase.
    var counts: String { "\(addresses.count) of \(known) addresses, \(leases.count) leases, \(scans.count) scans" }
}
