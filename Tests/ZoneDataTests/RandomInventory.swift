import TestSupport

/// Inventories at random, sound ones and hostile ones, for what must hold of all.
struct RandomInventory {
    private var generator: SeededGenerator
    private var zones: [String] = []

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// The text of an inventory without faults of reading; its DNS may be as wrong as people can make it.
    mutating func yaml() -> String {
        let servers = chance(4) ? "ns1.example.com, ns.a.test, ns.b.a.test" : "ns1.example.com, ns2.example.com"
        return """
            settings: {dns: {contact: "\(pick(["host.master", "a+b", "root"]))@example.net", nameservers: [\(servers)]}}
            vrfs: [{name: blue}]
            subnets:
            \(subnets())
            devices:
            \(devices())
            reservations:
            \(reservations())
            zones:
            \(forwardZones())
            \(reverseZones())
            """
    }

    // MARK: Chance

    private mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: choices.indices, using: &generator)]
    }

    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &generator) == 0 }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    // MARK: Parts

    private static let domains = ["a.test", "b.a.test", "c.b.a.test", "d.test"]
    private static let labels = [
        "db", "h2", "h10", "www", "ns", "7", "a-b", "A_b", "-x", "@", "x.y", "*", "ü", "xn--tda", "XN--abc", "a b",
        "a\\\"b", "$INCLUDE",
        ";c",
        "(d", "a\\nb.test. IN A 192.0.2.66", "Gi0/1", "ext",
    ]

    private func list(_ count: Int, _ item: (Int) -> String) -> String {
        (0..<count).map { "  - {\(item($0))}" }.joined(separator: "\n")
    }

    private mutating func subnets() -> String {
        let lines = (0..<4).map { index in
            "  - {prefix: 10.0.\(index).0/24, zone: \(pick(Self.domains))}"
        }
        return
            (lines + [
                "  - {prefix: 10.0.4.0/24}", "  - {prefix: 10.0.0.0/24, vrf: blue, zone: d.test}",
                "  - {prefix: '2001:db8::/64', zone: \(pick(Self.domains))}",
            ]).joined(separator: "\n")
    }

    private mutating func address() -> String {
        chance(4)
            ? "'2001:db8::\(String(number(1...65535), radix: 16))'"
            : "10.0.\(number(0...4)).\(chance(2) ? number(0...15) : number(0...255))"
    }

    private mutating func names() -> String {
        chance(3)
            ? "false"
            : "["
                + (0..<number(1...3)).map { _ in
                    let label = pick(["web", "api", "mail", "ns", "'*'", "h3", "under_score"])
                    return chance(2)
                        ? label.replacing("'", with: "") + "." + pick(Self.domains + ["ext.a.test"]) : label
                }.map { $0.hasPrefix("*") ? "'\($0)'" : $0 }.joined(separator: ", ") + "]"
    }

    private mutating func devices() -> String {
        var lines: [String] = []
        for index in 0..<number(1...12) {
            let name = chance(3) ? pick(Self.labels) : "host\(index)"
            let ports = (0..<number(0...3)).map { port in
                let addresses = (0..<number(0...3)).map { _ in
                    chance(3)
                        ? "{address: \(address()), dns: \(names()), ptr: \(chance(2))}"
                        : address()
                }
                return "{name: \"\(chance(5) ? pick(Self.labels) : "eth\(port)")\", "
                    + "vrf: \(chance(8) ? "blue" : "default"), addresses: [\(addresses.joined(separator: ", "))]}"
            }
            lines.append(
                "  - {name: \"\(name)\", status: \(pick(["active", "active", "planned", "retired"])), "
                    + "interfaces: [\(ports.joined(separator: ", "))]}")
        }
        return lines.joined(separator: "\n")
    }

    private mutating func reservations() -> String {
        (0..<number(1...5)).map { _ in "  - {address: \(address()), dns: \(names())}" }.joined(separator: "\n")
    }

    private mutating func forwardZones() -> String {
        var lines: [String] = []
        for domain in Self.domains where !chance(4) {
            let records = (0..<number(0...6)).map { _ in record() }
            let delegation = chance(3) ? ", delegations: [{name: ext, nameservers: [\(server())]}]" : ""
            lines.append(
                "  - {name: \(domain), ttl: \(number(0...7200))s\(delegation), records: [\(records.joined(separator: ", "))]}"
            )
        }
        return lines.joined(separator: "\n")
    }

    private mutating func server() -> String { pick(["ns1.example.com", "ns.ext.a.test", "ns.a.test", "ns.d.test"]) }

    private mutating func record() -> String {
        let hash = String(repeating: "ab", count: 32)
        let (type, value) = pick([
            ("A", "192.0.2.\(number(0...256))"), ("AAAA", "2001:db8:0:\(number(0...9))::1"), ("CNAME", "db"),
            ("CNAME", "www.example.com."), ("CNAME", "host\(number(0...9))"), ("CNAME", "eth1.a.test"), ("CNAME", "x"),
            ("CNAME", "host2.\(pick(Self.domains))."),
            ("MX", "10 host\(number(0...9)).d.test."), ("MX", "10 web.b.a.test"), ("A", "10.0.0.\(number(0...15))"),
            ("MX", "10 db"), ("MX", "0 ."), ("MX", "20 mx.example.com."),
            ("TXT", "v=spf1 -all; \\ \"quoted\" ü"), ("TXT", String(repeating: "x", count: number(1...700))),
            ("SRV", "0 1 443 www"), ("SRV", "0 0 0 ."), ("CAA", "0 issue ca.example.net"), ("PTR", "db"),
            ("SSHFP", "4 2 \(hash)"), ("SSHFP", "4 2 abcd"), ("TYPE65280", "\\# 3 010203"), ("TYPE65280", "\\# 0"),
            ("NS", "ns1.example.com."), ("NS", "ns.ext"), ("MX", "10"), ("SOA", "x"), ("CAA", "0 issue ;"),
        ])
        let name = pick([
            "@", "db", "www", "www", "x", "y.a.test", "host\(number(0...9))", "_x._tcp", "*.w", "ext", "ns.ext",
            "deep.ext", "h9", "a_b", "x\\.y", "h2",
        ])
        let text = value.replacing("'", with: "''")
        return "{name: '\(name)', type: \(type), ttl: \(pick(["1h", "5m", "0s", "4000w"])), values: ['\(text)']}"
    }

    private mutating func reverseZones() -> String {
        let prefixes = [
            "10.0.0.0/8", "10.0.0.0/16", "10.0.0.0/24", "10.0.0.0/22", "10.0.1.0/24", "10.0.0.0/28", "10.0.1.0/25",
            "10.0.1.0/29", "10.0.2.8/31", "10.0.0.5/32", "'2001:db8::/32'", "'2001:db8::/62'", "'2001:db8::/120'",
        ]
        let records = (0..<number(0...2)).map { _ in
            "{name: '\(number(0...15))', type: \(pick(["PTR", "CNAME", "TXT"])), values: [\(pick(Array(Self.labels.prefix(7))))"
                + ".\(pick(Self.domains))\(pick(["", "."]))]}"
        }
        return (["10.0.3.0/24, records: [\(records.joined(separator: ", "))]"] + prefixes.filter { _ in chance(3) }).map
        { "  - {reverse: \($0)}" }
        .joined(separator: "\n")
    }
}
