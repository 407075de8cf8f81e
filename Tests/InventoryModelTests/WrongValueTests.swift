import Findings
import InventoryModel
import TestSupport
import Testing

@Suite("values of the wrong kind")
struct WrongValueTests {
    /// A text whose mark stands before a wrong value, and what is said of it.
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let rule: String
        let message: String
        let help: String?

        init(_ text: String, _ rule: String, _ message: String, help: String? = nil) {
            self.text = text
            self.rule = rule
            self.message = message
            self.help = help
        }

        var testDescription: String { text }
    }

    @Test("a wrong value is reported once, at its place, with what is expected", arguments: cases)
    func reported(_ example: Case) {
        let marked = MarkedText(example.text)
        let reading = Reading(marked.text)
        #expect(reading.faults.map(\.rule.name) == [example.rule])
        #expect(reading.messages == [example.message])
        #expect(reading.faults.map(\.help) == [example.help])
        #expect(reading.places == marked.places)
    }

    private static func subnet(_ fields: String) -> String { "subnets: [{prefix: 192.0.2.0/24, \(fields)}]" }

    private static func address(_ value: String) -> String {
        "devices: [{name: a, interfaces: [{name: b, addresses: [\(value)]}]}]"
    }

    static let cases = texts + numbers + words + addresses + times + collections

    private static let texts: [Case] = [
        Case(subnet("name: ↓[a]"), "wrong-type", "'name' takes text, not a list"),
        Case(subnet("name: ↓{a: b}"), "wrong-type", "'name' takes text, not a mapping"),
        Case("subnets:\n  - prefix: 192.0.2.0/24\n    name:↓", "wrong-type", "'name' takes text, not nothing"),
        Case(
            subnet("zone: ↓a b"), "invalid-hostname",
            "'a b' has a space or control character, which names may not contain"),
    ]

    private static let numbers: [Case] = [
        Case(subnet("vlan: ↓0"), "wrong-type", "'vlan' takes a whole decimal number from 1 to 4094, not '0'"),
        Case(subnet("vlan: ↓4095"), "wrong-type", "'vlan' takes a whole decimal number from 1 to 4094, not '4095'"),
        Case(subnet("vlan: ↓0x10"), "wrong-type", "'vlan' takes a whole decimal number from 1 to 4094, not '0x10'"),
        Case(subnet("vlan: ↓1e3"), "wrong-type", "'vlan' takes a whole decimal number from 1 to 4094, not '1e3'"),
        Case(subnet("vlan: ↓012"), "wrong-type", "'vlan' takes a whole decimal number from 1 to 4094, not '012'"),
        Case(subnet("vlan: ↓1_0"), "wrong-type", "'vlan' takes a whole decimal number from 1 to 4094, not '1_0'"),
        Case(subnet("vlan: ↓+7"), "wrong-type", "'vlan' takes a whole decimal number from 1 to 4094, not '+7'"),
        Case(subnet("vlan: ↓7.0"), "wrong-type", "'vlan' takes a whole decimal number from 1 to 4094, not '7.0'"),
        Case(
            subnet("vlan: ↓99999999999999999999"), "wrong-type",
            "'vlan' takes a whole decimal number from 1 to 4094, not '99999999999999999999'"),
        Case(
            subnet(#"vlan: ↓"7""#), "wrong-type", "'vlan' takes a whole decimal number from 1 to 4094, not '7'",
            help: "write it without quotes"),
    ]

    private static let words: [Case] = [
        Case(
            subnet("scan: {enabled: ↓yes}"), "wrong-type", "'enabled' takes true or false, not 'yes'",
            help: "write true, without quotes"),
        Case(
            subnet(#"scan: {enabled: ↓"false"}"#), "wrong-type", "'enabled' takes true or false, not 'false'",
            help: "write false, without quotes"),
        Case(subnet("scan: {enabled: ↓1}"), "wrong-type", "'enabled' takes true or false, not '1'"),
        Case(
            subnet("status: ↓actve"), "wrong-type",
            "'status' takes one of active, container, reserved, deprecated, not 'actve'", help: "did you mean 'active'?"
        ),
        Case(
            address("{address: 192.0.2.1, role: ↓boss}"), "wrong-type",
            "'role' takes one of vip, anycast, vrrp, hsrp, glbp, carp, not 'boss'"),
        Case(
            subnet("scan: {probes: [icmp, ↓tcp/0]}"), "wrong-type",
            "'probes' takes a probe: arp, ndp, icmp, tcp/PORT or udp/PORT, not 'tcp/0'"),
        Case(
            "devices: [{name: a, services: [↓ssh]}]", "wrong-type",
            "'services' takes a service such as tcp/22 or udp/53, not 'ssh'"),
        Case(
            "zones: [{name: example.net, serial: ↓fixed:0}]", "wrong-type",
            "'serial' takes date, unixtime, git, increment or fixed:N, not 'fixed:0'"),
    ]

    private static let addresses: [Case] = [
        Case(address("↓1.2.3"), "invalid-address", "'1.2.3' has 3 of the four octets of an IPv4 address"),
        Case(
            address("↓010.1.1.1"), "invalid-address",
            "octet '010' has a leading zero, which some software reads as octal"),
        Case(
            address("{address: ↓192.0.2.1/24}"), "invalid-address",
            "an address has no mask here: it is that of its subnet", help: "did you mean 192.0.2.1?"),
        Case(address("↓[192.0.2.1]"), "wrong-type", "'addresses' takes an IP address, not a list"),
        Case("subnets: [{prefix: ↓192.0.2.0}]", "invalid-prefix", "'192.0.2.0' has no prefix length"),
        Case("subnets: [{prefix: ↓192.0.2.0/33}]", "invalid-prefix", "prefix length /33 is above /32"),
        Case(
            "subnets: [{prefix: ↓192.0.2.1/24}]", "invalid-prefix", "'192.0.2.1/24' has host bits set",
            help: "did you mean 192.0.2.0/24?"),
        Case(
            "reservations: [{range: ↓192.0.2.9-}]", "invalid-range",
            "'192.0.2.9-' has no last address; write FIRST-LAST, or one address alone"),
        Case(
            "reservations: [{range: ↓-192.0.2.9}]", "invalid-range",
            "'-192.0.2.9' has no first address; write FIRST-LAST, or one address alone"),
        Case("devices: [{name: ↓''}]", "wrong-type", "'name' takes text, not an empty text"),
        Case(
            "settings: {dns: {ttl: ↓99999999999999999999w}}", "wrong-type",
            "'ttl' takes a duration of at most 100 years, not '99999999999999999999w'"),
        Case(
            "reservations: [{range: ↓192.0.2.9-192.0.2.2}]", "invalid-range", "'192.0.2.9-192.0.2.2' runs backwards",
            help: "did you mean 192.0.2.2-192.0.2.9?"),
        Case(
            "devices: [{name: a, interfaces: [{name: b, mac: ↓02:00:5e}]}]", "invalid-mac",
            "'02:00:5e' is not a MAC address; write it like 02:00:5e:10:00:01"),
    ]

    private static let times: [Case] = [
        Case(
            subnet("scan: {every: ↓1.5h}"), "wrong-type",
            "'every' takes a duration such as 90s, 15m, 12h, 7d or 4w, not '1.5h'"),
        Case(
            address("{address: 192.0.2.1, expires: ↓2027-02-29}"), "wrong-type",
            "'expires' takes a date such as 2027-01-31, not '2027-02-29'"),
    ]

    private static let collections: [Case] = [
        Case(
            "↓just text", "wrong-type",
            "a document is a mapping with keys such as 'subnets' and 'devices', not 'just text'"),
        Case("↓[]", "wrong-type", "a document is a mapping with keys such as 'subnets' and 'devices', not a list"),
        Case("sites: ↓{}", "wrong-type", "'sites' takes a list, not a mapping"),
        Case("sites: [↓lon1]", "wrong-type", "'sites' takes a mapping that describes a site, not 'lon1'"),
        Case("settings: ↓[]", "wrong-type", "'settings' takes a mapping that describes a settings block, not a list"),
        Case(
            address("{address: 192.0.2.1, dns: ↓[]}"), "wrong-type",
            "'dns' takes a name, a list of names, or false, not a list"),
    ]
}
