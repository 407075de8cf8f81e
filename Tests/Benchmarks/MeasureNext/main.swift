// measure-next INVENTORY ROUNDS SUBNET...: prints the median milliseconds that the next free address of each subnet takes
// once the inventory is loaded, and that address.

import Allocation
import Chronology
import Findings
import InventoryModel
import Observations
import Workflows

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 3, let rounds = Int(arguments[1]), rounds > 0 else {
    print("usage: measure-next INVENTORY ROUNDS SUBNET...")
    throw WorkflowError("usage", status: .usage)
}
let project = Project(inventory: arguments[0], cache: "/nonexistent")
let now = Timestamp(seconds: 1_800_000_000)
let loaded = try LoadedInventory.load(project, today: now.day)
for subnet in arguments.dropFirst(2) {
    var times: [Duration] = []
    var found = ""
    for _ in 0..<rounds {
        let clock = ContinuousClock()
        let start = clock.now
        let offer = try AddressOffer(
            1, from: AllocationSources(loaded.plan).sources(named: subnet), of: loaded.plan,
            seen: NetworkState(addresses: [], runs: []), family: nil, strategy: .lowest, now: now)
        times.append(clock.now - start)
        found = offer.addresses.first.map { "\($0.address)" } ?? ""
    }
    print("\(subnet) \(times.sorted()[times.count / 2] / .milliseconds(1)) \(found)")
}
