import Addressing
import Chronology
import Findings
import InventoryModel
import JSONShapes
import Observations

/// A device and what was seen of it.
struct DeviceRow {
    let device: Device
    let lastSeen: Timestamp?
    let place: SourceLocation

    /// Every device, by name.
    static func all(_ input: ListInput) -> [DeviceRow] {
        let seen = seen(input)
        var locator = SourceLocator(input.sources)
        let devices = input.plan.inventory.devices
        return devices.indices.map { index in
            DeviceRow(
                device: devices[index], lastSeen: seen[index], place: locator.location(of: devices[index].name.span))
        }.sorted { SortKey(.string($0.device.name.value)) < SortKey(.string($1.device.name.value)) }
    }

    /// When each device was last alive on any of its addresses, by its place in the inventory.
    private static func seen(_ input: ListInput) -> [Int: Timestamp] {
        let states = input.state.addresses
        guard !states.isEmpty else { return [:] }
        var seen: [Int: Timestamp] = [:]
        for claim in input.plan.claims where claim.role == nil {
            guard case .device(let index, _, _) = claim.claimant else { continue }
            let start = states.partitionIndex { ($0.latest.vrf, $0.latest.address) < (claim.vrf, claim.address) }
            let own = states[start...].prefix { $0.latest.vrf == claim.vrf && $0.latest.address == claim.address }
            seen[index] = (own.compactMap(\.lastSeen) + [seen[index]].compactMap(\.self)).max()
        }
        return seen
    }

    static let columns: [ListColumn<DeviceRow>] = [
        .init("name", .string, "Unique name.") { .string($0.device.name.value) },
        .init("status", .oneOf(DeviceStatus.allCases.map(\.rawValue)), "Its place in its life.") {
            .string($0.device.status.rawValue)
        },
        .init("site", .text, "Where it stands.") { JSON($0.device.site?.value) },
        .init("role", .text, "What it does.") { JSON($0.device.role) },
        .init("owner", .text, "Who answers for it.") { JSON($0.device.owner) },
        .init("addresses", .words, "Its addresses.") {
            .words($0.device.interfaces.flatMap { $0.addresses.map(\.address.value) })
        },
        .init(hidden: "macs", .words, "Hardware addresses of its interfaces.") {
            .words($0.device.interfaces.compactMap { $0.mac?.value })
        },
        .init(hidden: "interfaces", .words, "Its interfaces.") { .words($0.device.interfaces.map(\.name.value)) },
        .init(hidden: "services", .words, "Ports that it is meant to answer on.") {
            .words($0.device.services.map(\.value))
        },
        .init("tags", .words, "Words to select it by.") { .words($0.device.tags) },
        .init(hidden: "description", .text, "What people should know about it.") { JSON($0.device.description) },
        .init("last_seen", .text, "When it was last alive (RFC 3339).") { .text($0.lastSeen) },
        .init(hidden: "source", .string, "File and line that declare it.") {
            .string("\($0.place.path):\($0.place.line)")
        },
    ]
}
