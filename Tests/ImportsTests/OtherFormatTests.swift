import Findings
import Imports
import InventoryModel
import Testing

@Suite("Files of other programs")
struct OtherFormatTests {
    @Test("a hosts file: the short name is the device's, the long ones are published")
    func hosts() {
        let imported = Imported([
            (
                "hosts",
                """
                127.0.0.1 localhost
                # servers
                192.0.2.10\tnas.example.net nas  # cellar
                2001:db8::10  nas.example.net nas
                192.0.2.11 -bad-

                """
            )
        ])
        #expect(
            imported.remarks() == [
                "1: 127.0.0.1 means the machine itself or a group: left out",
                "5: name: '-bad-' cannot name a host: use letters, digits and inner hyphens",
            ])
        #expect(
            imported.yaml == """
                devices:
                  - name: nas
                    interfaces:
                      - name: eth0
                        addresses:
                          - {address: 192.0.2.10, dns: [nas.example.net]}
                      - name: eth1
                        addresses:
                          - {address: "2001:db8::10", dns: [nas.example.net]}

                """)
    }

    @Test("dnsmasq's reservations and ranges, and what else is in its configuration")
    func dnsmasq() {
        let imported = Imported([
            (
                "dnsmasq.conf",
                """
                dhcp-range=192.0.2.100,192.0.2.199,255.255.255.0,12h
                dhcp-host=02:00:5e:10:00:01,192.0.2.10,nas
                dhcp-host=02:00:5e:10:00:02,[2001:db8::5],tv
                server=192.0.2.1

                """
            )
        ])
        #expect(imported.remarks() == ["4: 'server' has no place in an inventory: left out"])
        #expect(
            imported.yaml == """
                subnets:
                  - prefix: 192.0.2.0/24
                    dhcp: {lease: 12h}
                    pools:
                      - {name: dhcp-192.0.2.100, range: 192.0.2.100-192.0.2.199, purpose: dhcp}

                devices:
                  - name: nas
                    interfaces:
                      - {name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.10]}
                  - name: tv
                    interfaces:
                      - {name: eth0, mac: 02:00:5e:10:00:02, addresses: ["2001:db8::5"]}

                """)
    }

    @Test(
        "what dnsmasq knows a host by is carried where it is a MAC or a DUID, and said otherwise, as is all else",
        arguments: [
            ("id:00:03:00:01:02:00:5e:10:00:01,[2001:db8::5],a", #"duid: "00:03:00:01:02:00:5e:10:00:01""#, nil),
            ("id:01:02:00:5e:10:00:01,192.0.2.10,a", "mac: 02:00:5e:10:00:01", nil),
            ("02:00:5e:10:00:01,id:01:02:00:5e:10:00:01,192.0.2.10,a", "mac: 02:00:5e:10:00:01", nil),
            ("02:00:5e:10:00:01,id:*,192.0.2.10,a", "mac: 02:00:5e:10:00:01", nil),
            ("id:*,192.0.2.10,a", "{name: eth0, addresses: [192.0.2.10]}", "192.0.2.10: left out: id:*"),
            ("id:nas,192.0.2.10,a", "{name: eth0, addresses: [192.0.2.10]}", "192.0.2.10: left out: id:nas"),
            (
                "02:00:5e:10:00:01,id:ff:01:02:03,192.0.2.10,a", "mac: 02:00:5e:10:00:01",
                "192.0.2.10: left out: id:ff:01:02:03"
            ),
            ("02:00:5e:10:00:01,set:red,tag:blue,192.0.2.10,a", "mac:", "192.0.2.10: left out: set:red, tag:blue"),
            (
                "02:00:5e:10:00:01,192.0.2.10,a,12h", "mac:",
                "192.0.2.10: left out: 12h: leases last as long in a whole subnet"
            ),
            (
                "02:00:5e:10:00:01,192.0.2.10,a,infinite", "mac:",
                "192.0.2.10: left out: infinite: leases last as long in a whole subnet"
            ),
            ("02:00:5e:10:00:01,192.0.2.10,d", "name: d", nil),
            ("02:00:5e:10:00:01,[::5],192.0.2.10,a", "addresses: [192.0.2.10]", "192.0.2.10: left out: [::5]"),
            ("02:00:5e:10:00:01,ignore", "", "the line gives a host nothing, which no inventory says: left out"),
            (
                "02:00:5e:10:00:01,192.0.2.10,ignore", "",
                "the line gives a host nothing, which no inventory says: left out"
            ),
        ])
    func dnsmasqHost(words: String, written: String, remark: String?) {
        let imported = Imported([("dnsmasq.conf", "dhcp-host=\(words)\n")])
        #expect(imported.remarks() == [remark].compactMap { $0.map { "1: \($0)" } })
        #expect(written.isEmpty ? imported.draft.devices.isEmpty : imported.yaml.contains(written), "\(imported.yaml)")
    }

    @Test(
        "dnsmasq's ranges say subnet, pool and lease, and what else is in them is said",
        arguments: [
            ("set:a,192.0.2.0,static,255.255.255.0,3600", "prefix: 192.0.2.0/24\n    dhcp: {lease: 1h}\n", nil),
            ("2001:db8::,static,64,12h", "prefix: \"2001:db8::/64\"\n    dhcp: {lease: 12h}\n", nil),
            ("192.0.2.9,192.0.2.20,255.255.255.128,192.0.2.127,2h", "range: 192.0.2.9-192.0.2.20", nil),
            ("2001:db8::9,2001:db8::20,slaac,64,2h", "2001:db8::/64", "2001:db8::/64: left out: slaac"),
            ("192.0.2.9,192.0.2.20,255.255.255.0,infinite", "192.0.2.0/24", "192.0.2.0/24: left out: infinite"),
            ("192.0.2.9,192.0.2.20", "192.0.2.0/24", "the line has no mask: the subnet is taken for 192.0.2.0/24"),
            ("::,constructor:eth0,ra-only", "", "the line names no range of addresses: left out"),
            ("192.0.2.20,192.0.2.9", "", "the line names no range of addresses: left out"),
        ])
    func dnsmasqRange(words: String, written: String, remark: String?) {
        let imported = Imported([("dnsmasq.conf", "dhcp-range=\(words)\n")])
        #expect(imported.remarks() == [remark].compactMap { $0.map { "1: \($0)" } })
        #expect(written.isEmpty ? imported.draft.subnets.isEmpty : imported.yaml.contains(written), "\(imported.yaml)")
    }

    @Test("dnsmasq's file of hosts, whose lines go without `dhcp-host=`")
    func dnsmasqHosts() {
        let imported = Imported(
            [("hosts", "# printers\n02:00:5e:10:00:01,192.0.2.10,nas\n192.0.2.11,tv\n")], from: "dnsmasq")
        #expect(imported.remarks() == [])
        #expect(imported.draft.devices.map(\.name) == ["nas", "tv"])
    }

    @Test("Kea's configuration, with its comments and trailing commas")
    func kea() {
        let imported = Imported([
            (
                "kea.conf",
                """
                {"Dhcp4": { // the old server
                  "subnet4": [{"id": 7, "subnet": "192.0.2.0/24", "valid-lifetime": 43200, # half a day
                    "pools": [{"pool": "192.0.2.100 - 192.0.2.199"}],
                    "option-data": [{"name": "routers", "data": "192.0.2.1"}], /* by hand */
                    "reservations": [
                      {"hw-address": "02:00:5e:10:00:01", "ip-address": "192.0.2.10", "hostname": "a//b"},
                      {"client-id": "01", "ip-address": "192.0.2.300", "hostname": "tv"},
                      {"duid": "00:01", "ip-address": "192.0.2.12", "hostname": "cam"},
                    ]}]}}
                """
            )
        ])
        #expect(imported.remarks().first == "3: ip-address: octet '300' is above 255", "\(imported.remarks())")
        #expect(imported.remarks().last == "4: duid: 192.0.2.12: left out: here a MAC address tells clients apart")
        #expect(imported.yaml.contains("gateway: 192.0.2.1\n    dhcp: {id: 7, lease: 12h}"), "\(imported.yaml)")
        #expect(imported.draft.devices.map(\.name) == ["a//b", "cam"])
        #expect(
            imported.remarks().count == 2
                && imported.draft.remarks.map { imported.draft.rowNames[0]?.title(of: $0.origin) }
                    == ["reservation 2 of subnet 192.0.2.0/24", "reservation 3 of subnet 192.0.2.0/24"]
        )
    }

    @Test(
        "a client that Kea knows by its DUID is known by that, in whatever form it is written",
        arguments: ["00:03:00:01:02:00:5e:10:00:01", "0003000102005e100001", "0x0003000102005E100001"])
    func duid(text: String) {
        let imported = Imported([
            (
                "kea.conf",
                """
                {"Dhcp6": {"subnet6": [{"id": 7, "subnet": "2001:db8::/64", "reservations": [
                  {"duid": "\(text)", "ip-addresses": ["2001:db8::1"], "hostname": "tv"},
                  {"duid": "'tv'", "ip-addresses": ["2001:db8::2"], "hostname": "cam"}]}]}}
                """
            )
        ])
        #expect(
            imported.yaml.contains(
                "{name: eth0, duid: \"00:03:00:01:02:00:5e:10:00:01\", addresses: [\"2001:db8::1\"]}"),
            "\(imported.yaml)")
        #expect(imported.reading.faults.map(\.message) == [])
        #expect(imported.remarks().count == 1 && imported.remarks()[0].hasPrefix("3: duid: ''tv'' is not a DUID"))
    }

    @Test("what others keep beside what Kea needs is left alone, but for comments")
    func contexts() {
        let subnets = ["{\"comment\": \"the old lab\", \"x\": 1}", "[1]", "{\"ipam\": 7}"].enumerated().map {
            number, context in
            "{\"id\": \(number + 1), \"subnet\": \"10.0.\(number).0/24\", \"user-context\": \(context)}"
        }
        let imported = Imported([("kea.conf", "{\"Dhcp4\": {\"subnet4\": [\(subnets.joined(separator: ", "))]}}")])
        #expect(imported.remarks() == [])
        #expect(imported.draft.subnets.map(\.description) == ["the old lab", nil, nil])
        #expect(imported.draft.subnets.map(\.name) == [nil, nil, nil])
    }

    @Test("names with letters beyond ASCII are read as an inventory has them")
    func internationalNames() {
        let imported = Imported(
            [("hosts", "192.0.2.1 küche.example.net küche\n192.0.2.2 a☃.example.net\n")], from: "hosts")
        #expect(
            imported.remarks() == [
                "2: name: 'a☃.example.net' cannot name a host: use letters, digits and inner hyphens"
            ])
        #expect(imported.yaml.contains("dns: [küche.example.net]"), "\(imported.yaml)")
        #expect(imported.reading.faults.map(\.message) == [])
    }

    @Test("Infoblox's lines, each kind by its own header")
    func infoblox() {
        let imported = Imported([
            (
                "infoblox.csv",
                """
                Header-Network,address*,netmask*,comment,EA-Site
                network,192.0.2.0,255.255.255.0,Servers,lon1
                Header-DhcpRange,start_address*,end_address*,name
                dhcprange,192.0.2.100,192.0.2.199,leases
                Header-FixedAddress,ip_address*,mac_address,name
                fixedaddress,192.0.2.10,02:00:5e:10:00:01,nas
                arecord,x

                """
            )
        ])
        #expect(
            imported.remarks() == [
                "2: 192.0.2.0/24: left out, since an inventory has no place for it: ea_site 'lon1'",
                "7: no line 'Header-arecord' says what the columns are",
            ])
        #expect(imported.yaml.contains("{name: leases, range: 192.0.2.100-192.0.2.199, purpose: dhcp}"))
        #expect(imported.yaml.contains("{name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.10]}"))
    }

    @Test("nmap's living hosts, by their names if those can be names")
    func nmap() {
        let imported = Imported([
            (
                "scan.xml",
                """
                <nmaprun scanner="nmap" start="1795345200">
                <host endtime="1795345200"><status state="up" reason="arp-response"/>
                <address addr="192.0.2.9" addrtype="ipv4"/><address addr="02:00:5E:10:00:09" addrtype="mac"/>
                <hostnames><hostname name="nas.example.net" type="PTR"/></hostnames>
                <ports><port protocol="tcp" portid="22"><state state="open" reason="syn-ack"/></port></ports></host>
                <host endtime="1795345200"><status state="up" reason="echo-reply"/><address addr="192.0.2.8" addrtype="ipv4"/>
                <hostnames><hostname name="x; rm -rf" type="PTR"/></hostnames></host>
                <host endtime="1795345200"><status state="down" reason="no-response"/><address addr="192.0.2.7" addrtype="ipv4"/></host>
                <runstats><finished time="1795345200" exit="success"/></runstats></nmaprun>
                """
            )
        ])
        #expect(imported.remarks() == [])
        #expect(
            imported.yaml == """
                devices:
                  - name: nas.example.net
                    services: [tcp/22]
                    interfaces:
                      - name: eth0
                        mac: 02:00:5e:10:00:09
                        addresses:
                          - {address: 192.0.2.9, dns: [nas.example.net]}

                reservations:
                  - {address: 192.0.2.8, description: found by a scan}

                """, "\(imported.yaml)")
        let titles = imported.draft.reservations.map { imported.draft.rowNames[0]?.title(of: $0.origin) }
        #expect(titles == ["host 192.0.2.8"])
    }
}
