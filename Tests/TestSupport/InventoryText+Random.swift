extension InventoryText {
    /// A valid inventory of random shape: dual-stack sites, overlapping VRFs, every purpose of pool, shared addresses.
    ///
    /// - Parameter devices: how many devices; a subnet is added for about every fifty.
    package static func random(devices: Int, in generator: inout some RandomNumberGenerator) -> InventoryText {
        var text = InventoryText(
            settings: "{name: random, dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}"
        )
        text.addFrame()
        var networks: [RandomNetwork] = []
        for number in 0...devices / 50 {
            let network = RandomNetwork(number: number, in: &generator)
            networks.append(network)
            text.add(.subnets, network.v4)
            text.add(.subnets, network.v6)
        }
        for number in 0..<devices {
            let index = Int.random(in: networks.indices, using: &generator)
            text.add(.devices, networks[index].addDevice(number, in: &generator))
        }
        for index in networks.indices { text.addReservations(networks[index]) }
        return text
    }

    private mutating func addFrame() {
        for site in 0..<RandomNetwork.sites { add(.sites, "{name: site\(site)}") }
        add(.vrfs, #"{name: lab, rd: "65000:7"}"#)
        add(.subnets, "{prefix: 10.0.0.0/8, status: container}")
        add(.subnets, #"{prefix: "2001:db8::/32", status: container}"#)
        add(.subnets, "{prefix: 10.0.0.0/16, vrf: lab, scan: {enabled: false}}")
        add(.devices, "{name: lab1, interfaces: [{name: eth0, vrf: lab, addresses: [10.0.0.20]}]}")
        add(.zones, "{name: example.net}")
        add(.zones, "{reverse: 10.0.0.0/8}")
        add(.zones, #"{reverse: "2001:db8::/32"}"#)
        add(.waivers, "{rule: unclaimed-address, subject: 10.0.0.7, reason: moves, owner: ops, expires: 2027-03-31}")
    }

    private mutating func addReservations(_ network: RandomNetwork) {
        let net = network.net
        add(.reservations, "{address: \(net).250, vrf: default, name: vip\(network.number), role: vip}")
        add(.reservations, "{address: \(net).250, vrf: default, role: vip, dns: service\(network.number)}")
        add(.reservations, "{range: \(net).240-\(net).245, vrf: default, name: later, expires: 2027-06-30}")
    }
}

/// One VLAN of a random inventory and the addresses that are still free in it.
private struct RandomNetwork {
    static let sites = 4

    let number: Int
    let net: String
    private let hasDHCP: Bool
    private var nextStatic = 10
    private var nextLease = 128

    init(number: Int, in generator: inout some RandomNumberGenerator) {
        self.number = number
        net = "10.\(number / 250).\(number % 250)"
        hasDHCP = Bool.random(using: &generator)
    }

    private var site: String { "site\(number % Self.sites)" }
    private var vlan: Int { 2 + number / Self.sites }

    var v4: String {
        let pools =
            hasDHCP
            ? "{name: leases\(number), range: \(net).128-\(net).199, purpose: dhcp}"
            : "{name: spare\(number), range: \(net).200/29, purpose: reserved}"
        return "{prefix: \(net).0/24, name: net\(number), site: \(site), vlan: \(vlan), gateway: \(net).1, "
            + "zone: net\(number).example.net, dhcp: {id: \(number + 1)}, pools: [\(pools)]}"
    }

    var v6: String {
        #"{prefix: "2001:db8:\#(String(number, radix: 16))::/64", site: \#(site), vlan: \#(vlan), "#
            + #"gateway: "fe80::1", zone: net\#(number).example.net}"#
    }

    mutating func addDevice(_ device: Int, in generator: inout some RandomNumberGenerator) -> String {
        let host = "\(String(device >> 16, radix: 16)):\(String(device & 0xffff, radix: 16))"
        var addresses = [#""2001:db8:\#(String(number, radix: 16))::1:\#(host)""#]
        if hasDHCP, nextLease < 200, Bool.random(using: &generator) {
            addresses.append("\(net).\(nextLease)")
            nextLease += 1
        } else if nextStatic < 128 {
            addresses.append("{address: \(net).\(nextStatic), ptr: \(Bool.random(using: &generator))}")
            nextStatic += 1
        }
        let digits = String(device + 0x1000000, radix: 16).dropFirst()
        let mac = "02:00:00:\(digits.prefix(2)):\(digits.dropFirst(2).prefix(2)):\(digits.suffix(2))"
        return "{name: d\(device), site: \(site), services: [tcp/22], "
            + "interfaces: [{name: eth0, vrf: default, mac: \(mac), addresses: [\(addresses.joined(separator: ", "))]}]}"
    }
}
