package import Addressing
package import Chronology
import Findings
package import InventoryModel
package import JSONShapes
package import Observations

/// Free addresses for somebody to claim.
package struct AddressOffer: Hashable, Sendable {
    /// An address that nobody claims, and that nobody was seen to use.
    package struct Offered: Hashable, Sendable {
        /// The address.
        package let address: IPAddress
        /// The routing domain of its subnet.
        package let vrf: String
        /// Its subnet.
        package let subnet: IPPrefix
    }

    /// An address that is free in the inventory only.
    package struct Skipped: Hashable, Sendable {
        /// The address.
        package let address: IPAddress
        /// The routing domain of its subnet.
        package let vrf: String
        /// When a host last answered there.
        package let lastSeen: Timestamp
        /// The vantage point that saw it.
        package let vantage: String
        /// The hardware address that answered; nil if it is not known.
        package let mac: MACAddress?
        /// The name that the host has on the network; nil if it is not known.
        package let name: String?
    }

    /// The addresses, in the order in which they were taken.
    package private(set) var addresses: [Offered] = []
    /// What would have come earlier, had nobody answered there.
    package private(set) var skipped: [Skipped] = []

    /// Takes addresses from sources, one source after the other.
    ///
    /// - Parameters:
    ///   - state: what was seen; an address where somebody answered within its subnet's `missing_after` is skipped.
    ///   - family: the one family to take from; nil for the only one that there is.
    /// - Throws: ``AllocationError`` if fewer are free, or sources have both families and none is named.
    package init(
        _ count: Int, from sources: [AllocationSource], of plan: AddressPlan, seen state: NetworkState,
        family: AddressFamily?, strategy: AllocationStrategy, now: Timestamp
    ) throws(AllocationError) {
        let places = try AllocationPlace.all(in: sources, of: plan, family: family)
        let ordered = strategy == .highest ? places.reversed() : places
        var known: Set<Offered> = []
        for place in ordered {
            let window = plan.effectiveDrift(of: place.subnet).missingAfter
            var picker = AddressPicker(plan, place.subnet, within: place.range, strategy)
            while addresses.count < count, let address = picker.next() {
                let offered = Offered(
                    address: address, vrf: place.subnet.vrfName, subnet: place.subnet.prefix.value)
                // A pool and its subnet may both be named.
                guard known.insert(offered).inserted else { continue }
                if let seen = state.lastAnswer(at: address, vrf: offered.vrf), now.since(seen.at) <= window {
                    skipped.append(Skipped(address, offered.vrf, seen))
                } else {
                    addresses.append(offered)
                }
            }
        }
        guard addresses.count == count else {
            let found = addresses.isEmpty ? "no address is" : "only \(addresses.count) of \(count) addresses are"
            let alive = skipped.isEmpty ? "" : ", \(skipped.count) more are free in the inventory and answer"
            let titles = sources.map(\.title).joined(separator: ", ")
            throw AllocationError(.exhausted, "\(found) free in \(titles)\(alive)")
        }
    }
}

extension AddressOffer.Skipped {
    fileprivate init(_ address: IPAddress, _ vrf: String, _ answer: LastAnswer) {
        self.init(
            address: address, vrf: vrf, lastSeen: answer.at, vantage: answer.state.vantage,
            mac: answer.state.latest.mac, name: answer.state.latest.name)
    }
}

/// The latest time that somebody answered at an address, and what is known about it.
private struct LastAnswer {
    let at: Timestamp
    let state: AddressState
}

extension NetworkState {
    /// When somebody last answered at an address, seen from anywhere; nil if nobody ever did.
    fileprivate func lastAnswer(at address: IPAddress, vrf: String) -> LastAnswer? {
        let start = addresses.partitionIndex { ($0.latest.vrf, $0.latest.address) < (vrf, address) }
        return addresses[start...].prefix { $0.latest.vrf == vrf && $0.latest.address == address }
            .compactMap { state in state.lastSeen.map { LastAnswer(at: $0, state: state) } }
            .max { ($0.at.seconds, $0.state.vantage) < ($1.at.seconds, $1.state.vantage) }
    }
}

extension AddressOffer {
    /// The version of the shape; raised when something that scripts rely on changes or goes.
    private static let formatVersion: Int64 = 1

    /// The JSON of `next`.
    package static let shape = JSONShape<AddressOffer>(
        "Free addresses.",
        [
            .init("format_version", .integer().with("const", .integer(formatVersion)), "The version of this format.") {
                _ in .integer(formatVersion)
            },
            .init("addresses", .array(of: Offered.shape.schema), "The addresses, in the order of the strategy.") {
                .array($0.addresses.map(Offered.shape.json))
            },
            .init("skipped", .array(of: Skipped.shape.schema), "Addresses that are free in the inventory but answer.") {
                .array($0.skipped.map(Skipped.shape.json))
            },
        ])
}

extension AddressOffer.Offered {
    fileprivate static let shape = JSONShape<AddressOffer.Offered>(
        "An address that nobody claims, and that nobody was seen to use.",
        [
            .init("address", .string, "The address.") { .text($0.address) },
            .init("vrf", .string, "The routing domain of its subnet.") { .string($0.vrf) },
            .init("subnet", .string, "Its subnet.") { .text($0.subnet) },
        ])
}

extension AddressOffer.Skipped {
    fileprivate static let shape = JSONShape<AddressOffer.Skipped>(
        "An address that is free in the inventory only.",
        [
            .init("address", .string, "The address.") { .text($0.address) },
            .init("vrf", .string, "The routing domain of its subnet.") { .string($0.vrf) },
            .init("last_seen", .string, "When a host last answered there (RFC 3339).") { .text($0.lastSeen) },
            .init("vantage", .string, "The vantage point that saw it.") { .string($0.vantage) },
            .init("mac", .nullable(.string), "The hardware address that answered.") { .text($0.mac) },
            .init("name", .nullable(.string), "The name that the host has on the network.") { JSON($0.name) },
        ])
}
