import Addressing
import Findings
import InventoryModel
import Technitium
import TestSupport
import Testing
import ZoneData

@Suite("Plans for a server")
struct PushPlanTests {
    private static let comment = "managed by ipam"

    /// The zone `a.test` of an inventory that declares these records in it.
    private func declared(_ records: String) -> ZoneContent? {
        let text = """
            zones:
              - name: a.test
                nameservers: [ns.other.test]
                records: [\(records)]

            """
        let reading = InventoryReader.read(SourceFiles([SourceFile(path: "a.yaml", bytes: Array(text.utf8))]))
        return ZoneSet(AddressPlan(reading.inventory)).zones.first
    }

    private func there(_ name: String, _ data: RecordData, ours: Bool = true, ttl: UInt32 = 3600) -> ServerRecord {
        ServerRecord(
            name: DomainName(name) ?? .root, type: "\(data.type)", ttl: ttl, data: data,
            comments: ours ? Self.comment : "")
    }

    private func lines(_ records: String, _ existing: [ServerRecord]) throws -> [String] {
        let zone = try #require(declared(records))
        let plan = PushPlan([zone], existing: [zone.name: existing], comment: Self.comment)
        return plan.steps.map { step in
            switch step {
            case .add(let record, _): "+ \(record.owner) \(record.data)"
            case .delete(let record, _): "- \(record.owner) \(record.data)"
            case .replace(let old, let new, _): "~ \(old.owner) \(old.ttl) \(old.data) > \(new.ttl) \(new.data)"
            }
        } + plan.complaints.map { "! \($0.owner) \($0.type)" }
    }

    private func address(_ last: UInt32) throws -> RecordData {
        .address(try IPAddress(parsing: "192.0.2.\(last)"))
    }

