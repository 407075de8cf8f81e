package import Addressing
package import Chronology
package import Edits
package import InventoryModel
package import Observations

/// A site that is imported, or that something imported refers to.
package struct DraftSite: Sendable {
    /// The row that says so first.
    package let origin: Origin
    /// Unique name.
    package let name: String
    /// What people call it.
    package var description: String?
    /// All that is declared of it, if that is known; nothing else is written then.
    package var declared: YAMLValue?
}

/// A routing domain that is imported, or that something imported refers to.
package struct DraftVRF: Sendable {
    /// The row that says so first.
    package let origin: Origin
    /// Unique name.
    package let name: String
    /// The route distinguisher.
    package var routeDistinguisher: String?
    /// What it is for.
    package var description: String?
    /// All that is declared of it, if that is known; nothing else is written then.
    package var declared: YAMLValue?
}

/// A subnet that is imported.
package struct DraftSubnet: Sendable {
    /// The row that says so first.
    package let origin: Origin
    /// The network and its mask.
    package let prefix: IPPrefix
    /// The routing domain; nil is the default one.
    package let vrf: String?
    /// What people call it.
    package var name: String?
    /// Where it is.
    package var site: String?
    /// The VLAN id.
    package var vlan: Int?
    /// What it is used for; nil if nothing is said.
    package var status: SubnetStatus?
    /// The default router.
    package var gateway: IPAddress?
    /// Who answers for it.
    package var owner: String?
    /// What it is for.
    package var description: String?
    /// Words to select it by.
    package var tags: [String] = []
    /// Kea's id of it.
    package var dhcpID: Int?
    /// How long leases last, such as `12h`.
    package var lease: TimeSpan?
    /// Parts of it with a purpose.
    package var pools: [DraftPool] = []
    /// All that is declared of it, if that is known; nothing else is written then.
    package var declared: YAMLValue?
}

/// A pool that is imported.
package struct DraftPool: Sendable {
    /// The row that says so first.
    package let origin: Origin
    /// Unique name.
    package let name: String
    /// The addresses.
    package let range: IPRange
    /// What they are for.
    package let purpose: PoolPurpose
    /// What people should know about it.
    package var description: String?

    /// The same pool under another name.
    func named(_ name: String) -> DraftPool {
        DraftPool(origin: origin, name: name, range: range, purpose: purpose, description: description)
    }
}

/// A device that is imported; what is nil is not said.
package struct DraftDevice: Sendable {
    /// The row that says so first.
    package let origin: Origin
    /// Unique name.
    package let name: String
    /// Where it is in its life.
    package var status: DeviceStatus?
    /// Where it stands.
    package var site: String?
    /// What it does.
    package var role: String?
    /// Who answers for it.
    package var owner: String?
    /// What people should know about it.
    package var description: String?
    /// Words to select it by.
    package var tags: [String] = []
    /// Ports that it is meant to answer on.
    package var services: [TransportPort] = []
    /// Its interfaces.
    package var interfaces: [DraftInterface] = []
    /// All that is declared of it, if that is known; nothing else is written then.
    package var declared: YAMLValue?
}

/// An interface of a device that is imported.
package struct DraftInterface: Sendable {
    /// The row that says so first.
    package let origin: Origin
    /// Unique name within the device.
    package let name: String
    /// The hardware address.
    package var mac: MACAddress?
    /// What DHCP for IPv6 knows it by.
    package var duid: DUID?
    /// The routing domain of its addresses; nil if nothing is said.
    package var vrf: String?
    /// What people should know about it.
    package var description: String?
    /// Its addresses.
    package var addresses: [DraftAddress] = []
}

/// An address of an interface that is imported.
package struct DraftAddress: Sendable {
    /// The row that says so.
    package let origin: Origin
    /// The address.
    package let address: IPAddress
    /// The names it is published under.
    package var names: [String] = []
    /// The role that lets others claim it too.
    package var role: SharedRole?
    /// The last day it is held.
    package var expires: CalendarDate?
    /// What people should know about it.
    package var description: String?
}

/// A reservation that is imported.
package struct DraftReservation: Sendable {
    /// The row that says so.
    package let origin: Origin
    /// The addresses.
    package let range: IPRange
    /// Whether it is one address, which hosts may use, rather than a range that is kept free.
    package let isAddress: Bool
    /// The routing domain; nil if nothing is said.
    package var vrf: String?
    /// What it is called.
    package var name: String?
    /// The role that lets others claim it too.
    package var role: SharedRole?
    /// Who answers for it.
    package var owner: String?
    /// What it is held for.
    package var description: String?
    /// The names it is published under.
    package var names: [String] = []
    /// The last day it is held.
    package var expires: CalendarDate?
    /// Words to select it by.
    package var tags: [String] = []
    /// All that is declared of it, if that is known; nothing else is written then.
    package var declared: YAMLValue?
}

/// Another part of an inventory that is imported as it was declared: a zone, a waiver, or the settings.
package struct DraftPart: Sendable {
    /// The entry that says so.
    package let origin: Origin
    /// The key at the top of the file that it stands under.
    package let section: String
    /// What tells it from others under that key.
    package let identity: String
    /// What people call it.
    package let title: String
    /// What it says.
    package let declared: YAMLValue
}
