// measure-drift INVENTORY CACHE ROUNDS: fills the cache with what a scan of the inventory would see, a hundredth of it
// other than declared, and prints the median seconds that drift takes once both are loaded.

import Addressing
import Chronology
import Drift
import Findings
import InventoryModel
import Observations
import Storage
import Workflows

let now = Timestamp(seconds: 1_800_000_000)
let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count == 3, let rounds = Int(arguments[2]), rounds > 0 else {
    print("usage: measure-drift INVENTORY CACHE ROUNDS")
    throw WorkflowError("usage", status: .usage)
}
let project = Project(inventory: arguments[0], cache: arguments[1])
let loaded = try LoadedInventory.load(project, today: now.day)
let cache = try Cache.open(at: project.cache, now: now).cache
try cache.record(pastScan(of: loaded.plan))
try cache.record(scan(of: loaded.plan))
let state = try cache.networkState()

var times: [Duration] = []
var findings = 0
for _ in 0..<rounds {
    let clock = ContinuousClock()
    let start = clock.now
    let report = DriftDetector.compare(loaded.plan, with: state, sources: loaded.sources, now: now)
    times.append(clock.now - start)
    findings = report.findings.count
}
let median = times.sorted()[times.count / 2]
print(
    #"{"declared": \#(loaded.plan.claims.count), "observed": \#(state.addresses.count), "findings": \#(findings), "#
        + #""seconds": \#(median / .seconds(1))}"#)

/// A scan a month ago that found everything as declared.
func pastScan(of plan: AddressPlan) -> ScanResult {
    result(of: plan, at: now + .days(-30)) { _ in .asDeclared }
}

/// A scan now, in which of a hundred hosts one is silent, one has other hardware, and one has another address.
func scan(of plan: AddressPlan) -> ScanResult {
    result(of: plan, at: now) { index in
        switch index % 100 {
        case 0: .silent
        case 1: .otherHardware
        case 2: .elsewhere
        default: .asDeclared
        }
    }
}

/// How a host is found.
enum Condition {
    case asDeclared, silent, otherHardware, elsewhere
}

func result(of plan: AddressPlan, at moment: Timestamp, _ condition: (Int) -> Condition) -> ScanResult {
    let observations = plan.claims.enumerated().flatMap { index, claim in
        let mac = plan.device(of: claim)?.interface.mac?.value
        func seen(_ address: IPAddress, _ verdict: Verdict, _ mac: MACAddress?) -> Observation {
            Observation(
                vrf: claim.vrf, address: address, verdict: verdict, at: moment,
                evidence: [ProbeEvidence(probe: "icmp", outcome: verdict == .alive ? "echo reply" : "no answer")],
                mac: mac)
        }
        switch condition(index) {
        case .asDeclared: return [seen(claim.address, .alive, mac)]
        case .silent: return [seen(claim.address, .silent, nil)]
        case .otherHardware: return [seen(claim.address, .alive, MACAddress(bits: UInt64(index) | 6 << 40))]
        case .elsewhere:
            let other = claim.address.advanced(by: 202) ?? claim.address
            return [seen(claim.address, .silent, nil), seen(other, .alive, mac)]
        }
    }
    let coverage = plan.inventory.subnets.map { subnet in
        SubnetCoverage(vrf: subnet.vrfName, prefix: subnet.prefix.value, targets: 254, verdicts: [.silent: 254])
    }
    return ScanResult(
        run: ScanRun(
            vantage: "here", tool: "ipam", started: moment, ended: moment, state: .complete, coverage: coverage),
        observations: observations)
}
