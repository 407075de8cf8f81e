import Addressing
import Chronology
import Declarations
import Edits
package import Findings
import InternationalNames
package import InventoryModel
import Observations
import ZoneData

/// Compares a draft with the inventory that is there: what is new, what is otherwise, what is just so.
///
/// What a row does not say is left as it is: an import never takes anything away.
package struct DraftComparison {
    let plan: AddressPlan
    var news = DraftNews.none
    var presentEntries: PresentEntries
    private var inventory: Inventory { plan.inventory }

    /// Compares.
    ///
    /// - Parameter sources: the files that the inventory was read from.
    package static func news(in draft: Draft, beside plan: AddressPlan, of sources: SourceFiles) -> DraftNews {
        var comparison = DraftComparison(plan: plan, sources: sources)
        // Nothing to compare with is the usual case, and the one with the largest files.
        guard !plan.inventory.declaresNothing else {
            comparison.news = DraftNews(
                sites: draft.sites, vrfs: draft.vrfs, subnets: draft.subnets, devices: draft.devices,
                reservations: draft.reservations, parts: draft.parts)
            return comparison.news
        }
        comparison.compare(draft.sites)
        comparison.compare(draft.vrfs)
        comparison.compare(draft.subnets)
        comparison.compare(draft.devices)
        comparison.compare(draft.reservations)
        comparison.compare(draft.parts)
        return comparison.news
    }

    private init(plan: AddressPlan, sources: SourceFiles) {
        self.plan = plan
        presentEntries = PresentEntries(sources)
    }

    // MARK: Sites, routing domains, subnets

    private mutating func compare(_ sites: [DraftSite]) {
        let known = Dictionary(inventory.sites.map { ($0.name.value, $0) }) { first, _ in first }
        for site in sites {
            guard let present = known[site.name] else {
                news.sites.append(site)
                continue
            }
            let target = DraftUpdate.Target(list: "sites", span: present.name.span, title: "site '\(site.name)'")
            if let declared = site.declared {
                add(changes(site.origin, target, toSay: declared))
                continue
            }
            var changes = Changes(site.origin, target)
            changes.set("description", site.description, unless: present.description)
            add(changes)
        }
    }

    private mutating func compare(_ vrfs: [DraftVRF]) {
        let known = Dictionary(inventory.vrfs.map { ($0.name.value, $0) }) { first, _ in first }
        for vrf in vrfs {
            guard let present = known[vrf.name] else {
                news.vrfs.append(vrf)
                continue
            }
            let target = DraftUpdate.Target(list: "vrfs", span: present.name.span, title: "VRF '\(vrf.name)'")
            if let declared = vrf.declared {
                add(changes(vrf.origin, target, toSay: declared))
                continue
            }
            var changes = Changes(vrf.origin, target)
            changes.set("rd", vrf.routeDistinguisher, unless: present.routeDistinguisher)
            changes.set("description", vrf.description, unless: present.description)
            add(changes)
        }
    }

    private mutating func compare(_ subnets: [DraftSubnet]) {
        for subnet in subnets {
            let vrf = subnet.vrf ?? VRF.defaultName
            let holding = plan.subnets(covering: subnet.prefix, vrf: vrf).last
            guard let present = holding, present.prefix.value == subnet.prefix else {
                news.subnets.append(subnet)
                continue
            }
            let target = DraftUpdate.Target(list: "subnets", span: present.span, title: "subnet \(subnet.prefix)")
            if let declared = subnet.declared {
                add(changes(subnet.origin, target, toSay: declared))
                continue
            }
            var changes = Changes(subnet.origin, target)
            changes.set("name", subnet.name, unless: present.name?.value)
            changes.set("site", subnet.site, unless: present.site?.value)
            if let vlan = subnet.vlan, vlan != present.vlan?.value { changes.set("vlan", .number(vlan)) }
            changes.set("status", subnet.status?.rawValue, unless: present.status.rawValue)
            changes.set("gateway", subnet.gateway?.description, unless: present.gateway?.value.description)
            changes.set("owner", subnet.owner, unless: present.owner)
            // NetBox has no names of subnets: our export puts them into the description.
            let title = Self.joined(present.name?.value, present.description)
            let isTitle = Self.isHeld(title, by: subnet.description)
            changes.set("description", isTitle ? nil : subnet.description, unless: present.description)
            changes.set("tags", subnet.tags, unless: present.tags)
            for pool in subnet.pools { compare(pool, with: present.pools, &changes) }
            add(changes)
        }
    }

    private func compare(_ pool: DraftPool, with pools: [Pool], _ changes: inout Changes) {
        if let place = pools.firstIndex(where: { $0.name.value == pool.name }), let text = pool.description,
            !Self.isHeld(pools[place].description, by: text)
        {
            let path: [EntryEdit.Step] = [.key("pools"), .item(place)]
            changes.all.append(.edit(EntryEdit(path: path, action: .set(key: "description", .text(text)))))
        }
        if !pools.contains(where: { $0.range.value.contains(pool.range) }) { changes.all.append(.addPool(pool)) }
    }

    // MARK: Devices

    private mutating func compare(_ devices: [DraftDevice]) {
        let known = Dictionary(inventory.devices.enumerated().map { ($1.name.value, $0) }) { first, _ in first }
        for device in devices {
            guard let index = known[device.name] else {
                news.devices.append(device)
                continue
            }
            compare(device, with: index)
        }
    }

    private mutating func compare(_ device: DraftDevice, with index: Int) {
        let present = inventory.devices[index]
        let target = DraftUpdate.Target(list: "devices", span: present.span, title: "device '\(device.name)'")
        if let declared = device.declared { return add(changes(device.origin, target, toSay: declared)) }
        var changes = Changes(device.origin, target)
        changes.set("status", device.status?.rawValue, unless: present.status.rawValue)
        changes.set("site", device.site, unless: present.site?.value)
        changes.set("role", device.role, unless: present.role)
        changes.set("owner", device.owner, unless: present.owner)
        changes.set("description", device.description, unless: present.description)
        changes.set("tags", device.tags, unless: present.tags)
        changes.set("services", device.services.map(\.description), unless: present.services.map(\.value.description))
        for interface in device.interfaces { compare(interface, of: present, index, &changes) }
        add(changes)
    }

    private func compare(
        _ interface: DraftInterface, of device: Device, _ index: Int, _ changes: inout Changes
    ) {
        // Formats that do not know interfaces by name mean the one that has the address.
        let addresses = Set(interface.addresses.map(\.address))
        let named = device.interfaces.firstIndex { $0.name.value == interface.name }
        let holding = device.interfaces.firstIndex { $0.addresses.contains { addresses.contains($0.address.value) } }
        guard let place = holding ?? named else {
            changes.all.append(.addInterface(interface))
            return
        }
        let present = device.interfaces[place]
        let name = present.name.value
        if let mac = interface.mac, mac != present.mac?.value {
            changes.all.append(.setOfInterface(name, key: "mac", .text(mac.description)))
        }
        if let duid = interface.duid, duid != present.duid?.value {
            changes.all.append(.setOfInterface(name, key: "duid", .text(duid.description)))
        }
        if let text = interface.description, !Self.isHeld(present.description, by: text) {
            changes.all.append(.setOfInterface(name, key: "description", .text(text)))
        }
        for address in interface.addresses {
            guard let position = present.addresses.firstIndex(where: { $0.address.value == address.address }) else {
                changes.all.append(.addAddress(address, interface: name))
                continue
            }
            let claim = Claim.Claimant.device(index, interface: place, address: position)
            compare(address, with: present.addresses[position], claim, interface: name, device, present, &changes)
        }
    }

    private func compare(
        _ address: DraftAddress, with present: InterfaceAddress, _ claimant: Claim.Claimant, interface: String,
        _ device: Device, _ holder: Interface, _ changes: inout Changes
    ) {
        func set(_ key: String, _ value: DraftValue) {
            changes.all.append(.setOfAddress(address, interface: interface, key: key, value))
        }
        if let role = address.role, role != present.role { set("role", .text(role.rawValue)) }
        if let expires = address.expires, expires != present.expires?.value { set("expires", .text("\(expires)")) }
        // What the exports tell as an address's description may be that of its interface or device.
        let description = present.description ?? holder.description ?? device.description
        if let text = address.description, !Self.isHeld(description, by: text) { set("description", .text(text)) }
        if !has(address.names, present.dns, claimant, at: present.address.value) { set("dns", .texts(address.names)) }
    }

    /// Whether a claim has names already, derived ones and such as are not published included.
    func has(_ names: [String], _ dns: PublishedNames, _ claimant: Claim.Claimant, at address: IPAddress) -> Bool {
        guard !names.isEmpty else { return true }
        let claim = plan.domains.lazy.compactMap { domain in
            plan.claims(on: address, vrf: domain).first { $0.claimant == claimant }
        }.first
        let published = claim.map { plan.publication(of: $0).names } ?? []
        let zone = claim.flatMap { plan.subnet(holding: address, vrf: $0.vrf)?.zone?.value }
        let declared = dns.declared(in: zone).compactMap { try? DomainName(declared: $0) }
        return Set(names.compactMap { try? DomainName(declared: $0) }).isSubset(of: published + declared)
    }

    // MARK: Changes

    /// Whether a row says of a text what the inventory does, as far as a table can.
    static func isHeld(_ present: String?, by value: String?) -> Bool {
        guard let present, let value else { return false }
        return CellForm.isHeld(present, by: value)
    }

    /// The changes of one object.
    struct Changes {
        let origin: Origin
        let target: DraftUpdate.Target
        var all: [DraftUpdate.Change] = []

        init(_ origin: Origin, _ target: DraftUpdate.Target) {
            self.origin = origin
            self.target = target
        }

        mutating func set(_ key: String, _ value: DraftValue) { all.append(.set(key: key, value)) }

        mutating func set(_ key: String, _ value: String?, unless present: String?) {
            guard let value, !DraftComparison.isHeld(present, by: value) else { return }
            set(key, .text(value))
        }

        mutating func set(_ key: String, _ values: [String], unless present: [String]) {
            guard !values.isEmpty, values != present else { return }
            set(key, .texts(values))
        }
    }

    mutating func add(_ changes: Changes) {
        if changes.all.isEmpty { news.unchanged += 1 }
        for change in changes.all {
            let origin =
                switch change {
                case .addPool(let pool): pool.origin
                case .addInterface(let interface): interface.origin
                case .addAddress(let address, _), .setOfAddress(let address, _, _, _): address.origin
                default: changes.origin
                }
            news.updates.append(DraftUpdate(origin: origin, target: changes.target, change: change))
        }
    }
}
