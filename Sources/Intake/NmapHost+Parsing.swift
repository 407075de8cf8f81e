import Addressing

extension NmapHost {
    /// Takes in the beginning of an element inside a `host`, which itself lies 2 deep.
    mutating func begin(_ element: String, depth: Int, attributes: [String: String]) {
        switch (depth, element) {
        case (3, "status"):
            state = attributes["state"]?.bounded ?? ""
            reason = attributes["reason"]?.bounded ?? ""
        case (3, "address") where attributes["addrtype"] == "mac":
            mac = attributes["addr"].flatMap(MACAddress.init)
        case (3, "address"):
            address = attributes["addr"].flatMap(IPAddress.init)
        case (3, "times"):
            roundTrip = attributes["srtt"].flatMap { Int64($0) }.flatMap { $0 >= 0 ? $0 : nil }
        case (4, "hostname") where attributes["type"] == "PTR" && name == nil:
            name = attributes["name"]?.bounded
        case (4, "port"):
            // A number that cannot be read still takes its place, so that its state does not go to the port before.
            let number = attributes["portid"].flatMap { UInt16($0) }.map(String.init) ?? "?"
            ports.append(Port(name: "\(attributes["protocol"]?.bounded ?? "?")/\(number)"))
        case (5, "extrareasons") where otherReasons.count < Self.reasonLimit:
            otherReasons.append(attributes["reason"]?.bounded ?? "")
        case (5, _):
            if let last = ports.indices.last { ports[last].begin(element, attributes: attributes) }
        default:
            break
        }
    }

    private static let reasonLimit = 16
}

extension NmapHost.Port {
    fileprivate mutating func begin(_ element: String, attributes: [String: String]) {
        switch element {
        case "state":
            state = attributes["state"]?.bounded ?? ""
            reason = attributes["reason"]?.bounded ?? ""
            responder = attributes["reason_ip"].flatMap(IPAddress.init)
        case "service":
            let words = [attributes["product"], attributes["version"]].compactMap(\.self)
            product = words.isEmpty ? nil : words.joined(separator: " ").bounded
        default:
            break
        }
    }
}
