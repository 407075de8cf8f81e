import Addressing
import Changes
import Chronology
import Findings
import InventoryModel
import Observations
import ZoneData

/// Joins what is known about addresses from all sides.
struct AddressViewer {
    private let plan: AddressPlan
    private let states: [AddressState]
    private let leases: [DHCPLease]
    private let findings: [String: [Finding]]
    private let reservations: [Place: DHCPClient]
    private let now: Timestamp
    private var locator: SourceLocator

    private struct Place: Hashable {
        let vrf: String
        let address: IPAddress
    }

    init(_ loaded: LoadedInventory, _ state: NetworkState, drift: FindingList, now: Timestamp) {
        plan = loaded.plan
        states = state.addresses
        leases = state.leases.filter { $0.isActive(at: now) }
        findings = Dictionary(grouping: drift.all.filter { $0.subject.kind == .address }, by: \.subject.id)
        reservations = Dictionary(
            DHCPReservation.all(in: plan).map { (Place(vrf: $0.vrf, address: $0.address), $0.client) }
        ) { first, _ in first }
        self.now = now
        locator = SourceLocator(loaded.sources)
    }

    /// All that is known about one address.
    mutating func view(of address: IPAddress, vrf: String) -> AddressView {
        let claims = plan.claims(on: address, vrf: vrf)
        let publications = claims.map { plan.publication(of: $0) }
        let start = states.partitionIndex { ($0.latest.vrf, $0.latest.address) < (vrf, address) }
        let observed = states[start...].prefix { $0.latest.vrf == vrf && $0.latest.address == address }
        let found = findings[Subject(.address, address, vrf: vrf).id] ?? []
        let network = network(of: address, vrf: vrf)
        let held = plan.reservations(holding: address, vrf: vrf).filter { !$0.isAddress }
        let declarations = claims.map { declaration(of: $0) } + held.map { declaration(of: $0) }
        return AddressView(
            vrf: vrf, address: address, network: network, declarations: declarations,
            names: publications.flatMap(\.names).map(\.description),
            pointer: publications.lazy.compactMap(\.pointer).first?.description,
            reservedFor: reservations[Place(vrf: vrf, address: address)],
            leases: leases.filter { $0.vrf == vrf && $0.address == address }, observed: Array(observed),
            findings: found,
            verdict: Self.verdict(
                Array(observed), found,
                isSomebodys: !declarations.isEmpty || network?.subnet.gateway?.value == address
                    || network?.pool?.purpose == .dhcp)
        )
    }

    private static func verdict(
        _ observed: [AddressState], _ found: [Finding], isSomebodys: Bool
    ) -> AddressView.Verdict {
        if found.contains(where: { $0.waiver == nil }) { return .drift }
        let verdicts = Set(observed.map(\.latest.verdict)).subtracting([.unknown])
        if verdicts.isEmpty { return .unknown }
        if verdicts.contains(.alive) { return .inOrder }
        return isSomebodys ? .silent : .free
    }

    private mutating func network(of address: IPAddress, vrf: String) -> AddressView.Network? {
        guard let subnet = plan.subnet(holding: address, vrf: vrf) else { return nil }
        return AddressView.Network(
            subnet: subnet, pool: plan.pool(holding: address, vrf: vrf),
            place: locator.location(of: subnet.prefix.span))
    }

    private mutating func declaration(of claim: Claim) -> AddressView.Declaration {
        let place = locator.location(of: claim.span)
        guard let (device, interface, address) = plan.device(of: claim) else {
            return AddressView.Declaration(
                kind: "reservation", name: plan.title(of: claim), status: nil, interface: nil, mac: nil,
                role: claim.role, expires: plan.reservation(of: claim)?.expires?.value.description, place: place)
        }
        return AddressView.Declaration(
            kind: "device", name: device.name.value, status: device.status, interface: interface.name.value,
            mac: interface.mac?.value, role: address.role, expires: address.expires?.value.description, place: place)
    }

    /// A range that holds the address among others.
    private mutating func declaration(of range: Reservation) -> AddressView.Declaration {
        AddressView.Declaration(
            kind: "reservation", name: range.title, status: nil, interface: nil, mac: nil, role: range.role,
            expires: range.expires?.value.description, place: locator.location(of: range.range.span))
    }
}
