import Addressing
import Chronology
import Findings
import InventoryModel
import Observations
import Reports

/// Shows everything that is known about an address, a network or a device.
package enum ShowWorkflow {
    /// What was asked for, and what is known about it.
    package struct Outcome: Sendable {
        /// What was asked for.
        package let query: String
        /// Whether that was a single address, about which everything is told.
        package let isSingle: Bool
        /// The addresses, sorted by VRF and address.
        package let addresses: [AddressView]
        /// How many more there are.
        package let leftOut: Int
    }

    /// The most addresses that are shown at once.
    package static let limit = 65_536

    /// Looks an address, a prefix, or the name of a device, reservation or subnet up.
    ///
    /// - Parameter vrf: the routing domain to look in; all if nil.
    /// - Throws: ``WorkflowError`` if the inventory is broken, the cache cannot be read, or nothing is called so.
    package static func run(
        _ query: String, vrf: String?, _ project: Project, in world: World
    ) throws(WorkflowError) -> Outcome {
        let now = world.now()
        let loaded = try LoadedInventory.load(project, today: now.day)
        try loaded.requireSound()
        if let vrf { try loaded.requireKnown(vrf: vrf) }
        let state = try project.networkState()
        let places = try places(query, vrf: vrf, loaded, state)
        let drift = DriftWorkflow.outcome(of: loaded, with: state, at: now).report.findings
        var viewer = AddressViewer(loaded, state, drift: drift, now: now)
        var views = places.prefix(limit).map { viewer.view(of: $0.address, vrf: $0.vrf) }
        let vendors = HardwareVendors(of: Set(views.flatMap(\.stations)), directory: world.vendorLists)
        for index in views.indices {
            let known = views[index].stations.compactMap { mac in vendors.vendor(of: mac).map { (mac, $0) } }
            views[index].vendors = Dictionary(known) { first, _ in first }
        }
        return Outcome(
            query: query, isSingle: IPAddress(query) != nil, addresses: views, leftOut: places.count - views.count)
    }

    private struct Place: Hashable, Comparable {
        let vrf: String
        let address: IPAddress

        static func < (left: Place, right: Place) -> Bool { (left.vrf, left.address) < (right.vrf, right.address) }
    }

    private static func places(
        _ query: String, vrf: String?, _ loaded: LoadedInventory, _ state: NetworkState
    ) throws(WorkflowError) -> [Place] {
        let plan = loaded.plan
        let domains = vrf.map { [$0] } ?? plan.domains
        if let address = IPAddress(query) {
            let known = Set(state.addresses.filter { $0.latest.address == address }.map(\.latest.vrf))
            let holding = domains.filter { domain in
                known.contains(domain) || plan.subnet(holding: address, vrf: domain) != nil
                    || !plan.claims(on: address, vrf: domain).isEmpty
            }
            return (holding.isEmpty ? [vrf ?? VRF.defaultName] : holding).map { Place(vrf: $0, address: address) }
        }
        let named = loaded.inventory.subnets.filter { $0.name?.value == query && domains.contains($0.vrfName) }
        let prefixes =
            IPPrefix(query).map { prefix in domains.map { (vrf: $0, prefix: prefix) } }
            ?? named.map { (vrf: $0.vrfName, prefix: $0.prefix.value) }
        if !prefixes.isEmpty { return prefixes.flatMap { known(in: $0.prefix, vrf: $0.vrf, plan, state) } }
        let claims = plan.claims.filter { domains.contains($0.vrf) && plan.title(of: $0) == query }
        guard !claims.isEmpty else { throw nothing(called: query, in: loaded) }
        return Set(claims.map { Place(vrf: $0.vrf, address: $0.address) }).sorted()
    }

    /// The addresses of a network that are claimed, leased or in use.
    private static func known(
        in prefix: IPPrefix, vrf: String, _ plan: AddressPlan, _ state: NetworkState
    ) -> [Place] {
        let claimed = plan.claims(beginningIn: prefix.range, vrf: vrf).filter(\.isSingleAddress).map(\.address)
        let seen = state.addresses.lazy.map(\.latest).filter {
            $0.vrf == vrf && $0.verdict == .alive && prefix.contains($0.address)
        }
        let leased = state.leases.filter { $0.vrf == vrf && prefix.contains($0.address) }
        let all = Set(claimed).union(seen.map(\.address)).union(leased.map(\.address))
        return all.sorted().map { Place(vrf: vrf, address: $0) }
    }

    private static func nothing(called query: String, in loaded: LoadedInventory) -> WorkflowError {
        let names =
            loaded.inventory.devices.map(\.name.value) + loaded.inventory.reservations.map(\.title)
            + loaded.inventory.subnets.compactMap { $0.name?.value }
        let hint = Spelling.nearest(to: query, among: Set(names)).map { "; did you mean '\($0)'?" } ?? ""
        return WorkflowError(
            "'\(query)' is no address or prefix, and no device, reservation or subnet is called so\(hint)")
    }
}

extension AddressView {
    /// The hardware addresses that answered.
    fileprivate var stations: [MACAddress] {
        observed.flatMap { [$0.latest.mac].compactMap(\.self) + $0.latest.rivals }
    }
}
