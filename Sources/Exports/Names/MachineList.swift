import Addressing
import Findings
import InventoryModel
import ZoneData

/// Devices with the addresses they are reached at, for programs that know machines and not addresses.
enum MachineList {
    struct Machine {
        let device: Device
        /// Its addresses in the order in which they are declared, those of the default routing domain only.
        let addresses: [IPAddress]
        /// The first name that it is published under.
        let name: DomainName?
    }

    /// All devices with addresses, in the order of their names.
    static func all(in plan: AddressPlan) -> [Machine] {
        var claims: [Int: [Claim]] = [:]
        for claim in plan.claims where claim.vrf == VRF.defaultName {
            if case .device(let device, _, _) = claim.claimant { claims[device, default: []].append(claim) }
        }
        return claims.map { index, claims in
            // A shared address may be another machine's tomorrow.
            let own = claims.filter { $0.role == nil }.sorted { $0.span < $1.span }
            let names = own.lazy.flatMap { plan.publication(of: $0).names }
            return Machine(
                device: plan.inventory.devices[index], addresses: own.map(\.address),
                name: names.first { !$0.isWildcard })
        }.filter { !$0.addresses.isEmpty }.sorted { $0.device.name.value < $1.device.name.value }
    }
}
