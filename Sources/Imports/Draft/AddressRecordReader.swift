import Addressing
import Chronology
import InventoryModel
import Observations

/// Reads rows of our own address exports, whichever form they come in.
struct AddressRecordReader {
    /// Who claims an address.
    private enum Kind: String, CaseIterable {
        case device, reservation
    }

    /// Reads one row into the draft.
    func read(_ fields: some AddressFields, _ origin: Origin, into draft: inout Draft) {
        var values = CellValues(origin)
        let vrf = domain(fields, &values, &draft)
        guard let range = range(fields, &values, &draft) else {
            if values.isSound { draft.remark(.fault, origin, column: "address", "the row has no address") }
            return
        }
        let kind: Kind? = values.word(fields.text(.kind), "kind", &draft)
        let name = values.name(fields.text(.device), "device", &draft)
        let common = Common(fields, &values, &draft)
        let isDevice = kind.map { $0 == .device } ?? (name != nil)
        let subnet = subnet(fields, origin, vrf, isDevice: isDevice, &values, &draft)
        guard values.isSound else { return }
        if isDevice {
            readDevice(fields, name, range, vrf, common, &values, &draft)
        } else {
            let role: SharedRole? = sharedRole(fields, &values, &draft)
            guard values.isSound else { return }
            draft.add(
                DraftReservation(
                    origin: origin, range: range, isAddress: range.first == range.last, vrf: vrf, name: name,
                    role: role, owner: common.owner, description: common.description, names: common.names,
                    expires: common.expires, tags: common.tags))
        }
        if let subnet { subnet.mention(in: &draft) }
    }

    /// What devices and reservations have in common.
    private struct Common {
        let owner: String?
        let description: String?
        let expires: CalendarDate?
        let names: [String]
        let tags: [String]

        init(_ fields: some AddressFields, _ values: inout CellValues, _ draft: inout Draft) {
            owner = values.name(fields.text(.owner), "owner", &draft)
            description = values.line(fields.text(.description), "description", &draft)
            expires = values.date(fields.text(.expires), "expires", &draft)
            names = fields.list(.dnsNames)
            tags = fields.list(.tags)
        }
    }

    private func domain(_ fields: some AddressFields, _ values: inout CellValues, _ draft: inout Draft) -> String? {
        values.name(fields.text(.vrf), "vrf", &draft)
    }

    private func range(_ fields: some AddressFields, _ values: inout CellValues, _ draft: inout Draft) -> IPRange? {
        guard let text = fields.text(.address) else { return nil }
        guard text.utf8.contains(UInt8(ascii: "-")) else {
            return values.maskedAddress(text, "address", &draft).map { IPRange($0.address) }
        }
        return values.range(text, "address", &draft)
    }

    private func sharedRole(
        _ fields: some AddressFields, _ values: inout CellValues, _ draft: inout Draft
    ) -> SharedRole? {
        if let text = fields.text(.sharedRole) { return values.word(text, "shared_role", &draft) }
        return fields.text(.role).flatMap { SharedRole(rawValue: $0) }
    }

    // MARK: Devices

    private func readDevice(
        _ fields: some AddressFields, _ name: String?, _ range: IPRange, _ vrf: String?, _ common: Common,
        _ values: inout CellValues, _ draft: inout Draft
    ) {
        let origin = values.origin
        guard let name else {
            return values.refuse("device", "a device needs a name; without one say kind 'reservation'", &draft)
        }
        guard range.first == range.last else {
            return values.refuse("address", "a device has single addresses: reserve a range instead", &draft)
        }
        let status: DeviceStatus? = values.word(fields.text(.status), "status", &draft)
        let shared: SharedRole? =
            fields.text(.sharedRole).flatMap { values.word($0, "shared_role", &draft) }
        var role = values.name(fields.text(.role), "role", &draft)
        if let shared, role == shared.rawValue { role = nil }
        let mac = values.mac(fields.text(.mac), "mac", &draft)
        var services: [TransportPort] = []
        for text in fields.list(.services) {
            guard let port = TransportPort(text) else {
                values.refuse("services", "'\(text.prefix(40))' is no service; write it like tcp/22", &draft)
                continue
            }
            services.append(port)
        }
        let interface = values.name(fields.text(.interface), "interface", &draft) ?? "eth0"
        let site = deviceSite(fields, &values, &draft)
        guard values.isSound, draft.set(\.status, "status", of: name, to: status, origin),
            draft.set(\.role, "role", of: name, to: role, origin),
            draft.set(\.owner, "owner", of: name, to: common.owner, origin),
            draft.set(\.site, "site", of: name, to: site, origin)
        else { return }
        draft.need(site: site, origin)
        draft.withDevice(named: name, origin) { device in
            if device.tags.isEmpty { device.tags = common.tags }
            if device.services.isEmpty { device.services = services }
        }
        draft.add(
            DraftAddress(
                origin: origin, address: range.first, names: common.names, role: shared, expires: common.expires,
                description: common.description),
            toInterface: interface, of: name, mac: mac, vrf: vrf)
    }

