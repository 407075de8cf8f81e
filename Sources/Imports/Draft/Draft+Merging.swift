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
        let earlier: Value? = withDevice(named: name, origin) { device in
            if device[keyPath: field] == nil { device[keyPath: field] = value }
            return device[keyPath: field]
        }
        guard let earlier, earlier != value else { return true }
        remark(
            .fault, origin, column: key,
            "device '\(name)' has \(key) '\(earlier)' in an earlier row and '\(value)' here: a device has one")
        return false
    }

    /// Adds an address to an interface of a device; both are made if they are not there yet.
    ///
    /// - Parameters:
    ///   - mac: the hardware address of the interface, if the row names one.
    ///   - vrf: the routing domain of the address, if the row names one.
    mutating func add(
        _ address: DraftAddress, toInterface interface: String, of name: String, mac: MACAddress?, vrf: String?
    ) {
        let origin = address.origin
        need(vrf: vrf, origin)
        let conflict: String? = withDevice(named: name, origin) { device in
            var index = device.interfaces.firstIndex { $0.name == interface } ?? device.interfaces.count
            if index == device.interfaces.count {
                device.interfaces.append(DraftInterface(origin: origin, name: interface, mac: mac, vrf: vrf))
                index = device.interfaces.count - 1
            }
            let known = device.interfaces[index]
            if let mac, let earlier = known.mac, mac != earlier {
                return "interface '\(interface)' of '\(name)' has MAC \(earlier) in an earlier row and \(mac) here"
            }
            if !known.addresses.isEmpty, known.vrf != vrf {
                return
                    "interface '\(interface)' of '\(name)' is in VRF '\(known.vrf ?? VRF.defaultName)' in an earlier row "
                    + "and in '\(vrf ?? VRF.defaultName)' here: name another interface"
            }
            device.interfaces[index].mac = known.mac ?? mac
            device.interfaces[index].vrf = vrf
            device.interfaces[index].addresses.append(address)
            return nil
        }
        if let conflict { remark(.fault, origin, conflict) }
    }
}
