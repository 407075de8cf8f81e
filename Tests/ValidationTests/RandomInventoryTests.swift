import TestSupport
import Testing

@Suite("inventories in any order")
struct RandomInventoryTests {
    @Test("a random valid inventory has no findings, however it is split over files", arguments: 1...20)
    func validIsClean(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let text = InventoryText.random(devices: Int.random(in: 0...300, using: &generator), in: &generator)
        let files = text.files(Int.random(in: 1...9, using: &generator), in: &generator)
        #expect(Inspection(files).lines.prefix(20) == [], "\(generator)")
    }

    @Test("the order in which files are read changes nothing", arguments: 1...5)
    func fileOrder(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let files = Self.broken.files(5, in: &generator)
        let lines = Inspection(files).lines
        #expect(!lines.isEmpty)
        #expect(Inspection(files.shuffled(using: &generator)).lines == lines, "\(generator)")
    }

    @Test("the order of lists and the split into files do not change what is found", arguments: 1...20)
    func listOrder(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var ordered = SeededGenerator(seed: 0)
        let expected = Inspection(Self.broken.files(1, in: &ordered)).identities
        let files = Self.broken.files(Int.random(in: 1...9, using: &generator), in: &generator)
        #expect(expected.count > 25)
        #expect(Inspection(files).identities == expected, "\(generator)")
    }

    /// An inventory in which pairs and triples of objects are at odds with each other.
    private static let broken: InventoryText = {
        var text = InventoryText()
        for name in ["lon1", "lon1", "ams1"] { text.add(.sites, "{name: \(name)}") }
        text.add(.vrfs, "{name: lab}")
        text.add(.subnets, "{prefix: 192.0.2.0/24, name: a, site: lon1, vlan: 7, gateway: 192.0.2.255}")
        text.add(.subnets, "{prefix: 192.0.2.0/24, name: b, site: nowhere}")
        text.add(.subnets, "{prefix: 192.0.2.0/24, vrf: lab}")
        text.add(.subnets, "{prefix: 198.51.100.0/24, site: lon1, vlan: 7, dhcp: {id: 7}, pools: [\(pools)]}")
        text.add(.subnets, "{prefix: 198.51.100.128/25, site: lon1, vlan: 7, dhcp: {id: 7}}")
        text.add(.subnets, "{prefix: 203.0.113.0/24, status: container, zone: nowhere.example, dhcp: {id: 7}}")
        text.add(
            .devices, "{name: a, interfaces: [\(port("eth0", 1, "198.51.100.5")), \(port("eth1", 1, "203.0.113.5"))]}")
        text.add(
            .devices, "{name: b, interfaces: [\(port("eth0", 1, "198.51.100.5")), \(port("eth0", 2, "192.0.2.9"))]}")
        text.add(
            .devices, "{name: b, interfaces: [\(port("eth0", 3, "198.51.100.5")), \(port("eth1", 3, "198.51.100.6"))]}")
        text.add(
            .devices, "{name: c, interfaces: [\(port("eth0", 2, "198.51.100.21")), \(port("eth1", 4, "ff02::1"))]}")
        text.add(.reservations, "{address: 198.51.100.45, name: v}")
        text.add(.reservations, "{range: 198.51.100.4-198.51.100.9, name: r}")
        text.add(.reservations, "{range: 198.51.100.2-198.51.100.5, name: s}")
        text.add(.reservations, "{range: 203.0.113.250-203.0.114.3, name: t}")
        text.add(.waivers, "{rule: none-such, subject: x, reason: y, owner: z, expires: 2020-01-01}")
        return text
    }()

    private static let pools = """
        {name: p, range: 198.51.100.10-198.51.100.30, purpose: static}, \
        {name: q, range: 198.51.100.20-198.51.100.25, purpose: reserved}, \
        {name: r, range: 198.51.100.20-198.51.100.25, purpose: reserved}, \
        {name: s, range: 198.51.100.24-198.51.100.60, purpose: dhcp}, \
        {name: s, range: 198.51.101.0/28, purpose: dhcp}
        """

    private static func port(_ name: String, _ mac: Int, _ address: String) -> String {
        #"{name: \#(name), mac: 02:00:00:00:00:0\#(mac), addresses: ["\#(address)"]}"#
    }
}
