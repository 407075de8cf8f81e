import TestSupport

/// Small networks at random with everything that DHCP is about, and names as wild as an inventory may hold.
struct RandomNetwork {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &generator) == 0 }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    /// The text of an inventory whose every number follows from the seed.
    mutating func yaml() -> String {
        var subnets: [String] = []
        var devices: [String] = []
        for net in 0..<number(1...6) {
            let isV6 = chance(3)
            let gateway = isV6 ? "2001:db8:0:\(net)::1" : "10.0.\(net).1"
            let pools = (0..<number(0...2)).map { index in
                let base = 64 * (index + 1)
                let range =
                    isV6
                    ? "'2001:db8:0:\(net)::\(base)-2001:db8:0:\(net)::\(base + 9)'"
                    : "10.0.\(net).\(base)-10.0.\(net).\(base + 63)"
                return "{name: p\(net)-\(index), range: \(range), purpose: \(chance(4) ? "static" : "dhcp")}"
            }
            let dhcp =
                chance(5)
                ? ""
                : "dhcp: {id: \(net * 7 + 1), lease: \(number(2...48))h\(chance(2) ? ", nameservers: ['\(gateway)']" : "")}, "
            let prefix = isV6 ? "'2001:db8:0:\(net)::/64'" : "10.0.\(net).0/24"
            subnets.append(
                "  - {prefix: \(prefix), gateway: '\(gateway)', zone: z\(net).example.net, \(dhcp)"
                    + "pools: [\(pools.joined(separator: ", "))]}")
            for host in 2..<number(3...20) {
                devices.append(device(net, host, isV6: isV6))
            }
        }
        return """
            settings: {dns: {nameservers: [ns.example.org]}}
            subnets:
            \(subnets.joined(separator: "\n"))
            devices:
            \(devices.joined(separator: "\n"))
            zones: [{name: example.net, records: [{name: alias, type: CNAME, values: [h0-2.z0]}]}]

            """
    }

    private mutating func device(_ net: Int, _ host: Int, isV6: Bool) -> String {
        let address = isV6 ? "2001:db8:0:\(net)::\(host)" : "10.0.\(net).\(host)"
        let name = chance(6) ? "odd, name; #\(net)-\(host) {{ x }}" : "h\(net)-\(host)"
        let mac = chance(4) ? "" : "mac: 02:00:5e:00:0\(net):\(host < 10 ? "0" : "")\(host), "
        let duid = isV6 && chance(3) ? "duid: 00:03:00:01:02:00:5e:00:0\(net):\(host < 10 ? "0" : "")\(host), " : ""
        let names = chance(4) ? ", dns: [www\(host), api\(net)-\(host).example.net]" : ""
        let second =
            chance(6)
            ? ", '\(isV6 ? "2001:db8:0:\(net)::f\(host)" : "10.0.\(net).1\(host < 10 ? "0" : "")\(host)")'" : ""
        let status = chance(8) ? "retired" : chance(6) ? "planned" : "active"
        return "  - {name: '\(name)', status: \(status), services: [tcp/22], "
            + "interfaces: [{name: e0, \(mac)\(duid)addresses: [{address: '\(address)'\(names)}\(second)]}]}"
    }
}
