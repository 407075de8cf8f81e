import Addressing
import InventoryModel

extension Draft {
    /// Gives a field of a device its value; another value than an earlier row gave it is a fault.
    ///
    /// - Returns: whether the row is in order.
    mutating func set<Value: Equatable & Sendable>(
        _ field: WritableKeyPath<DraftDevice, Value?>, _ key: String, of name: String, to value: Value?,
        _ origin: Origin
    ) -> Bool {
        guard let value else { return true }
        let conflict = withDevice(named: name, origin) {
            Contradiction.fill(&$0[keyPath: field], key, of: "device '\(name)'", value)
        }
        if let conflict { remark(.fault, origin, column: key, conflict.message) }
        return conflict == nil
    }

    /// Adds an address to an interface of a device; both are made if they are not there yet.
    ///
    /// - Parameters:
    ///   - mac: the hardware address of the interface, if the row names one.
    ///   - duid: what DHCP for IPv6 knows the interface by, if the row says so.
    ///   - vrf: the routing domain of the address, if the row names one.
    mutating func add(
        _ address: DraftAddress, toInterface interface: String, of name: String, mac: MACAddress?, duid: DUID? = nil,
        vrf: String?
    ) {
        need(vrf: vrf, address.origin)
        let conflict = withDevice(named: name, address.origin) {
            $0.add(address, to: interface, mac: mac, duid: duid, vrf: vrf)
        }
        if let conflict { remark(.fault, address.origin, conflict) }
    }

    /// Adds a row about a device, and what it needs; what contradicts an earlier row is a fault.
    mutating func add(_ row: DeviceRow) {
        let origin = row.address.origin
        need(site: row.site, origin)
        need(vrf: row.vrf, origin)
        let conflict = withDevice(named: row.name, origin) { $0.add(row) }
        if let conflict { remark(.fault, origin, column: conflict.column, conflict.message) }
    }
}

extension DraftDevice {
    /// Takes in a row; what contradicts an earlier one, and its column, if anything does.
    fileprivate mutating func add(_ row: DeviceRow) -> (column: String?, message: String)? {
        let name = name
        func fill<Value: Equatable>(_ field: inout Value?, _ key: String, _ value: Value?) -> Contradiction? {
            Contradiction.fill(&field, key, of: "device '\(name)'", value)
        }
        let conflict =
            fill(&status, "status", row.status) ?? fill(&role, "role", row.role) ?? fill(&owner, "owner", row.owner)
            ?? fill(&site, "site", row.site) ?? fill(&description, "device_description", row.description)
            ?? Contradiction.fill(&tags, "tags", of: "device '\(name)'", row.tags)
            ?? Contradiction.fill(&services, "services", of: "device '\(name)'", row.services)
        if let conflict { return (conflict.key, conflict.message) }
        if let message = add(row.address, to: row.interface, mac: row.mac, duid: row.duid, vrf: row.vrf) {
            return (nil, message)
        }
        guard row.interfaceDescription != nil, let place = interfaces.firstIndex(where: { $0.name == row.interface })
        else { return nil }
        return Contradiction.fill(
            &interfaces[place].description, "interface_description", of: "interface '\(row.interface)' of '\(name)'",
            row.interfaceDescription
        ).map { ($0.key, $0.message) }
    }

    /// Adds an address to an interface, which is made if it is not there yet; what is wrong with that, if anything is.
    fileprivate mutating func add(
        _ address: DraftAddress, to interface: String, mac: MACAddress?, duid: DUID?, vrf: String?
    ) -> String? {
        guard let index = interfaces.firstIndex(where: { $0.name == interface }) else {
            interfaces.append(
                DraftInterface(
                    origin: address.origin, name: interface, mac: mac, duid: duid, vrf: vrf, addresses: [address]))
            return nil
        }
        let (earlier, domain) = (interfaces[index].mac, interfaces[index].vrf)
        if let mac, let earlier, mac != earlier {
            return "interface '\(interface)' of '\(name)' has MAC \(earlier) in an earlier row and \(mac) here"
        }
        if let duid, let earlier = interfaces[index].duid, duid != earlier {
            return "interface '\(interface)' of '\(name)' has DUID \(earlier) in an earlier row and \(duid) here"
        }
        if !interfaces[index].addresses.isEmpty, domain != vrf {
            return "interface '\(interface)' of '\(name)' is in VRF '\(domain ?? VRF.defaultName)' in an earlier row "
                + "and in '\(vrf ?? VRF.defaultName)' here: name another interface"
        }
        interfaces[index].mac = earlier ?? mac
        interfaces[index].duid = interfaces[index].duid ?? duid
        interfaces[index].vrf = vrf
        interfaces[index].addresses.append(address)
        return nil
    }
}
