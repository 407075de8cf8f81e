import Addressing
import Changes
import Chronology
import Findings
import Observations
import TestSupport
import Testing

@Suite("Rules about changes")
struct RuleTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        let card: RuleCard
        let example: Example
        let number: Int
        var testDescription: String { "\(card.id) \(number)" }
    }

    private static func samples(_ examples: (RuleCard) -> [Example]) -> [Sample] {
        ChangeRules.all.flatMap { rule in
            examples(rule.card).enumerated().map { Sample(card: rule.card, example: $1, number: $0) }
        }
    }

    private func findings(_ example: Example) throws -> [Finding] {
        let comparison = Comparison(example.before, MarkedText(example.inventory).text)
        let other = Comparison(["inventory/a.yaml": example.before], ["inventory/b.yaml": example.elsewhere])
        return comparison.findings(
            seen: try seen(example.seen), elsewhere: example.elsewhere.isEmpty ? [] : other.foreign("other"))
    }

    /// Reads `ADDRESS VERDICT mac=… name=… last=-2d`, a line an address.
    private func seen(_ text: String) throws -> NetworkState {
        let states = try text.split(separator: "\n").map { line in
            let words = line.split(separator: " ")
            let options = Dictionary(
                uniqueKeysWithValues: words.dropFirst(2).map { word in
                    let parts = word.split(separator: "=", maxSplits: 1)
                    return (String(parts[0]), String(parts[1]))
                })
            let span = try #require(options["last"].flatMap { TimeSpan(String($0.dropFirst())) })
            let moment = Comparison.now + .seconds(-span.seconds)
            let observation = Observation(
                address: try #require(IPAddress(String(words[0]))),
                verdict: try #require(Verdict(rawValue: String(words[1]))), at: moment,
                mac: options["mac"].flatMap { MACAddress($0) }, name: options["name"])
            return AddressState(
                vantage: "lon1", latest: observation, firstSeen: moment, lastSeen: moment, silentSince: nil)
        }
        return NetworkState(addresses: states, runs: [])
    }

    @Test("a rejected example has exactly its finding, at the mark", arguments: samples(\.rejects))
    func rejects(_ sample: Sample) throws {
        let found = try findings(sample.example)
        #expect(found.map(\.rule) == [sample.card.id])
        let place = found.first?.location.map { MarkedText.Place(line: $0.line, column: $0.column) }
        #expect(place == MarkedText(sample.example.inventory).places.first)
    }

    @Test("an accepted example has no finding", arguments: samples(\.accepts))
    func accepts(_ sample: Sample) throws {
        #expect(try findings(sample.example).map(\.message) == [])
    }

    @Test(
        "every rule has a right and a wrong example and stands in its chapter", arguments: ChangeRules.all.map(\.card))
    func complete(_ card: RuleCard) {
        #expect(card.chapter == .change)
        #expect(!card.rejects.isEmpty && !card.accepts.isEmpty)
    }

    @Test("evidence of a live host has its MAC, its name and when it was last seen")
    func evidence() throws {
        let example = try #require(ClaimedAddressInUse.card.rejects.first)
        let evidence = try #require(try findings(example).first?.evidence)
        #expect(evidence.mac == "02:00:5e:00:00:77")
        #expect(evidence.name == "cam3")
        #expect(evidence.lastSeen == "2027-01-13T12:00:00Z")
    }

    @Test("the window is the subnet's own", arguments: [("1d", 0), ("3d", 1)])
    func window(length: String, count: Int) throws {
        let base = "subnets: [{prefix: 192.0.2.0/24, drift: {missing_after: \(length)}}]\n"
        let comparison = Comparison(base, base + "reservations: [{address: 192.0.2.22}]")
        #expect(try comparison.findings(seen: seen("192.0.2.22 alive last=-2d")).count == count)
    }

    @Test("both of two changes learn that they claim the same address, and where")
    func bothLearn() {
        let subnet = ["inventory/net.yaml": "subnets: [{prefix: 192.0.2.0/24}]\n"]
        let one = Comparison(
            subnet, subnet.merging(["inventory/a.yaml": "reservations: [{address: 192.0.2.9, name: a}]\n"]) { $1 })
        let two = Comparison(
            subnet, subnet.merging(["inventory/b.yaml": "\nreservations: [{address: 192.0.2.9, name: b}]\n"]) { $1 })
        let first = one.findings(elsewhere: two.foreign("branch-b"))
        #expect(first.map { "\($0.rule) \($0.subject.id)" } == ["claimed-elsewhere 192.0.2.9"])
        #expect(
            first.first?.related.map { "\($0.location.path):\($0.location.line)" } == ["branch-b:inventory/b.yaml:2"])
        let second = two.findings(elsewhere: one.foreign("branch-a"))
        #expect(
            second.first?.related.map { "\($0.location.path):\($0.location.line)" } == ["branch-a:inventory/a.yaml:1"])
    }

    @Test("a branch on top of this one brings its claims along, which is no conflict")
    func stacked() {
        let base = "subnets: [{prefix: 192.0.2.0/24}]\n"
        let one = Comparison(base, base + "reservations: [{address: 192.0.2.9, name: a}]\n")
        let two = Comparison(
            base, base + "reservations: [{address: 192.0.2.9, name: a}, {address: 192.0.2.10, name: b}]\n")
        #expect(one.findings(elsewhere: two.foreign("next")).isEmpty)
    }

    @Test("an address in a range that another change keeps free is claimed elsewhere; two ranges are not")
    func ranges() {
        let base = "subnets: [{prefix: 192.0.2.0/24}]\n"
        let range = Comparison(base, base + "reservations: [{range: 192.0.2.0-192.0.2.19, name: r}]\n")
        let address = Comparison(base, base + "reservations: [{address: 192.0.2.9, name: a}]\n")
        let other = Comparison(base, base + "reservations: [{range: 192.0.2.5-192.0.2.29, name: s}]\n")
        #expect(address.findings(elsewhere: range.foreign("x")).count == 1)
        #expect(range.findings(elsewhere: address.foreign("x")).count == 1)
        #expect(other.findings(elsewhere: range.foreign("x")).isEmpty)
    }
}
