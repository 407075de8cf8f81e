import Addressing
import Observations

extension NetBoxRows {
    /// An interface: what is worth telling of one without an address is its hardware address.
    static func interface(_ row: inout NamedRow, _ draft: inout Draft) {
        let device = row.name("device", "virtual_machine", draft: &draft)
        let interface = row.name("name", draft: &draft)
        let mac = row.values.mac(row.text("mac_address", "primary_mac_address"), "mac_address", &draft)
        row.passOver("type", "enabled")
        guard row.isSound else { return }
        guard let device, let interface, let mac else {
            let words = ["interface", interface.map { "'\($0)'" }, device.map { "of '\($0)'" }].compactMap(\.self)
            return draft.remark(
                .loss, row.origin,
                "\(words.joined(separator: " ")): left out: here an interface is there for a MAC or an address")
        }
        take(mac, of: interface, of: device, row.origin, &draft)
        row.remarkOnRest(of: "interface '\(interface)' of '\(device)'", &draft)
    }

    /// The hardware address of an interface.
    static func mac(_ row: inout NamedRow, _ draft: inout Draft) {
        let device = row.name("device", "virtual_machine", "parent", draft: &draft)
        row.passOver("virtual_machine")
        let interface = row.name("interface", draft: &draft)
        guard let mac = row.values.mac(row.text("mac_address"), "mac_address", &draft), let device, let interface else {
            if row.isSound {
                draft.remark(.loss, row.origin, "the MAC address belongs to no interface of a device: left out")
            }
            return
        }
        take(mac, of: interface, of: device, row.origin, &draft)
        row.remarkOnRest(of: "\(mac)", &draft)
    }

    private static func take(
        _ mac: MACAddress, of interface: String, of device: String, _ origin: Origin, _ draft: inout Draft
    ) {
        let conflict = draft.withDevice(named: device, origin) { known -> MACAddress? in
            guard let index = known.interfaces.firstIndex(where: { $0.name == interface }) else {
                known.interfaces.append(DraftInterface(origin: origin, name: interface, mac: mac))
                return nil
            }
            let earlier = known.interfaces[index].mac
            known.interfaces[index].mac = earlier ?? mac
            return earlier == mac ? nil : earlier
        }
        if let conflict {
            draft.remark(
                .loss, origin, column: "mac_address",
                "interface '\(interface)' of '\(device)' keeps \(conflict): here it has one, and \(mac) is left out")
        }
    }

    /// The ports that a device is meant to answer on.
    static func service(_ row: inout NamedRow, _ draft: inout Draft) {
        let device = row.name("device", "virtual_machine", "parent", draft: &draft)
        row.passOver("virtual_machine")
        let title = row.text("name") ?? ""
        let transport = row.text("protocol")?.lowercased() ?? ""
        let numbers = row.text("ports")?.split { $0 == "," || $0 == " " } ?? []
        let ports = numbers.compactMap { TransportPort("\(transport)/\($0)") }
        guard let device, !ports.isEmpty, ports.count == numbers.count else {
            if row.isSound {
                draft.remark(
                    .loss, row.origin,
                    "service '\(title)': left out: here a service is a TCP or UDP port of a device")
            }
            return
        }
        draft.withDevice(named: device, row.origin) { known in
            known.services += ports.filter { !known.services.contains($0) }
        }
        row.remarkOnRest(of: "service '\(title)' of '\(device)'", &draft)
    }
}
