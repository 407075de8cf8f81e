import Findings
import InventoryModel
import TestSupport
import Testing

@Suite("keys that are missing or unknown")
struct KeyTests {
    @Test("a misspelt key is reported with the nearest valid one")
    func misspeltKey() {
        let marked = MarkedText("subnets: [{prefix: 192.0.2.0/24, ↓gatway: 192.0.2.1}]")
        let reading = Reading(marked.text)
        #expect(reading.messages == ["a subnet has no key 'gatway'"])
        #expect(reading.faults.map(\.help) == ["did you mean 'gateway'?"])
        #expect(reading.places == marked.places)
    }

    @Test("a key that resembles none is reported with all valid ones")
    func strangeKey() {
        let reading = Reading("sites: [{name: lon1, zzz: 1}]")
        #expect(reading.faults.map(\.help) == ["the keys are name, description"])
    }

    @Test("an unknown key does not cost the object that it stands in")
    func objectIsKept() {
        #expect(Reading("sites: [{name: lon1, zzz: 1}]").inventory.sites.map(\.name.value) == ["lon1"])
    }

    @Test("a missing key is reported at the first key of its object")
    func missingKey() {
        let marked = MarkedText("devices: [{name: a, interfaces: [{↓mac: 02:00:5e:10:00:01}]}]")
        let reading = Reading(marked.text)
        #expect(reading.messages == ["an interface needs 'name'"])
        #expect(reading.places == marked.places)
    }

    @Test("each of several missing keys is reported")
    func severalMissingKeys() {
        #expect(
            Reading("waivers: [{rule: a, owner: b}]").messages == [
                "a waiver needs 'subject'", "a waiver needs 'reason'", "a waiver needs 'expires'",
            ])
    }

    @Test("a reservation takes an address or a range, not neither and not both")
    func oneOfTwoKeys() {
        let reading = Reading("reservations: [{name: a}, {address: 192.0.2.1, range: 192.0.2.1}]")
        #expect(
            reading.messages == [
                "a reservation needs 'address' or 'range', and this one has neither",
                "a reservation needs 'address' or 'range', and this one has both 'address' and 'range'",
            ])
        #expect(reading.inventory.reservations.isEmpty)
    }

    @Test("a malformed address is not also called missing")
    func malformedIsNotMissing() {
        #expect(Reading("reservations: [{address: 1.2.3}]").faults.map(\.rule.name) == ["invalid-address"])
    }

    @Test("settings may stand in one place only")
    func settingsTwice() {
        #expect(Reading("settings: {}\nsettings: {}").faults.map(\.rule.name) == ["duplicate-key"])
    }
}
