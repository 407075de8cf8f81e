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
        } catch let error as DecodingError where !error.place.isEmpty {
            return draft.refuse(
                file.whole, "'\(error.place)' is missing, or is of another kind than in Kea's configuration")
        } catch {
            return draft.refuse(
                file.whole,
                "the file is no JSON, is cut short, or holds <?include?> lines: import the included files' contents")
        }
        guard !document.servers.isEmpty else {
            return draft.refuse(file.whole, "there is neither 'Dhcp4' nor 'Dhcp6' in it: is this Kea's configuration?")
        }
        var entries = Entries(file: file)
        defer { draft.call(rowsOf: file, .titles(entries.titles)) }
        for server in document.servers {
            for subnet in server.subnets { read(subnet, &entries, &draft) }
            for (index, reservation) in server.reservations.enumerated() {
                read(reservation, "reservation \(index + 1) of no subnet", &entries, &draft)
            }
        }
    }

    /// Numbers subnets and reservations as they come.
    private struct Entries {
        let file: ImportText
        var titles: [String] = []

        mutating func next(_ title: String, _ draft: inout Draft) -> Origin? {
            titles.append(title)
            draft.countRow()
            let origin = file.origin(row: titles.count)
            return draft.isSkipped(origin) ? nil : origin
        }
    }

    private func read(_ subnet: KeaDocument.Subnet, _ entries: inout Entries, _ draft: inout Draft) {
        defer {
            for (index, reservation) in subnet.reservations.enumerated() {
                read(reservation, "reservation \(index + 1) of subnet \(subnet.subnet)", &entries, &draft)
            }
        }
        guard let origin = entries.next("subnet \(subnet.subnet)", &draft) else { return }
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
        let name = values.name(subnet.title == "\(prefix)" ? nil : subnet.title, "user-context", &draft)
        guard values.isSound else { return }
        draft.declare(
            DraftSubnet(
                origin: origin, prefix: prefix, vrf: nil, name: name, gateway: router, description: description,
                dhcpID: subnet.id,
                lease: subnet.lifetime.map { .seconds(Int64($0)) }, pools: pools))
    }

    private func read(
        _ reservation: KeaDocument.Reservation, _ title: String, _ entries: inout Entries, _ draft: inout Draft
    ) {
        guard let origin = entries.next(title, &draft) else { return }
        var values = CellValues(origin)
        let mac = values.mac(reservation.mac, "hw-address", &draft)
        let hostname = values.name(reservation.hostname, "hostname", &draft)
        let device = values.name(reservation.device, "user-context", &draft)
        let known = values.name(reservation.interface, "user-context", &draft)
        var addresses: [IPAddress] = []
        for text in reservation.addresses {
            if let address = values.address(text, "ip-address", &draft) { addresses.append(address) }
        }
        // For IPv4 a DUID is one identifier among others; here only IPv6 knows clients by it.
        let isV6 = addresses.contains { $0.family == .v6 }
        let duid = isV6 ? values.duid(reservation.duid, "duid", &draft) : nil
        guard values.isSound else { return }
        guard let first = addresses.first else {
            return draft.remark(.loss, origin, "the reservation names no address: left out")
        }
        if let identifier = reservation.identifier ?? (isV6 || reservation.duid == nil ? nil : "duid") {
            draft.remark(
                .loss, origin, column: identifier, "\(first): left out: here a MAC address tells clients apart")
        }
        let name =
            device ?? hostname ?? mac.map { "host-\($0.description.filter { $0 != ":" })" } ?? "host-\(first)"
        let names = [hostname].compactMap(\.self).filter { $0.contains(".") }
        let interface =
            known
            ?? draft.withDevice(named: name, origin) { device in
                let same = device.interfaces.first { $0.mac == mac && mac != nil || $0.duid == duid && duid != nil }
                return same?.name ?? "eth\(device.interfaces.count)"
            }
        for address in addresses {
            draft.add(
                DraftAddress(origin: origin, address: address, names: names), toInterface: interface, of: name,
                mac: mac, duid: duid, vrf: nil)
        }
    }
}
