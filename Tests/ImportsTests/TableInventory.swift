import Findings
import TestSupport

/// A random inventory of all that a table of addresses has columns for.
struct TableInventory {
    private var generator: SeededGenerator
    private var number = 0
    private var lists: [String: [String]] = [:]

    /// Where hosts may be: a routing domain, if it is not the default one, and the first parts of addresses.
    private typealias Network = (vrf: String?, net: String)

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        lists["vrfs", default: []] += ["{name: lab\(member("rd", #""65000:7""#) + text("description"))}"]
        lists["vrfs", default: []] += ["{name: default\(text("description", always: true))}"]
        for site in 1...3 { lists["sites", default: []] += ["{name: site\(site)\(text("description"))}"] }
        lists["subnets", default: []] += ["{prefix: 10.0.0.0/8, status: container\(text("description"))}"]
        var networks: [Network] = []
        for index in 1...6 {
            let network: Network = (index > 4 ? "lab" : nil, "10.\(index)")
            networks.append(network)
            lists["subnets", default: []].append(subnet(network, index))
        }
        for _ in 0..<Int.random(in: 4...20, using: &generator) {
            lists["devices", default: []].append(device(networks))
        }
        for _ in 0..<6 { lists["reservations", default: []].append(reservation(networks)) }
    }

    /// The inventory as a file.
    var sources: SourceFiles {
        let text = lists.sorted { $0.key < $1.key }.map { key, entries in
            "\(key):\n" + entries.map { "  - \($0)\n" }.joined()
        }
        return SourceFiles([SourceFile(path: "inventory/all.yaml", bytes: Array(text.joined().utf8))])
    }

    // MARK: Objects

    private mutating func subnet(_ network: Network, _ index: Int) -> String {
        var pools: [String] = []
        for (place, purpose) in ["dhcp", "static", "reserved"].enumerated() where chance() {
            let range = "\(network.net).240.\(16 * place)-\(network.net).240.\(16 * place + 15)"
            pools.append("{name: p\(index)\(place), range: \(range), purpose: \(purpose)\(text("description"))}")
        }
        // Each site is that of a subnet, so that some row tells of it.
        let site = index <= 3 ? ", site: site\(index)" : ""
        return "{prefix: \(network.net).0.0/16\(vrf(network))\(site)\(member("name", "net\(index)"))"
            + member("vlan", "\(index)") + member("gateway", "\(network.net).0.1")
            + member("status", ["reserved", "deprecated"].randomElement(using: &generator) ?? "")
            + text("owner") + text("description") + tags()
            + (pools.isEmpty ? "" : ", pools: [\(pools.joined(separator: ", "))]")
            + "}"
    }

    private mutating func device(_ networks: [Network]) -> String {
        number += 1
        var interfaces: [String] = []
        // A table is in the order of addresses, and so is what comes of it.
        let places = networks.indices.shuffled(using: &generator).prefix(Int.random(in: 1...3, using: &generator))
        for place in places.sorted() {
            let network = networks[place]
            var addresses: [String] = []
            for _ in 0..<Int.random(in: 1...2, using: &generator) { addresses.append(address(network)) }
            let mac = "02:00:00:00:0\(place):\(String(16 + number % 200, radix: 16))"
            interfaces.append(
                "{name: e\(place)\(vrf(network))\(member("mac", mac))\(member("duid", "00:03:00:01:\(mac)"))"
                    + "\(text("description")), addresses: [\(addresses.joined(separator: ", "))]}")
        }
        return "{name: d\(number)\(member("status", "retired"))\(member("site", "site\(number % 3 + 1)"))"
            + text("role") + text("owner") + text("description") + tags() + member("services", "[tcp/22, udp/53]")
            + ", interfaces: [\(interfaces.joined(separator: ", "))]}"
    }

    private mutating func address(_ network: Network) -> String {
        let address = next(in: network)
        guard chance() else { return address }
        let rest = names() + member("role", "vip") + member("expires", "2027-01-31") + text("description")
        return rest.isEmpty ? address : "{address: \(address)\(rest)}"
    }

    private mutating func reservation(_ networks: [Network]) -> String {
        let network = networks.randomElement(using: &generator) ?? (nil, "10.1")
        number += 1
        let place =
            chance()
            ? "address: \(next(in: network))"
            : "range: \(network.net).200.\(2 * number % 256)-\(network.net).200.\(2 * number % 256 + 1)"
        return "{\(place)\(vrf(network))\(text("name", always: true))\(member("role", "vrrp"))"
            + text("owner") + text("description") + names() + member("expires", "2027-01-31") + tags() + "}"
    }

    // MARK: Values

    private mutating func next(in network: Network) -> String {
        number += 1
        return "\(network.net).\(number >> 8).\(number & 255)"
    }

    private mutating func chance() -> Bool { Int.random(in: 0..<3, using: &generator) > 0 }

    private func vrf(_ network: Network) -> String { network.vrf.map { ", vrf: \($0)" } ?? "" }

    private mutating func member(_ key: String, _ value: String) -> String { chance() ? ", \(key): \(value)" : "" }

    private mutating func names() -> String {
        number += 1
        return member("dns", "[a\(number).example.net, b\(number).example.net]")
    }

    private mutating func tags() -> String {
        number += 1
        return member("tags", "[t\(number), no, \"7\", \"=x\"]")
    }

    /// Text with what a table or YAML might take for something else.
    private mutating func text(_ key: String, always: Bool = false) -> String {
        number += 1
        let words = ["no", "=1+1", "a, b", "two \\\"words\\\"", "Zürich; 🚀", "'quoted'", "- x", "é: y", "+49 30"]
        let value = ", \(key): \"\(words.randomElement(using: &generator) ?? "") \(number)\""
        return always || chance() ? value : ""
    }
}
