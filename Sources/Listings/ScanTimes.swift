import Addressing
import Chronology
import Findings
import InventoryModel
import Observations

/// When subnets were last scanned.
struct ScanTimes {
    private struct Key: Hashable {
        let vrf: String
        let prefix: IPPrefix
    }

    private var times: [Key: Timestamp] = [:]

    init(_ state: NetworkState) {
        for run in state.runs where run.state == .complete {
            for coverage in run.coverage {
                let key = Key(vrf: coverage.vrf, prefix: coverage.prefix)
                times[key] = max(times[key] ?? run.ended, run.ended)
            }
        }
    }

    /// When the latest complete run that covered it ended; nil if none did.
    func last(of subnet: Subnet) -> Timestamp? {
        times[Key(vrf: subnet.vrfName, prefix: subnet.prefix.value)]
    }
}
