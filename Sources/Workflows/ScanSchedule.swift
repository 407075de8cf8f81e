package import Chronology
import Findings
package import InventoryModel
package import Observations

/// Decides which subnets are due, from how often they are to be scanned and when they last were.
package struct ScanSchedule: Sendable {
    private let plan: AddressPlan
    private let runs: [ScanRun]
    private let vantage: String

    /// Makes a schedule for one vantage point.
    package init(_ plan: AddressPlan, runs: [ScanRun], vantage: String) {
        self.plan = plan
        self.runs = runs.filter { $0.vantage == vantage && $0.state == .complete }
        self.vantage = vantage
    }

    /// Whether the last complete scan of a subnet is at least as old as its interval.
    package func isDue(_ subnet: Subnet, at now: Timestamp) -> Bool {
        let ends = runs.filter { run in
            run.coverage.contains { $0.vrf == subnet.vrfName && $0.prefix == subnet.prefix.value }
        }.map(\.ended)
        guard let last = ends.max() else { return true }
        return now.since(last) >= plan.effectiveScan(of: subnet).every
    }
}
