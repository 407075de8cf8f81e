import Chronology
import Findings
import Testing

@Suite("what waivers cover")
struct WaiverTests {
    private static let today = CalendarDate(daysSinceEpoch: 20_000)

    private static func waiver(_ subject: String, rule: String = "unclaimed-address") -> Waiver {
        let span = SourceSpan(file: 0, start: 0, end: 0)
        return Waiver(
            rule: Located(rule, at: span), subject: Located(subject, at: span), reason: "r", owner: "o",
            expires: Located(today, at: span), span: span)
    }

    private static func finding(_ kind: Subject.Kind, _ id: String, mac: String? = nil) -> Finding {
        Finding(
            rule: "unclaimed-address", severity: .warning, message: "m", location: nil, subject: Subject(kind, id),
            evidence: mac.map { Evidence(verdict: "alive", vantage: "v", mac: $0) })
    }

    private func isCovered(_ finding: Finding, by subject: String) -> Bool {
        let list = FindingList([finding], waivers: [Self.waiver(subject)], today: Self.today) { subject in
            subject == Subject(.address, "192.0.2.7") ? ["db1"] : []
        }
        return list.open.isEmpty
    }

    @Test("an address is meant however it is written", arguments: ["2001:db8::7", "2001:DB8::7", "2001:db8:0:0::0007"])
    func spelling(subject: String) {
        #expect(isCovered(Self.finding(.address, "2001:db8::7"), by: subject))
    }

    @Test("a prefix or range covers what lies in it, and not what it lies in")
    func prefixes() {
        for subject in ["192.0.2.0/24", "192.0.2.0/29", "192.0.2.1-192.0.2.7"] {
            #expect(isCovered(Self.finding(.address, "192.0.2.7"), by: subject))
            #expect(isCovered(Self.finding(.range, "192.0.2.2-192.0.2.6"), by: subject))
            #expect(!isCovered(Self.finding(.address, "198.51.100.7"), by: subject))
            #expect(!isCovered(Self.finding(.prefix, "192.0.0.0/16"), by: subject))
        }
    }

    @Test("an address in one VRF is not the same address in another")
    func domains() {
        let inLab = Self.finding(.address, "lab/192.0.2.7")
        #expect(isCovered(inLab, by: "lab/192.0.2.7"))
        #expect(isCovered(inLab, by: "lab/192.0.2.0/24"))
        #expect(!isCovered(inLab, by: "192.0.2.7"))
        #expect(!isCovered(Self.finding(.address, "192.0.2.7"), by: "lab/192.0.2.0/24"))
    }

    @Test("a MAC covers findings about it, and addresses at which it was seen")
    func hardwareAddresses() {
        #expect(isCovered(Self.finding(.mac, "02:00:5e:10:00:0a"), by: "02-00-5E-10-00-0A"))
        #expect(isCovered(Self.finding(.address, "192.0.2.9", mac: "02:00:5e:10:00:0a"), by: "02:00:5e:10:00:0a"))
        #expect(!isCovered(Self.finding(.address, "192.0.2.9", mac: "02:00:5e:10:00:0b"), by: "02:00:5e:10:00:0a"))
    }

    @Test("a device covers itself, its interfaces and its addresses")
    func devices() {
        #expect(isCovered(Self.finding(.device, "db1"), by: "db1"))
        #expect(isCovered(Self.finding(.interface, "db1/eth0"), by: "db1"))
        #expect(isCovered(Self.finding(.address, "192.0.2.7"), by: "db1"))
        #expect(!isCovered(Self.finding(.interface, "db11/eth0"), by: "db1"))
        #expect(!isCovered(Self.finding(.address, "192.0.2.8"), by: "db1"))
    }

    @Test("a zone covers the names in it", arguments: ["example.net", "example.net.", "Example.NET"])
    func zones(subject: String) {
        #expect(isCovered(Self.finding(.zone, "example.net"), by: subject))
        #expect(isCovered(Self.finding(.record, "www.example.net"), by: subject))
        #expect(!isCovered(Self.finding(.record, "www.other-example.net"), by: subject))
        #expect(!isCovered(Self.finding(.device, "www.example.net"), by: subject))
    }

    @Test("a waiver is used if it covers anything, even if another one covers it first")
    func unused() {
        let waivers = ["192.0.2.7", "192.0.2.0/24", "198.51.100.0/24"].map { Self.waiver($0) }
        let list = FindingList([Self.finding(.address, "192.0.2.7")], waivers: waivers, today: Self.today)
        #expect(list.unusedWaivers.map(\.subject.value) == ["198.51.100.0/24"])
    }

    @Test("an expired waiver is neither used nor unused")
    func expired() {
        let tomorrow = CalendarDate(daysSinceEpoch: Self.today.daysSinceEpoch + 1)
        let list = FindingList([], waivers: [Self.waiver("192.0.2.7")], today: tomorrow)
        #expect(list.unusedWaivers.isEmpty)
    }

    @Test("findings that are added stand in their places, with fingerprints of their own")
    func adding() {
        let finding = Self.finding(.address, "192.0.2.7")
        let list = FindingList([finding, finding], waivers: [Self.waiver("192.0.2.7")], today: Self.today)
            .adding([Self.finding(.address, "192.0.2.6"), Self.finding(.address, "192.0.2.6")])
        #expect(list.all.map(\.subject.id) == ["192.0.2.6", "192.0.2.6", "192.0.2.7", "192.0.2.7"])
        #expect(Set(list.all.map(\.fingerprint)).count == 4)
        #expect(list.waived.count == 2)
    }
}
