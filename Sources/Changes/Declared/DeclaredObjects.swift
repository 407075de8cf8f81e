import Addressing
import Findings
import InventoryModel

/// Collects the objects of an inventory that stand in certain files.
struct DeclaredObjects {
    private let inventory: Inventory
    private let isWanted: (SourceSpan) -> Bool

    init(_ inventory: Inventory, where isWanted: @escaping (SourceSpan) -> Bool) {
        self.inventory = inventory
        self.isWanted = isWanted
    }

    var all: [DeclaredObject] {
        let frame = settings + sites + vrfs + waivers
        return frame + subnets.flatMap { [$0.described] + $0.pools.map($0.describe) }
            + devices.map(\.described) + reservations.map(\.described) + zones.map(\.described)
    }

    private var settings: [DeclaredObject] {
        inventory.settings.map { isWanted($0.span) ? [$0.described] : [] } ?? []
    }

    private var sites: [DeclaredObject] {
        inventory.sites.filter { isWanted($0.name.span) }.map {
            DeclaredObject(
                kind: .site, id: $0.name.value, facts: [.init("description", $0.description)], span: $0.name.span)
        }
    }

    private var vrfs: [DeclaredObject] {
        inventory.vrfs.filter { isWanted($0.name.span) }.map {
            DeclaredObject(
                kind: .vrf, id: $0.name.value,
                facts: [.init("rd", $0.routeDistinguisher), .init("description", $0.description)], span: $0.name.span)
        }
    }

    private var waivers: [DeclaredObject] {
        inventory.waivers.filter { isWanted($0.span) }.map {
            DeclaredObject(
                kind: .waiver, id: "\($0.rule.value) \($0.subject.value)",
                facts: [
                    .init("reason", $0.reason), .init("owner", $0.owner), .init("expires", $0.expires.value),
                ], span: $0.span)
        }
    }

    private var subnets: [Subnet] { inventory.subnets.filter { isWanted($0.span) } }

    private var reservations: [Reservation] { inventory.reservations.filter { isWanted($0.span) } }

    private var zones: [Zone] { inventory.zones.filter { isWanted($0.span) } }

    // By index: copying a hundred thousand devices about, to keep fifty, takes longer than all the rest.
    private var devices: [Device] {
        inventory.devices.indices.filter { isWanted(inventory.devices[$0].span) }.map { inventory.devices[$0] }
    }
}
