import Findings
import TestSupport
import Testing

@Suite("a broken inventory")
struct BrokenInventoryTests {
    @Test("all faults of all files are reported at once, each at its place")
    func everythingAtOnce() {
        #expect(inspection.lines == Self.expected)
    }

    @Test("every place that is pointed at is a mark in the text, and the other way round")
    func places() {
        let marks = Self.files.flatMap { path, text in MarkedText(text).places.map { "\(path):\($0)" } }
        let found = inspection.list.all.compactMap(\.location).map { "\($0.path):\($0.line):\($0.column)" }
        #expect(Set(found) == Set(marks))
    }

    private let inspection = Inspection(files.map { ($0.path, MarkedText($0.text).text) })

    private static let files = [
        (path: "sites/lon1.yaml", text: lon1), (path: "all.yaml", text: all),
    ]

    private static let all = """
        settings: {name: broken, ↓nmae: x}
        sites:
          - name: lon1
          - name: ↓lon1
          - ↓nam: ams1
        waivers:
          - {rule: ↓duplicate-adress, subject: 192.0.2.7, reason: moves, owner: ops, expires: 2027-03-31}
          - {rule: duplicate-address, subject: 192.0.2.7, reason: moves, owner: ops, expires: ↓2026-10-31}
          - {rule: duplicate-address, subject: 192.0.2.8, reason: moves, owner: ops, expires: ↓2028-10-31}
        vrfs: [{name: lab, ↓name: lab2}]
        ↓subents: []
        """

    private static let lon1 = """
        # Übersicht
        settings: ↓{name: again}
        subnets:
          - {prefix: ↓192.0.2.1/24, name: häuser, site: ↓lno1, vlan: 7, gateway: ↓192.0.3.1}
          - {prefix: 192.0.2.128/25, vlan: ↓5000, vrf: ↓lap, zone: ↓example.net}
          - {prefix: ↓192.0.2.192/26, site: lon1, status: ↓actve, dhcp: {id: 7}}
          - prefix: 198.51.100.0/24
            site: lon1
            vlan: 7
            dhcp: {id: ↓7, lease: ↓12}
            scan: {enabled: ↓no, probes: [icmp, ↓ping]}
            pools:
              - {name: leases, range: ↓198.51.100.128-198.51.100.255, purpose: dhcp}
              - {name: spare, range: ↓198.51.100.200-198.51.101.10, purpose: reserved}
              - {name: back, range: ↓198.51.100.9-198.51.100.2, purpose: static}
        devices:
          - name: printer
            interfaces:
              - {name: eth0, mac: 02:00:5e:10:00:01, addresses: [↓192.0.2.7, ↓192.0.2.300]}
              - {name: ↓eth0, addresses: [↓198.51.100.130, ↓010.1.1.1, ↓"::ffff:192.0.2.1"]}
          - name: scanner
            interfaces:
              - {name: "häß", mac: ↓02:00:5e:10:00:01, addresses: [↓192.0.2.7, ↓172.16.0.1]}
              - {name: eth1, mac: ↓02-00-5e-10:00:01, addresses: [↓192.0.2.0]}
              - {↓addresses: [↓"fe80::1%eth0", {↓dns: ↓a..b}]}
        reservations:
          - {↓name: nothing}
          - {↓address: 198.51.100.201, range: 198.51.100.201}
          - {range: 192.0.2.4-192.0.2.9, name: next-year}
          - {address: ↓224.0.0.251}
        """

