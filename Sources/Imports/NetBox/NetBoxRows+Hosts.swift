import Addressing
import InventoryModel

extension NetBoxRows {
    /// A device or virtual machine.
    static func device(_ row: inout NamedRow, _ draft: inout Draft) {
        guard let title = row.name("name", draft: &draft) else {
            if row.isSound {
                draft.remark(
                    .loss, row.origin, column: "name", "the device has no name, and is left out: here each needs one")
            }
            return
        }
        let status = status(&row, &draft)
        let site = row.name("site", draft: &draft)
        let name = ownName(title, at: site, row.origin, &draft)
        let role = row.name("role", "device_role", draft: &draft)
        let owner = row.name("owner", "tenant", draft: &draft)
        let description = row.line("description", "comments", draft: &draft)
        let tags = tags(&row)
        let origin = row.origin
        guard row.isSound, draft.set(\.status, "status", of: name, to: status, origin),
            draft.set(\.site, "site", of: name, to: site, origin),
            draft.set(\.role, "role", of: name, to: role, origin),
            draft.set(\.owner, "owner", of: name, to: owner, origin)
        else { return }
        draft.need(site: site, origin)
        draft.withDevice(named: name, origin) { device in
            device.description = device.description ?? description
            if device.tags.isEmpty { device.tags = tags }
        }
        row.remarkOnRest(of: "'\(name)'", &draft)
    }

    /// The name of a device, which in NetBox needs to be its own at its site only.
    private static func ownName(
        _ name: String, at site: String?, _ origin: Origin, _ draft: inout Draft
    ) -> String {
        guard let site, let other = draft.site(ofDevice: name), other != site else { return name }
        draft.remark(
            .note, origin, column: "name",
            "a device at '\(other)' is called '\(name)' too, so this one is '\(name) (\(site))'")
        return "\(name) (\(site))"
    }

    /// The place of a device in its life; NetBox knows more of them than there are here.
    private static func status(_ row: inout NamedRow, _ draft: inout Draft) -> DeviceStatus? {
        guard let word = row.text("status")?.lowercased() else { return nil }
        let status: DeviceStatus
        switch word {
        case "active": return .active
        case "planned": return .planned
        case "staged", "inventory": status = .planned
        case "offline", "failed", "paused": status = .active
        case "decommissioning": status = .retired
        default:
            row.values.refuse("status", "'\(word.prefix(40))' is no status that NetBox has", &draft)
            return nil
        }
        draft.remark(.loss, row.origin, column: "status", "'\(word)' becomes '\(status.rawValue)'")
        return status
    }

    /// An address: of an interface, or a reservation.
    static func address(_ row: inout NamedRow, _ draft: inout Draft) {
        guard let address = row.values.maskedAddress(row.text("address", "ip_address"), "address", &draft)?.address
        else {
            if row.isSound { row.values.refuse("address", "the row has no address", &draft) }
            return
        }
        let vrf = domain(&row, &draft)
        let status = row.text("status")?.lowercased() ?? "active"
        let role = role(&row, address, &draft)
        let device = row.name("device", "virtual_machine", "parent", draft: &draft)
        let interface = row.name("interface", draft: &draft)
        row.passOver("assigned", "is_primary", "is_oob", "virtual_machine", "nat_outside")
        let names = row.text("dns_name").map { [$0] } ?? []
        let owner = row.name("owner", "tenant", draft: &draft)
        let description = row.line("description", "comments", draft: &draft)
        let tags = tags(&row)
        guard row.isSound else { return }
        if status == "dhcp" || status == "slaac", device == nil {
            return draft.remark(
                .loss, row.origin, column: "status", "\(address) is a lease, which nobody declares: left out")
        }
        if status == "deprecated" || status == "dhcp" || status == "slaac" {
            draft.remark(.loss, row.origin, column: "status", "\(address): '\(status)' has no place here")
        }
        if let device {
            draft.add(
                DraftAddress(
                    origin: row.origin, address: address, names: names, role: role, description: description),
                toInterface: interface ?? "eth0", of: device, mac: nil, vrf: vrf)
            if let owner {
                draft.remark(
                    .loss, row.origin, column: "tenant", "\(address): '\(owner)' is not kept: owners are devices'")
            }
        } else {
            draft.add(
                DraftReservation(
                    origin: row.origin, range: IPRange(address), isAddress: true, vrf: vrf, role: role, owner: owner,
                    description: description, names: names, tags: tags))
        }
        row.remarkOnRest(of: "\(address)", &draft)
    }

    private static func role(_ row: inout NamedRow, _ address: IPAddress, _ draft: inout Draft) -> SharedRole? {
        guard let word = row.text("role")?.lowercased() else { return nil }
        if let role = SharedRole(rawValue: word) { return role }
        draft.remark(.loss, row.origin, column: "role", "\(address): '\(word.prefix(40))' has no place here")
        return nil
    }
}