    @Test("what is missing is added before what is too much is deleted, and the zone's own NS is the server's")
    func order() throws {
        let existing = [
            there("a.test", .ns(try DomainName(parsing: "server")), ours: false), there("a.a.test", try address(1)),
            there("b.a.test", try address(2)),
        ]
        #expect(
            try lines("{name: b, type: A, values: [192.0.2.3]}", existing) == [
                "+ b.a.test. 192.0.2.3", "- a.a.test. 192.0.2.1", "- b.a.test. 192.0.2.2",
            ])
    }

    @Test("another time to live is given in one step, and so is another target of an alias")
    func replaced() throws {
        let existing = [
            there("a.a.test", try address(1), ttl: 60), there("c.a.test", .cname(try DomainName(parsing: "x.test"))),
        ]
        let records = "{name: a, type: A, values: [192.0.2.1]}, {name: c, type: CNAME, values: [y.test.]}"
        #expect(
            try lines(records, existing) == [
                "~ a.a.test. 60 192.0.2.1 > 3600 192.0.2.1", "~ c.a.test. 3600 x.test. > 3600 y.test.",
            ])
    }

    @Test("where an alias takes the place of addresses, they go first")
    func exchanged() throws {
        let existing = [
            there("a.a.test", try address(1)), there("b.a.test", .cname(try DomainName(parsing: "x.test"))),
        ]
        let records = "{name: a, type: CNAME, values: [x.test.]}, {name: b, type: A, values: [192.0.2.2]}"
        #expect(
            try lines(records, existing) == [
                "- a.a.test. 192.0.2.1", "+ a.a.test. x.test.", "- b.a.test. x.test.", "+ b.a.test. 192.0.2.2",
            ])
    }

    @Test("where others have records of the name and type, nothing is changed, and what is missing is told")
    func foreign() throws {
        let existing = [
            there("a.a.test", try address(9), ours: false), there("a.a.test", try address(8)),
            there("b.a.test", try address(2), ours: false, ttl: 1),
            there("c.a.test", .txt(CharacterStrings(splitting: [[65]])), ours: false),
            there("d.a.test", .cname(try DomainName(parsing: "x.test")), ours: false),
        ]
        let records = """
            {name: a, type: A, values: [192.0.2.1]}, {name: b, type: A, values: [192.0.2.2]},
            {name: c, type: CNAME, values: [x.test.]}, {name: d, type: A, values: [192.0.2.4]}
            """
        #expect(try lines(records, existing) == ["! a.a.test. A", "! c.a.test. CNAME", "! d.a.test. A"])
    }

    @Test("records of an inventory with another name are somebody else's")
    func otherInventories() {
        #expect(Push.comment(for: nil) != Push.comment(for: "home"))
        #expect(Push.comment(for: "office") != Push.comment(for: "home"))
    }

    @Test("PTR records go before addresses, with which a server deletes them unasked")
    func pointers() throws {
        let existing = [there("a.a.test", try address(1)), there("b.a.test", .ptr(try DomainName(parsing: "x.test")))]
        #expect(try lines("", existing) == ["- b.a.test. x.test.", "- a.a.test. 192.0.2.1"])
    }

    @Test("whatever is there, a plan touches no record of others, and afterwards there is nothing left to do")
    func settles() throws {
        for seed in 1...500 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let existing = try random(using: &generator)
            let wanted = try random(using: &generator).filter { $0.data?.type != .cname || $0.name.labels.count > 2 }
            let records = wanted.compactMap { record in
                record.data.map { "{name: \(record.name.relative(to: .root)), type: \($0.type), values: ['\($0)']}" }
            }
            // A zone that servers would refuse is none to push.
            let zone = try #require(declared(records.joined(separator: ", ")), "seed \(seed)")
            let plan = PushPlan([zone], existing: [zone.name: existing], comment: Self.comment)
            let after = apply(plan, to: existing)
            #expect(after.filter { $0.comments != Self.comment } == existing.filter { $0.comments != Self.comment })
            let again = PushPlan([zone], existing: [zone.name: after], comment: Self.comment)
            #expect(again.steps.isEmpty, "seed \(seed): \(again.steps)")
            let missing = zone.records.filter { record in
                record.data.type != .ns && !after.contains { $0.name == record.owner && $0.data == record.data }
            }
            let told = Set(again.complaints.map { "\($0.owner) \($0.type)" })
            #expect(missing.allSatisfy { told.contains("\($0.owner) \($0.data.type)") }, "seed \(seed)")
        }
    }

    private func random(using generator: inout SeededGenerator) throws -> [ServerRecord] {
        var records: [ServerRecord] = []
        var aliases: Set<DomainName> = []
        for _ in 0..<Int.random(in: 0...8, using: &generator) {
            let name = try DomainName(parsing: "\("abcd".randomElement(using: &generator) ?? "a").a.test")
            let isAlias = Int.random(in: 0..<4, using: &generator) == 0
            guard !aliases.contains(name), !isAlias || !records.contains(where: { $0.name == name }) else { continue }
            if isAlias { aliases.insert(name) }
            let data =
                isAlias
                ? RecordData.cname(try DomainName(parsing: "x\(Int.random(in: 0..<2, using: &generator)).test"))
                : try address(UInt32.random(in: 1...4, using: &generator))
            guard !records.contains(where: { $0.name == name && $0.data == data }) else { continue }
            records.append(there("\(name)", data, ours: Bool.random(using: &generator)))
        }
        return records
    }

    private func apply(_ plan: PushPlan, to existing: [ServerRecord]) -> [ServerRecord] {
        var records = existing
        for step in plan.steps {
            switch step {
            case .add(let new, _): records.append(there("\(new.owner)", new.data, ttl: new.ttl))
            case .delete(let old, _): records.removeAll { $0.name == old.owner && $0.data == old.data }
            case .replace(let old, let new, _):
                records.removeAll { $0.name == old.owner && $0.data == old.data }
                records.append(there("\(new.owner)", new.data, ttl: new.ttl))
            }
        }
        return records
    }
}
