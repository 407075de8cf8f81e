package import Findings

/// All that is declared, over all files, in path order and then in the order of the text.
package struct Inventory: Sendable {
    /// What holds for the whole inventory.
    package var settings: Settings?
    /// Places.
    package var sites: [Site] = []
    /// Routing domains besides `default`.
    package var vrfs: [VRF] = []
    /// Networks and containers.
    package var subnets: [Subnet] = []
    /// Devices.
    package var devices: [Device] = []
    /// Addresses that belong to no one device.
    package var reservations: [Reservation] = []
    /// DNS zones.
    package var zones: [Zone] = []
    /// Accepted findings.
    package var waivers: [Waiver] = []

    /// Whether there is no declaration at all in it.
    package var declaresNothing: Bool {
        settings == nil && sites.isEmpty && vrfs.isEmpty && subnets.isEmpty && devices.isEmpty
            && reservations.isEmpty && zones.isEmpty && waivers.isEmpty
    }

    /// Makes an empty inventory.
    package init() {}
}

/// One file of the inventory: a mapping that may hold any of the lists.
struct InventoryDocument: InventoryObject {
    static let noun = "document"
    static let expectation = "a mapping with keys such as 'subnets' and 'devices'"
    static let summary = "A part of an ipam inventory. Every file is the same kind of document."

    let settings: Settings?
    let sites: [Site]
    let vrfs: [VRF]
    let subnets: [Subnet]
    let devices: [Device]
    let reservations: [Reservation]
    let zones: [Zone]
    let waivers: [WaiverEntry]

    init(_ fields: inout Fields) {
        settings = fields.optional("settings", Settings.summary)
        sites = fields.list("sites", "Places where devices stand.")
        vrfs = fields.list("vrfs", "Routing domains whose addresses may overlap.")
        subnets = fields.list("subnets", "Networks and containers of networks.")
        devices = fields.list("devices", "Hosts, routers, printers and their interfaces.")
        reservations = fields.list("reservations", "Addresses that belong to no one device.")
        zones = fields.list("zones", "DNS zones that are written from the inventory.")
        waivers = fields.list("waivers", "Findings that are accepted until a day.")
    }
}
