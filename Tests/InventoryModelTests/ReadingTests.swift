import Addressing
import Findings
import InventoryModel
import Testing

@Suite("what is read")
struct ReadingTests {
    @Test(
        "what YAML 1.1 takes for something else stays text",
        arguments: [
            "no", "off", "y", "null", "~", "1e3", "0x10", "0o17", "1_000", "12:30:45", "2027-01-31", "1.0", ".inf",
            "007",
        ])
    func norway(_ text: String) {
        let reading = Reading("sites: [{name: \(text)}]")
        #expect(reading.messages == [])
        #expect(reading.inventory.sites.map(\.name.value) == [text])
    }

    @Test("a MAC address that looks like a base-60 number is read as one")
    func sexagesimalMAC() {
        let reading = Reading("devices: [{name: a, interfaces: [{name: b, mac: 12:34:56:12:34:56}]}]")
        #expect(reading.inventory.devices.first?.interfaces.first?.mac?.value == MACAddress("12:34:56:12:34:56"))
    }

    @Test("an address stands alone or in a mapping that says more")
    func addressForms() {
        let reading = Reading(
            "devices: [{name: a, interfaces: [{name: b, addresses: [192.0.2.1, {address: 192.0.2.2, role: vip}]}]}]"
        )
        let addresses = reading.inventory.devices.first?.interfaces.first?.addresses ?? []
        #expect(addresses.map(\.address.value.description) == ["192.0.2.1", "192.0.2.2"])
        #expect(addresses.map(\.role) == [nil, .vip])
        #expect(reading.messages == [])
    }

    @Test(
        "dns takes a name, several names or false",
        arguments: [
            ("api", "api"), ("[api, www.example.net]", "api www.example.net"), ("false", "none"),
            (#""false""#, "false"),
        ])
    func publishedNames(_ yaml: String, _ expected: String) {
        let reading = Reading("reservations: [{address: 192.0.2.1, dns: \(yaml)}]")
        let said =
            switch reading.inventory.reservations.first?.dns {
            case .names(let names): names.map(\.value).joined(separator: " ")
            case .some(.none): "none"
            case .derived: "derived"
            case nil: "nothing"
            }
        #expect(said == expected)
        #expect(reading.messages == [])
    }

    @Test("names follow from device and interface unless something is said")
    func derivedNames() {
        let reading = Reading("devices: [{name: a, interfaces: [{name: b, addresses: [192.0.2.1]}]}]")
        guard case .derived? = reading.inventory.devices.first?.interfaces.first?.addresses.first?.dns else {
            Issue.record("not derived")
            return
        }
    }

    @Test("all problems of a file are reported in one run")
    func everythingAtOnce() {
        let reading = Reading(
            """
            sites: [{nam: a}]
            subnets: [{prefix: 1.2.3.4/8, vlan: x, scan: {every: y, probes: [z]}, pools: [{name: p}]}]
            devices: [{name: a, status: b, interfaces: [{name: c, mac: d, addresses: [e, {addres: f}]}]}]
            """)
        #expect(
            reading.faults.map(\.rule.name) == [
                "missing-key", "unknown-key", "invalid-prefix", "wrong-type", "wrong-type", "wrong-type", "missing-key",
                "missing-key", "wrong-type", "invalid-mac", "invalid-address", "missing-key", "unknown-key",
            ])
    }

    @Test("an object that is dropped does not hide the faults of the others, nor its own")
    func droppedObject() {
        let reading = Reading("subnets: [{vlan: x, gateway: y}, {prefix: 192.0.2.0/24, vlan: z}]")
        #expect(reading.faults.count == 4)
        #expect(reading.inventory.subnets.map(\.prefix.value.description) == ["192.0.2.0/24"])
    }

    @Test("a bad item of a list costs that item only")
    func droppedItem() {
        let reading = Reading("devices: [{name: a, interfaces: [{name: b, addresses: [x, 192.0.2.1]}, {mac: y}]}]")
        #expect(reading.inventory.devices.first?.interfaces.map(\.name.value) == ["b"])
        #expect(reading.inventory.devices.first?.interfaces.first?.addresses.count == 1)
    }

    @Test("a prefix with host bits stands for the network meant, so that its hosts are not blamed")
    func intendedPrefix() {
        let reading = Reading("subnets: [{prefix: 192.0.2.1/24}]")
        #expect(reading.inventory.subnets.map(\.prefix.value.description) == ["192.0.2.0/24"])
        #expect(reading.faults.count == 1)
    }

    @Test("an empty file is an inventory without anything", arguments: ["", "# nothing yet\n", "{}", "---\n"])
    func emptyFile(_ text: String) {
        let reading = Reading(text)
        #expect(reading.messages == [])
        #expect(reading.inventory.subnets.isEmpty)
    }
}
