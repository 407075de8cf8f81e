import Addressing
import Observations

/// For how many addresses each station answered: one that answers for most of them stands in for others (proxy ARP), so
/// that nothing is known about the hosts behind it.
struct StationCount {
    private var addresses: [MACAddress: Int] = [:]

    init(_ observations: [Observation]) {
        for case let mac? in observations.map(\.mac) { addresses[mac, default: 0] += 1 }
    }

    /// A host may well have several addresses, but hardly as many as all others together.
    var notices: [String] {
        let total = addresses.values.reduce(0, +)
        return addresses.filter { $0.value >= 8 && $0.value * 2 > total }
            .map {
                "\($0.key) answers for \($0.value) of \(total) addresses: it may stand in for hosts that are not there."
            }
    }
}