    private static let expected = """
        all.yaml:1:26 unknown-key a settings block has no key 'nmae'
        all.yaml:4:11 duplicate-name another site is named 'lon1'
        all.yaml:5:5 missing-key a site needs 'name'
        all.yaml:5:5 unknown-key a site has no key 'nam'
        all.yaml:7:12 unknown-rule no rule is named 'duplicate-adress'
        all.yaml:8:87 expired-waiver the waiver of duplicate-address for 192.0.2.7 expired on 2026-10-31
        all.yaml:9:87 waiver-too-long the waiver of duplicate-address for 192.0.2.8 holds for 730 more days
        all.yaml:10:20 duplicate-key the key 'name' is in this mapping already
        all.yaml:11:1 unknown-key a document has no key 'subents'
        sites/lon1.yaml:2:11 duplicate-key 'settings' may stand in one file only
        sites/lon1.yaml:4:14 invalid-prefix '192.0.2.1/24' has host bits set
        sites/lon1.yaml:4:48 unknown-site no site is named 'lno1'
        sites/lon1.yaml:4:72 gateway-outside-subnet gateway 192.0.3.1 is not in 192.0.2.0/24
        sites/lon1.yaml:5:36 wrong-type 'vlan' takes a whole decimal number from 1 to 4094, not '5000'
        sites/lon1.yaml:5:47 unknown-vrf no vrf is named 'lap'
        sites/lon1.yaml:5:58 unknown-zone no declared zone holds 'example.net'
        sites/lon1.yaml:6:14 overlapping-subnets 192.0.2.192/26 lies inside 192.0.2.0/24, which is not a container
        sites/lon1.yaml:6:50 wrong-type 'status' takes one of active, container, reserved, deprecated, not 'actve'
        sites/lon1.yaml:10:16 duplicate-dhcp-id DHCP subnet id 7 already belongs to 192.0.2.192/26
        sites/lon1.yaml:10:26 wrong-type 'lease' takes a duration such as 90s, 15m, 12h, 7d or 4w, not '12'
        sites/lon1.yaml:11:21 wrong-type 'enabled' takes true or false, not 'no'
        sites/lon1.yaml:11:40 wrong-type 'probes' takes a probe: arp, ndp, icmp, tcp/PORT or udp/PORT, not 'ping'
        sites/lon1.yaml:13:31 network-or-broadcast-address dhcp pool 'leases' holds 198.51.100.255, the broadcast address of 198.51.100.0/24
        sites/lon1.yaml:14:30 overlapping-pools pool 'spare' (198.51.100.200-198.51.101.10) overlaps pool 'leases' (198.51.100.128-198.51.100.255)
        sites/lon1.yaml:14:30 pool-outside-subnet pool 'spare' (198.51.100.200-198.51.101.10) goes beyond its subnet 198.51.100.0/24
        sites/lon1.yaml:15:29 invalid-range '198.51.100.9-198.51.100.2' runs backwards
        sites/lon1.yaml:19:58 address-in-reservation 192.0.2.7 is in reservation 'next-year' (192.0.2.4-192.0.2.9)
        sites/lon1.yaml:19:69 invalid-address octet '300' is above 255
        sites/lon1.yaml:20:16 duplicate-name another interface of 'printer' is named 'eth0'
        sites/lon1.yaml:20:34 address-in-dhcp-pool 198.51.100.130 is in dhcp pool 'leases' (198.51.100.128-198.51.100.255), and interface 'eth0' has no MAC to reserve it by
        sites/lon1.yaml:20:50 invalid-address octet '010' has a leading zero, which some software reads as octal
        sites/lon1.yaml:20:61 invalid-address '::ffff:192.0.2.1' is an IPv4-mapped address: write it as IPv4
        sites/lon1.yaml:23:28 duplicate-mac 02:00:5e:10:00:01 already belongs to interface 'eth0' of 'printer'
        sites/lon1.yaml:23:59 address-in-reservation 192.0.2.7 is in reservation 'next-year' (192.0.2.4-192.0.2.9)
        sites/lon1.yaml:23:59 duplicate-address 192.0.2.7 already belongs to 'printer'
        sites/lon1.yaml:23:70 address-outside-subnets 172.16.0.1 lies in no declared subnet
        sites/lon1.yaml:24:27 invalid-mac '02-00-5e-10:00:01' is not a MAC address; write it like 02:00:5e:10:00:01
        sites/lon1.yaml:24:58 network-or-broadcast-address 192.0.2.0 is the network address of 192.0.2.0/24
        sites/lon1.yaml:25:10 missing-key an interface needs 'name'
        sites/lon1.yaml:25:22 invalid-address 'fe80::1%eth0' has a zone id, which means something on one machine only
        sites/lon1.yaml:25:39 missing-key an address needs 'address'
        sites/lon1.yaml:25:44 invalid-hostname 'a..b' has an empty label
        sites/lon1.yaml:27:6 missing-key a reservation needs 'address' or 'range', and this one has neither
        sites/lon1.yaml:28:6 missing-key a reservation needs 'address' or 'range', and this one has both 'address' and 'range'
        sites/lon1.yaml:30:15 special-purpose-address 224.0.0.251 is a multicast group (RFC 5771)
        """.split(separator: "\n").map(String.init)
}
