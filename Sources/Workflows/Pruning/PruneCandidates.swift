import Addressing
import Chronology
import Findings
import InventoryModel
import Observations
import Reports

/// Finds what nobody needs any more.
struct PruneCandidates {
    private let loaded: LoadedInventory
    private let state: NetworkState
    private let now: Timestamp
    private var locator: SourceLocator
    private var found: [PruneCandidate] = []

    /// All that can go, in the order of its places.
    ///
    /// - Throws: ``WorkflowError`` if the cache cannot be read.
    static func find(
        in loaded: LoadedInventory, _ project: Project, in world: World
    ) throws(WorkflowError) -> [PruneCandidate] {
        let state = try project.networkState()
        var finder = PruneCandidates(
            loaded: loaded, state: state, now: world.now(), locator: SourceLocator(loaded.sources))
        finder.findDevices()
        finder.findReservations()
        finder.findSubnets()
        finder.findWaivers()
        return finder.found.sorted { $0.place < $1.place }
    }

    private init(loaded: LoadedInventory, state: NetworkState, now: Timestamp, locator: SourceLocator) {
        self.loaded = loaded
        self.state = state
        self.now = now
        self.locator = locator
    }

    private mutating func add(_ list: String, _ span: SourceSpan, _ title: String, _ reason: String) {
        found.append(
            PruneCandidate(
                list: list, span: span, title: title, reason: reason, place: locator.location(of: span)))
    }

    private mutating func findDevices() {
        for device in loaded.inventory.devices where canGo(device) {
            let last = device.interfaces.flatMap(\.addresses).compactMap(\.expires?.value).max()
            let reason = last.map { "retired, its addresses held until \($0)" } ?? "retired, without addresses"
            add("devices", device.span, "device \(device.name.value)", reason)
        }
    }

    /// Whether a device is retired and holds no address any more, or none whose last day is not past.
    private func canGo(_ device: Device) -> Bool {
        device.status == .retired
            && device.interfaces.allSatisfy { interface in
                interface.addresses.allSatisfy { $0.expires.map { $0.value < now.day } ?? false }
            }
    }

    private mutating func findReservations() {
        for reservation in loaded.inventory.reservations {
            guard canGo(reservation), let expires = reservation.expires else { continue }
            add("reservations", reservation.span, "reservation \(reservation.title)", "expired on \(expires.value)")
        }
    }

    private func canGo(_ reservation: Reservation) -> Bool {
        reservation.expires.map { $0.value < now.day } ?? false
    }

    /// Deprecated subnets and containers in which nothing is declared, leased or alive once all that can go has gone.
    private mutating func findSubnets() {
        let plan = loaded.plan
        for subnet in loaded.inventory.subnets where subnet.isDispensable {
            let (prefix, vrf) = (subnet.prefix.value, subnet.vrfName)
            let inner = plan.subnets(coveredBy: prefix, vrf: vrf)
            let claims = plan.claims(beginningIn: prefix.range, vrf: vrf)
            let reservations = plan.reservations(overlapping: prefix.range, vrf: vrf)
            // Whoever is in the way of a subnet within this one is in the way of this one too.
            guard inner.allSatisfy(\.isDispensable), reservations.allSatisfy(canGo),
                claims.allSatisfy({ plan.device(of: $0).map { canGo($0.device) } ?? true }), !isInUse(subnet)
            else { continue }
            let isEmpty = inner.count == 1 && claims.isEmpty && reservations.isEmpty
            add(
                "subnets", subnet.span, "subnet \(Subject(.prefix, prefix, vrf: vrf).id)",
                "\(subnet.status.rawValue), with nothing in it\(isEmpty ? "" : " but what goes too")")
        }
    }

    private func isInUse(_ subnet: Subnet) -> Bool {
        let (prefix, vrf) = (subnet.prefix.value, subnet.vrfName)
        return state.addresses.contains {
            $0.latest.vrf == vrf && $0.latest.verdict == .alive && prefix.contains($0.latest.address)
        } || state.leases.contains { $0.vrf == vrf && prefix.contains($0.address) && $0.isActive(at: now) }
    }

    /// Waivers that have expired, and those that cover nothing, as far as that is known.
    private mutating func findWaivers() {
        let drift = DriftWorkflow.outcome(of: loaded, with: state, at: now).report.findings
        let unused = (loaded.findings.all + drift.all).filter { $0.rule == "unused-waiver" }.compactMap(\.location)
        for waiver in loaded.inventory.waivers {
            let place = locator.location(of: waiver.span)
            let isUnused = unused.contains {
                $0.path == place.path && place.line <= $0.line && $0.endLine <= place.endLine
            }
            let title = "waiver of \(waiver.rule.value) for \(waiver.subject.value)"
            if !waiver.holds(on: now.day) {
                add("waivers", waiver.span, title, "expired on \(waiver.expires.value)")
            } else if isUnused {
                add("waivers", waiver.span, title, "which covers nothing")
            }
        }
    }
}

extension Subnet {
    /// Whether it is there only for what is in it.
    fileprivate var isDispensable: Bool { status == .deprecated || status == .container }
}
