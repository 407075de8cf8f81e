import Exports
import Testing

@Suite("octoDNS export")
struct OctoDNSExportTests {
    private func text(_ records: String) throws -> String {
        let fixture = ExportFixture(
            "zones: [{name: example.net, nameservers: [ns.example.org], records: [\(records)]}]")
        #expect(OctoDNSExport().problems(fixture.input) == [])
        let text = try fixture.text(OctoDNSExport())
        let head = """
            ---
            # ipam: zone example.net, written from the inventory, do not edit
            '':
              - ttl: 3600
                type: NS
                values:
                  - ns.example.org.

            """
        #expect(text.hasPrefix(head))
        return String(text.dropFirst(head.count))
    }

    @Test(
        "what octoDNS would make something else of is refused, by its octets and not by how they are written",
        arguments: [
            ("TXT", #"'"\200x\010y"'"#), ("TXT", #"'"a\\b"'"#), ("TXT", #"'"\"a\""'"#), ("TXT", #"'"a\" \"b"'"#),
            ("TXT", "küche"), ("CAA", #"'0 issue "\200x"'"#), ("CAA", #"'0 issue "\"x"'"#), ("TYPE65280", "'\\# 1 00'"),
        ])
    func otherOctets(type: String, value: String) {
        let fixture = ExportFixture(
            "zones: [{name: example.net, nameservers: [ns.example.org], "
                + "records: [{name: a, type: \(type), values: [\(value)]}]}]")
        #expect(
            OctoDNSExport().problems(fixture.input).map(\.reason)
                == ["octoDNS has no way to write this \(type) record"])
    }

    @Test(
        "a text is written whole if octoDNS splits it as it is declared, and refused otherwise",
        arguments: [([300], true), ([255, 45], true), ([255, 255, 1], true), ([100, 45], false), ([255, 0], false)])
    func splitTexts(lengths: [Int], isHeld: Bool) throws {
        let strings = lengths.map { "\"" + String(repeating: "k", count: $0) + "\"" }.joined(separator: " ")
        let record = "{name: a, type: TXT, values: ['\(strings)']}"
        guard !isHeld else {
            let whole = String(repeating: "k", count: lengths.reduce(0, +))
            return #expect(try text(record).hasSuffix("      - \(whole)\n"))
        }
        let fixture = ExportFixture("zones: [{name: example.net, nameservers: [ns.example.org], records: [\(record)]}]")
        #expect(
            OctoDNSExport().problems(fixture.input).map(\.reason) == [
                "octoDNS makes one text of the strings of a TXT record, and splits it after each 255 octets: "
                    + "declare it as one text"
            ])
    }

    @Test("an escape for an octet that octoDNS has is none for it")
    func harmlessEscapes() throws {
        let text = try text(#"{name: a, type: TXT, values: ['"\097\059 \"b\""']}"#)
        #expect(text.hasSuffix(#"- "a\\; \"b\"""# + "\n"), "\(text)")
    }

    @Test("keys stand in natural order, at every level")
    func order() throws {
        #expect(
            try text(
                """
                {name: h10, type: A, values: [192.0.2.10]}, {name: h2, type: A, values: [192.0.2.9, 192.0.2.10]},
                {name: "1", type: TXT, values: ["a;b"]}, {name: "*", type: MX, values: ["10 mail.example.org."]},
                {name: h2, type: AAAA, ttl: 5m, values: ["2001:db8::1"]}
                """) == """
                    "1":
                      - ttl: 3600
                        type: TXT
                        values:
                          - "a\\\\;b"
                    '*':
                      - ttl: 3600
                        type: MX
                        values:
                          - exchange: mail.example.org.
                            preference: 10
                    h2:
                      - ttl: 3600
                        type: A
                        values:
                          - "192.0.2.9"
                          - "192.0.2.10"
                      - ttl: 300
                        type: AAAA
                        values:
                          - "2001:db8::1"
                    h10:
                      - ttl: 3600
                        type: A
                        values:
                          - "192.0.2.10"

                    """)
    }

    @Test("an alias has one value, and names that YAML takes for something else are quoted")
    func alias() throws {
        #expect(
            try text("{name: \"no\", type: CNAME, values: [x.example.org.]}") == """
                "no":
                  - ttl: 3600
                    type: CNAME
                    value: x.example.org.

                """)
    }

    @Test(
        "a record that octoDNS cannot hold is fatal: it would be deleted from the provider",
        arguments: ["{name: x, type: TYPE65280, values: ['\\# 1 00']}", "{name: x, type: TXT, values: [\"ü\"]}"])
    func unwritable(record: String) {
        let fixture = ExportFixture("zones: [{name: example.net, nameservers: [ns.example.org], records: [\(record)]}]")
        #expect(OctoDNSExport().problems(fixture.input).map(\.isFatal) == [true])
    }

    @Test("a part of an octet with a slash in its name is fatal: octoDNS refuses aliases that lead there")
    func slash() {
        let zones = "{reverse: 192.0.2.0/24}, {reverse: 192.0.2.64/27, style: slash}"
        let fixture = ExportFixture("settings: {dns: {nameservers: [ns.example.org]}}\nzones: [\(zones)]")
        #expect(OctoDNSExport().problems(fixture.input).map(\.isFatal) == [true])
    }
}
