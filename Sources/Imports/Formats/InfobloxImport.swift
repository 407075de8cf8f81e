import Addressing
import InventoryModel

/// Infoblox's CSV, in which each kind of object has a header line of its own.
package struct InfobloxImport: ImportFormat {
    package let name = "infoblox"
    package let summary = "Infoblox's CSV: networks, ranges, fixed addresses and host records"

    /// Makes the format.
    package init() {}

    package var columns: [String] {
        [
            "address", "addresses", "cidr", "comment", "end_address", "fqdn", "ip_address", "mac_address", "name",
            "netmask", "network_view", "parent", "start_address",
        ]
    }

    package func recognises(_ beginning: String) -> Bool {
        beginning.lowercased().split(separator: "\n").contains { $0.drop { $0 == "\"" }.hasPrefix("header-") }
    }

    package func read(_ file: ImportText, into draft: inout Draft) {
        var rows = DelimitedRows(file.bytes)
        var headers: [String: [String]] = [:]
        while rows.next() {
            let origin = file.origin(row: rows.line)
            let cells = rows.cells.map { CellText.text(rows.bytes, $0) }
            guard let word = cells.first??.lowercased(), !word.hasPrefix("#") else { continue }
            if word.hasPrefix("header-") {
                headers[String(word.dropFirst("header-".count))] = cells.map { file.key(of: $0 ?? "") }
                continue
            }
            guard !headers.isEmpty else {
                return draft.refuse(
                    origin, "no line that begins with 'Header-' says above this one what the columns are")
            }
            draft.countRow()
            if draft.isSkipped(origin) { continue }
            if let flaw = rows.flaw {
                draft.remark(flaw == .unclosedQuote ? .refusal : .fault, origin, flaw.rawValue)
            } else if let header = headers[word] {
                var object = Object(header, cells, origin)
                read(word, &object, &draft)
            } else {
                draft.remark(.fault, origin, "no line 'Header-\(word.prefix(40))' says what the columns are")
            }
        }
        if headers.isEmpty { draft.refuse(file.whole, "no line begins with 'Header-': is this Infoblox's CSV?") }
    }

    /// A line, by the names that its header gives to its cells.
    private struct Object {
        var values: CellValues
        private var cells: [String: String]

        init(_ header: [String], _ cells: [String?], _ origin: Origin) {
            values = CellValues(origin)
            self.cells = Dictionary(
                zip(header, cells).dropFirst().compactMap { key, text in text.map { (key, $0) } }
            ) { first, _ in first }
        }

        /// Takes the text under the first of these names that has one.
        mutating func take(_ keys: String...) -> String? {
            var found: String?
            for key in keys { if let text = cells.removeValue(forKey: key), found == nil { found = text } }
            return found
        }

        /// Says what nobody took.
        func remarkOnRest(of title: String, _ draft: inout Draft) {
            let rest = cells.filter { !["false", "none"].contains($0.value.lowercased()) }.sorted { $0.key < $1.key }
            guard !rest.isEmpty else { return }
            draft.remark(
                .loss, values.origin,
                "\(title): left out, since an inventory has no place for it: "
                    + rest.map { "\($0.key) '\($0.value.prefix(60))'" }.joined(separator: ", "))
        }
    }

    private func read(_ kind: String, _ object: inout Object, _ draft: inout Draft) {
        switch kind {
        case "network", "networkcontainer", "ipv6network", "ipv6networkcontainer":
            readNetwork(&object, isContainer: kind.hasSuffix("container"), &draft)
        case "dhcprange", "ipv6dhcprange": readRange(&object, &draft)
        case "fixedaddress", "ipv6fixedaddress", "hostaddress", "ipv6hostaddress": readAddress(&object, &draft)
        case "hostrecord": readHost(&object, &draft)
        default:
            draft.remark(.loss, object.values.origin, "'\(kind.prefix(40))' has no place in an inventory: left out")
        }
    }

    private func domain(_ object: inout Object) -> String? {
        guard let view = object.take("network_view"), view != "default" else { return nil }
        return view
    }

    private func readNetwork(_ object: inout Object, isContainer: Bool, _ draft: inout Draft) {
        let address = object.take("address") ?? ""
        let mask = object.take("netmask", "cidr") ?? ""
        let vrf = domain(&object)
        let text =
            address.contains("/") ? address : "\(address)/\(DottedMask.length(of: mask).map(String.init) ?? mask)"
        let prefix = object.values.prefix(text, "address", &draft)
        let description = object.values.line(object.take("comment"), "comment", &draft)
        guard object.values.isSound, let prefix else { return }
        draft.declare(
            DraftSubnet(
                origin: object.values.origin, prefix: prefix, vrf: vrf, status: isContainer ? .container : nil,
                description: description))
        object.remarkOnRest(of: "\(prefix)", &draft)
    }

    private func readRange(_ object: inout Object, _ draft: inout Draft) {
        let first = object.values.address(object.take("start_address"), "start_address", &draft)
        let last = object.values.address(object.take("end_address"), "end_address", &draft)
        let vrf = domain(&object)
        let name = object.values.name(object.take("name"), "name", &draft)
        let description = object.values.line(object.take("comment"), "comment", &draft)
        guard object.values.isSound else { return }
        guard let first, let last, let range = IPRange(first: first, last: last) else {
            return object.values.refuse(
                "end_address", "the line needs a first and a last address, in this order", &draft)
        }
        draft.addPool(
            DraftPool(
                origin: object.values.origin, name: name ?? "dhcp-\(range.first)", range: range, purpose: .dhcp,
                description: description), vrf: vrf)
        object.remarkOnRest(of: "\(range)", &draft)
    }

    private func readAddress(_ object: inout Object, _ draft: inout Draft) {
        let address = object.values.address(object.take("ip_address", "address"), "ip_address", &draft)
        let mac = object.values.mac(object.take("mac_address"), "mac_address", &draft)
        let vrf = domain(&object)
        let name = object.values.name(object.take("parent", "name"), "name", &draft)
        let description = object.values.line(object.take("comment"), "comment", &draft)
        guard object.values.isSound else { return }
        guard let address else { return object.values.refuse("ip_address", "the line has no address", &draft) }
        let title = name ?? mac.map { "host-\($0.description.filter { $0 != ":" })" } ?? "host-\(address)"
        add(address, mac, title, vrf, description, object.values.origin, &draft)
        object.remarkOnRest(of: "\(address)", &draft)
    }

    private func readHost(_ object: inout Object, _ draft: inout Draft) {
        let origin = object.values.origin
        let name = object.values.name(object.take("fqdn", "name"), "fqdn", &draft)
        let texts = (object.take("addresses") ?? "").split { $0 == "," || $0 == " " }.map(String.init)
        let vrf = domain(&object)
        let description = object.values.line(object.take("comment"), "comment", &draft)
        var addresses: [IPAddress] = []
        for text in texts {
            if let address = object.values.address(text, "addresses", &draft) { addresses.append(address) }
        }
        guard object.values.isSound else { return }
        guard let name else { return object.values.refuse("fqdn", "the line has no name", &draft) }
        for address in addresses { add(address, nil, name, vrf, description, origin, &draft) }
        object.remarkOnRest(of: "'\(name)'", &draft)
    }

    private func add(
        _ address: IPAddress, _ mac: MACAddress?, _ name: String, _ vrf: String?, _ description: String?,
        _ origin: Origin, _ draft: inout Draft
    ) {
        // A host record and the line of its address both name it.
        let interface = draft.withDevice(named: name, origin) { device -> String? in
            if let index = device.interfaces.firstIndex(where: { $0.addresses.contains { $0.address == address } }) {
                device.interfaces[index].mac = device.interfaces[index].mac ?? mac
                return nil
            }
            return "eth\(device.interfaces.count)"
        }
        guard let interface else { return }
        draft.add(
            DraftAddress(
                origin: origin, address: address, names: name.contains(".") ? [name] : [], description: description),
            toInterface: interface, of: name, mac: mac, vrf: vrf)
    }
}
