package import Addressing
import Findings
package import InventoryModel
package import Observations
package import Scanning

/// Decides which addresses of the inventory a scan probes. Only declared subnets are ever probed.
package struct ScanTargets: Sendable {
    /// The widest IPv4 subnet that is swept without being asked for: a /16.
    package static let widestSweep = 16
    /// How many low addresses of an IPv6 subnet are probed, which is where people number by hand.
    package static let lowAddresses: UInt128 = 256

    private let plan: AddressPlan
    private let vrf: String
    private let sweepsLarge: Bool

    /// Makes the choice for a vantage point that stands in one routing domain.
    package init(_ plan: AddressPlan, vrf: String = VRF.defaultName, sweepsLarge: Bool = false) {
        self.plan = plan
        self.vrf = vrf
        self.sweepsLarge = sweepsLarge
    }

    /// Every subnet of the routing domain that may be scanned, in address order.
    package var subnets: [Subnet] {
        plan.inventory.subnets
            .filter { $0.vrfName == vrf && $0.status != .container && plan.effectiveScan(of: $0).isEnabled }
            .sorted { $0.prefix.value < $1.prefix.value }
    }

    /// The subnets that the user named by name or prefix; a container stands for all that it holds.
    ///
    /// - Throws: ``WorkflowError`` if one is not declared, or nothing of it may be scanned.
    package func subnets(named names: [String]) throws(WorkflowError) -> [Subnet] {
        var chosen: Set<IPPrefix> = []
        for name in names {
            let declared = plan.inventory.subnets.filter {
                $0.vrfName == vrf && ($0.name?.value == name || $0.prefix.value.description == name)
            }
            guard let match = declared.first else { throw undeclared(name) }
            let allowed = subnets.filter { match.prefix.value.contains($0.prefix.value) }
            guard !allowed.isEmpty else {
                throw WorkflowError(
                    "scanning of \(name) is switched off in the inventory (`scan: {enabled: false}` there or above it)"
                )
            }
            chosen.formUnion(allowed.map(\.prefix.value))
        }
        return subnets.filter { chosen.contains($0.prefix.value) }
    }

    private func undeclared(_ name: String) -> WorkflowError {
        let names = plan.inventory.subnets.flatMap { [$0.name?.value, $0.prefix.value.description].compactMap(\.self) }
        let hint = Spelling.nearest(to: name, among: names).map { "; did you mean \($0)?" } ?? ""
        return WorkflowError("no subnet '\(name)' is declared, and only declared subnets are scanned\(hint)")
    }

    /// What to probe in a subnet, and how.
    package func scope(of subnet: Subnet) -> ScanScope {
        let policy = plan.effectiveScan(of: subnet)
        let targets = addresses(of: subnet).subtracting(policy.exclude)
        return ScanScope(
            vrf: vrf, prefix: subnet.prefix.value, targets: targets.ranges, probes: policy.probes,
            gateway: subnet.gateway?.value, limits: limits(of: subnet)
        )
    }

    /// The services that devices with an address in the subnets declare, by address.
    package func declaredServices(in subnets: [Subnet]) -> [IPAddress: [ProbeName]] {
        var services: [IPAddress: [ProbeName]] = [:]
        for subnet in subnets {
            for claim in plan.claims(beginningIn: subnet.prefix.value.range, vrf: vrf) where claim.isSingleAddress {
                guard let device = plan.device(of: claim)?.device, !device.services.isEmpty else { continue }
                services[claim.range.first] = device.services.map { ProbeName($0.value) }
            }
        }
        return services
    }

    /// The limits of a subnet and of the containers around it.
    private func limits(of subnet: Subnet) -> [RateLimit] {
        plan.subnets(covering: subnet.prefix.value, vrf: vrf).compactMap { level in
            level.scan?.rate.map { RateLimit(prefix: level.prefix.value, rate: $0.value) }
        }
    }

    /// Whether all usable addresses of a subnet are probed, rather than those alone that are likely to be in use.
    package func sweeps(_ prefix: IPPrefix) -> Bool {
        switch prefix.family {
        case .v4: sweepsLarge ? prefix.length >= 8 : prefix.length >= Self.widestSweep
        case .v6: prefix.range.count <= Self.lowAddresses
        }
    }

    private func addresses(of subnet: Subnet) -> AddressSet {
        let prefix = subnet.prefix.value
        if sweeps(prefix) { return AddressSet(prefix.usable) }
        let claimed = plan.claims(beginningIn: prefix.range, vrf: vrf).filter(\.isSingleAddress).map(\.range)
        let gateway = subnet.gateway.map { [IPRange($0.value)] } ?? []
        return AddressSet(claimed + gateway + likelyAddresses(of: subnet)).intersection(prefix.usable)
    }

    /// The low addresses of an IPv6 subnet, and those that its hosts' hardware addresses lead to.
    private func likelyAddresses(of subnet: Subnet) -> [IPRange] {
        let prefix = subnet.prefix.value
        guard prefix.family == .v6 else { return [] }
        let low = prefix.first.next.flatMap { first in
            first.advanced(by: Self.lowAddresses - 2).flatMap { IPRange(first: first, last: $0) }
        }
        guard prefix.length == 64 else { return [low].compactMap(\.self) }
        let derived = hardwareAddresses(near: subnet).map { IPRange(IPAddress(eui64: $0, in: prefix)) }
        return [low].compactMap(\.self) + derived
    }

    /// The hardware addresses of interfaces in a subnet, and in the other subnets of its VLAN.
    private func hardwareAddresses(near subnet: Subnet) -> [MACAddress] {
        let neighbours = plan.inventory.subnets.filter { other in
            other.vrfName == vrf
                && (other.prefix.value == subnet.prefix.value
                    || (subnet.vlan != nil && other.vlan?.value == subnet.vlan?.value
                        && other.site?.value == subnet.site?.value))
        }
        return neighbours.flatMap { plan.claims(beginningIn: $0.prefix.value.range, vrf: vrf) }
            .compactMap { plan.device(of: $0)?.interface.mac?.value }
    }
}
