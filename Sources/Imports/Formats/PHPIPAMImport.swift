import Addressing
import InternationalNames
import InventoryModel

/// phpIPAM's tables of subnets, addresses, VLANs and VRFs, from its import templates and from its exports.
package struct PHPIPAMImport: ImportFormat {
    package let name = "phpipam"
    package let summary = "phpIPAM's CSV of subnets, addresses, VLANs or VRFs; save its .xls as CSV first"

    /// Makes the format.
    package init() {}

    package var columns: [String] {
        [
            "bitmask", "description", "gateway", "hostname", "ip_addr", "ip_address", "ip_state", "is_gateway",
            "location", "mac", "mac_address", "mask", "name", "netmask", "note", "number", "owner", "rd", "section",
            "state", "subnet", "tag", "vlan", "vrf",
        ]
    }

    package func recognises(_ beginning: String) -> Bool {
        let keys = Set(TableHeader.keys(of: beginning))
        return keys.contains("section") && !keys.isDisjoint(with: ["subnet", "ip_addr", "ip_address"])
            || keys.contains("ip_state")
    }

    package func read(_ file: ImportText, into draft: inout Draft) {
        guard var table = ImportTable(file, &draft) else { return }
        let hasAddresses = table.place(of: "ip_addr", "ip_address", "ip_address_ip_addr") != nil
        let hasNumbers = table.has("number") && !table.has("subnet")
        guard hasAddresses || hasNumbers || table.has("subnet") || table.has("rd") else {
            return draft.refuse(
                file.origin(row: 1),
                "the columns are those of none of phpIPAM's tables (\(table.titles.joined(separator: ", "))): "
                    + "--map A=B renames one")
        }
        while let next = table.next(&draft) {
            var row = NamedRow(next, of: table)
            if hasAddresses {
                Self.readAddress(&row, &draft)
            } else if table.has("subnet") {
                Self.readSubnet(&row, &draft)
            } else if hasNumbers {
                NetBoxRows.required(row.name("name", draft: &draft), "name", &row, &draft).map { name in
                    draft.remark(
                        .loss, row.origin,
                        "VLAN '\(name)': a VLAN is the number that its subnets carry; its name has no place")
                }
            } else {
                NetBoxRows.vrf(&row, &draft)
            }
        }
    }

    private static func readSubnet(_ row: inout NamedRow, _ draft: inout Draft) {
        let section = row.name("section", draft: &draft)
        let mask = row.text("mask", "bitmask", "netmask")
        let text = row.text("subnet").map { masked($0, mask) }
        // phpIPAM has folders among its subnets, which have no address.
        guard let prefix = row.values.prefix(text, "subnet", &draft) else {
            if row.isSound { row.values.refuse("subnet", "the row has no subnet", &draft) }
            return
        }
        let vrf = NetBoxRows.domain(&row, &draft)
        let vlan = row.text("vlan").flatMap { noneIfZero($0) }
        let subnet = DraftSubnet(
            origin: row.origin, prefix: prefix, vrf: vrf, site: row.name("location", draft: &draft),
            vlan: row.values.vlan(vlan, "vlan", &draft), description: row.line("description", draft: &draft),
            tags: section.map { [$0] } ?? [])
        guard row.isSound else { return }
        draft.declare(subnet)
        row.passOver("master_subnet", "requests", "host_check", "discover")
        row.remarkOnRest(of: "\(prefix)", &draft)
    }

    /// A subnet with its mask, which a column of its own may hold, as a length or with dots.
    private static func masked(_ subnet: String, _ mask: String?) -> String {
        guard let mask, !subnet.contains("/") else { return subnet }
        return "\(subnet)/\(DottedMask.length(of: mask).map(String.init) ?? mask)"
    }

    private static func noneIfZero(_ text: String) -> String? { text == "0" ? nil : text }

    private static func readAddress(_ row: inout NamedRow, _ draft: inout Draft) {
        row.passOver("section")
        let text = row.text("ip_addr", "ip_address", "ip_address_ip_addr")
        let address = row.values.maskedAddress(text, "ip_addr", &draft)?.address
        let subnet = subnet(&row, &draft)
        let mac = row.values.mac(row.text("mac", "mac_address"), "mac", &draft)
        let hostname = row.name("hostname", draft: &draft)
        let vrf = NetBoxRows.domain(&row, &draft)
        let owner = row.name("owner", draft: &draft)
        let description = row.line("description", "note", draft: &draft)
        guard row.isSound else { return }
        guard let address else { return row.values.refuse("ip_addr", "the row has no address", &draft) }
        if let subnet, !subnet.contains(address) {
            return row.values.refuse("ip_addr", "\(address) does not lie in the row's subnet, \(subnet)", &draft)
        }
        if let hostname, let refusal = refusal(of: hostname) { return row.values.refuse("hostname", refusal, &draft) }
        let state = row.text("tag", "state", "ip_state")?.lowercased() ?? "used"
        guard let status = status(state, address, &row, &draft) else { return }
        if let subnet { draft.mention(DraftSubnet(origin: row.origin, prefix: subnet, vrf: vrf)) }
        readGateway(&row, address, subnet, vrf, &draft)
        if let hostname, status != .reserved {
            add(hostname, address, mac, vrf, owner, description, row.origin, &draft)
        } else {
            draft.add(
                DraftReservation(
                    origin: row.origin, range: IPRange(address), isAddress: true, vrf: vrf, name: hostname,
                    owner: owner,
                    description: description))
            if let mac {
                draft.remark(.loss, row.origin, column: "mac", "\(address): \(mac) is left out: a reservation has none")
            }
        }
        row.remarkOnRest(of: "\(address)", &draft)
    }

    private static func subnet(_ row: inout NamedRow, _ draft: inout Draft) -> IPPrefix? {
        // Exports have the description behind the prefix: `192.0.2.0/24 (lan)`.
        guard let text = row.text("subnet")?.split(separator: " ").first.map(String.init) else { return nil }
        let mask = row.text("mask")
        guard text.contains("/") || mask != nil else {
            row.values.refuse("subnet", "'\(text.prefix(40))' has no mask; write it like 192.0.2.0/24", &draft)
            return nil
        }
        return row.values.prefix(masked(text, mask), "subnet", &draft)
    }

    private enum Status {
        case used, reserved
    }

    private static func status(
        _ word: String, _ address: IPAddress, _ row: inout NamedRow, _ draft: inout Draft
    ) -> Status? {
        switch word {
        case "used", "active", "online", "1": return .used
        case "reserved", "2": return .reserved
        case "offline", "0":
            draft.remark(.loss, row.origin, column: "tag", "\(address): 'offline' has no place here: scans tell that")
            return .used
        case "dhcp", "3":
            draft.remark(.loss, row.origin, column: "tag", "\(address) is a lease, which nobody declares: left out")
            return nil
        default:
            draft.remark(.loss, row.origin, column: "tag", "\(address): '\(word.prefix(40))' has no place here")
            return .used
        }
    }

    private static func readGateway(
        _ row: inout NamedRow, _ address: IPAddress, _ subnet: IPPrefix?, _ vrf: String?, _ draft: inout Draft
    ) {
        guard let word = row.text("is_gateway", "gateway"), ["1", "yes", "true"].contains(word.lowercased()) else {
            return
        }
        guard let subnet else {
            return draft.remark(
                .loss, row.origin, column: "is_gateway", "\(address): the row does not say of which subnet")
        }
        draft.mention(DraftSubnet(origin: row.origin, prefix: subnet, vrf: vrf)) { $0.gateway = $0.gateway ?? address }
    }

    private static func add(
        _ hostname: String, _ address: IPAddress, _ mac: MACAddress?, _ vrf: String?, _ owner: String?,
        _ description: String?, _ origin: Origin, _ draft: inout Draft
    ) {
        guard draft.set(\.owner, "owner", of: hostname, to: owner, origin) else { return }
        // A device with several addresses has no column for its interfaces: each MAC is one.
        let interface = draft.withDevice(named: hostname, origin) { device in
            if let mac, let known = device.interfaces.first(where: { $0.mac == mac }) { return known.name }
            let isFirst = device.interfaces.isEmpty || mac == nil
            return isFirst ? "eth0" : "eth\(device.interfaces.count)"
        }
        let names = hostname.contains(".") ? [hostname] : []
        draft.add(
            DraftAddress(origin: origin, address: address, names: names, description: description),
            toInterface: interface, of: hostname, mac: mac, vrf: vrf)
    }

    private static func refusal(of hostname: String) -> String? {
        do {
            let name = try DomainName(declared: hostname)
            return name.isHostname
                ? nil : "'\(hostname.prefix(80))' cannot name a host: use letters, digits and inner hyphens"
        } catch {
            return error.reason
        }
    }
}
