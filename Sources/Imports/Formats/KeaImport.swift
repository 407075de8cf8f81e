import Addressing
import Chronology
import FoundationEssentials
import InventoryModel

/// Kea's configuration, for both families.
package struct KeaImport: ImportFormat {
    package let name = "kea"
    package let summary = "Kea's configuration: subnets, pools and reservations, comments allowed"

    /// Makes the format.
    package init() {}

    package func recognises(_ beginning: String) -> Bool {
        beginning.contains("\"Dhcp4\"") || beginning.contains("\"Dhcp6\"")
    }

    package func read(_ file: ImportText, into draft: inout Draft) {
        let document: KeaDocument
        do {
            document = try JSONDecoder().decode(KeaDocument.self, from: Data(PlainJSON.plain(file.bytes)))
        } catch {
            return draft.remark(
                .fault, file.origin(row: 1),
                "the file is no configuration of Kea's, or holds <?include?> lines: import the included files' contents"
            )
        }
        var entries = Entries(file: file)
        for server in document.servers {
            for subnet in server.subnets { read(subnet, &entries, &draft) }
            for reservation in server.reservations { read(reservation, in: nil, &entries, &draft) }
        }
    }

    /// Numbers subnets and reservations as they come.
    private struct Entries {
        let file: ImportText
        var count = 0

        mutating func next(_ draft: inout Draft) -> Origin? {
            count += 1
            draft.countRow()
            let origin = file.origin(row: count)
            return draft.isSkipped(origin) ? nil : origin
        }
    }

    private func read(_ subnet: KeaDocument.Subnet, _ entries: inout Entries, _ draft: inout Draft) {
        defer { for reservation in subnet.reservations { read(reservation, in: subnet.subnet, &entries, &draft) } }
        guard let origin = entries.next(&draft) else { return }
        var values = CellValues(origin)
        guard let prefix = values.prefix(subnet.subnet, "subnet", &draft) else { return }
        var pools: [DraftPool] = []
        for text in subnet.pools {
            guard let range = values.range(text.filter { $0 != " " }, "pool", &draft) else { continue }
            pools.append(DraftPool(origin: origin, name: "dhcp-\(range.first)", range: range, purpose: .dhcp))
        }
        let gateway = subnet.routers?.split(separator: ",").first.map { $0.filter { $0 != " " } }
        let description = values.line(subnet.comment, "comment", &draft)
        let router = values.address(gateway, "routers", &draft)
        guard values.isSound else { return }
        draft.declare(
            DraftSubnet(
                origin: origin, prefix: prefix, vrf: nil, gateway: router, description: description, dhcpID: subnet.id,
                lease: subnet.lifetime.map { .seconds(Int64($0)) }, pools: pools))
    }

    private func read(
        _ reservation: KeaDocument.Reservation, in subnet: String?, _ entries: inout Entries, _ draft: inout Draft
    ) {
        guard let origin = entries.next(&draft) else { return }
        var values = CellValues(origin)
        let mac = values.mac(reservation.mac, "hw-address", &draft)
        let hostname = values.name(reservation.hostname, "hostname", &draft)
        var addresses: [IPAddress] = []
        for text in reservation.addresses {
            if let address = values.address(text, "ip-address", &draft) { addresses.append(address) }
        }
        guard values.isSound else { return }
        guard let first = addresses.first else {
            return draft.remark(.loss, origin, "the reservation names no address: left out")
        }
        if let identifier = reservation.identifier {
            draft.remark(
                .loss, origin, column: identifier, "\(first): left out: here a MAC address tells clients apart")
        }
        let name = hostname ?? mac.map { "host-\($0.description.filter { $0 != ":" })" } ?? "host-\(first)"
        let names = name.contains(".") && hostname != nil ? [name] : []
        let interface = draft.withDevice(named: name, origin) { device in
            device.interfaces.first { $0.mac == mac && mac != nil }?.name ?? "eth\(device.interfaces.count)"
        }
        for address in addresses {
            draft.add(
                DraftAddress(origin: origin, address: address, names: names), toInterface: interface, of: name,
                mac: mac,
                vrf: nil)
        }
    }
}