    /// The site of a device; none if it is where its subnet is, as far as the row tells the two apart.
    private func deviceSite(
        _ fields: some AddressFields, _ values: inout CellValues, _ draft: inout Draft
    ) -> String? {
        let site = values.name(fields.text(.site), "site", &draft)
        return site == fields.text(.subnetSite) ? nil : site
    }

    // MARK: Subnets

    /// The subnet that a row names, and what it says of it.
    private struct Mention {
        let subnet: DraftSubnet
        let pool: DraftPool?

        func mention(in draft: inout Draft) {
            draft.mention(subnet) { known in
                known.name = known.name ?? subnet.name
                known.site = known.site ?? subnet.site
                known.vlan = known.vlan ?? subnet.vlan
                known.status = known.status ?? subnet.status
                known.gateway = known.gateway ?? subnet.gateway
                if let pool, !known.pools.contains(where: { $0.name == pool.name }) { known.pools.append(pool) }
            }
            draft.need(site: subnet.site, subnet.origin)
        }
    }

    private func subnet(
        _ fields: some AddressFields, _ origin: Origin, _ vrf: String?, isDevice: Bool, _ values: inout CellValues,
        _ draft: inout Draft
    ) -> Mention? {
        let title = values.name(fields.text(.subnet), "subnet", &draft)
        // Other tables call the prefix itself the subnet.
        let isPrefix = title.flatMap { IPPrefix($0) } != nil
        guard let text = fields.text(.prefix) ?? (isPrefix ? title : nil),
            let prefix = values.prefix(text, "prefix", &draft)
        else { return nil }
        // A site in the row of a device may be the device's; its subnet's is known by a column of its own.
        let ownSite = values.name(fields.text(.subnetSite), "subnet_site", &draft)
        let rowSite = isDevice ? nil : fields.text(.site)
        let status: SubnetStatus? = values.word(fields.text(.subnetStatus), "subnet_status", &draft)
        let subnet = DraftSubnet(
            origin: origin, prefix: prefix, vrf: vrf, name: isPrefix ? nil : title, site: ownSite ?? rowSite,
            vlan: values.vlan(fields.text(.vlan), "vlan", &draft), status: status == .active ? nil : status,
            gateway: values.address(fields.text(.gateway), "gateway", &draft))
        return Mention(subnet: subnet, pool: pool(fields, origin, &values, &draft))
    }

    private func pool(
        _ fields: some AddressFields, _ origin: Origin, _ values: inout CellValues, _ draft: inout Draft
    ) -> DraftPool? {
        guard let name = values.name(fields.text(.pool), "pool", &draft) else { return nil }
        guard let range = values.range(fields.text(.poolRange), "pool_range", &draft) else {
            if values.isSound {
                draft.remark(
                    .loss, origin, column: "pool",
                    "pool '\(name)' is left out: a column 'pool_range' would have to say which addresses it has")
            }
            return nil
        }
        let purpose: PoolPurpose? = values.word(fields.text(.poolPurpose), "pool_purpose", &draft)
        return DraftPool(origin: origin, name: name, range: range, purpose: purpose ?? .static)
    }
}
