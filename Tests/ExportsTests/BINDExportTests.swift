import Exports
import Testing

@Suite("Zone export")
struct BINDExportTests {
    @Test("each zone is a file, and its text is that of the zone")
    func files() throws {
        let files = BINDExport().render(ExportFixture().input)
        #expect(files.map(\.path) == ["2.0.192.in-addr.arpa.zone", "example.net.zone", "named.conf"])
        let reverse = try #require(files.first)
        #expect(
            String(decoding: reverse.bytes, as: UTF8.self) == """
                $ORIGIN 2.0.192.in-addr.arpa.
                $TTL 3600
                ; ipam: zone 2.0.192.in-addr.arpa, written from the inventory, do not edit
                @               IN  SOA   ns.example.net. hostmaster.example.net. 2027011500 14400 3600 1209600 3600
                @               IN  NS    ns.example.net.
                9               IN  PTR   db.example.net.
                10              IN  PTR   db10.example.net.
                50              IN  PTR   api.example.net.

                """
        )
    }

    @Test("a day that makes no serial is refused, but for zones whose serials are something else")
    func lateDay() {
        func problems(_ now: String, _ serial: String) -> [String] {
            let yaml = "zones: [{name: example.net, nameservers: [ns.example.org]\(serial)}]"
            return BINDExport().problems(ExportFixture(yaml, now: now).input).map(\.reason)
        }
        #expect(problems("4294-12-31T23:59:59Z", "") == [])
        #expect(
            problems("9999-12-31T23:59:59Z", "") == [
                "9999-12-31 makes no serial of 32 bits, and days do until 4294: say `serial: increment`"
            ])
        #expect(problems("9999-12-31T23:59:59Z", ", serial: increment") == [])
    }

    @Test("a file that is there already keeps its bytes if nothing but the serial would change")
    func unchanged() throws {
        let old = BINDExport().render(ExportFixture().input).map {
            ($0.path, String(decoding: $0.bytes, as: UTF8.self).replacing(" 2027011500 ", with: " 2027011577 "))
        }
        let again = BINDExport().render(ExportFixture(previous: Dictionary(uniqueKeysWithValues: old)).input)
        #expect(again.map { String(decoding: $0.bytes, as: UTF8.self) } == old.map(\.1))
    }

    @Test("a change raises the serial of the zones it touches and of no other")
    func changed() throws {
        let old = BINDExport().render(ExportFixture().input)
        let previous = Dictionary(
            uniqueKeysWithValues: old.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
        let renamed = ExportFixture(
            ExportFixture.network.replacing("[db, cache]", with: "[db, store]"), previous: previous
        )
        let new = BINDExport().render(renamed.input)
        #expect(new.first == old.first)
        let (before, after) = (try #require(old.dropFirst().first), try #require(new.dropFirst().first))
        #expect(after.bytes.count == before.bytes.count)
        #expect(String(decoding: after.bytes, as: UTF8.self).contains(" 2027011501 "))
    }

    @Test("named.conf has a statement for each zone, with its file")
    func configuration() throws {
        let file = try #require(BINDExport().render(ExportFixture().input).last)
        #expect(
            String(decoding: file.bytes, as: UTF8.self) == """
                // ipam: written from the inventory, do not edit; names of files are relative to `directory`
                zone "2.0.192.in-addr.arpa" { type primary; file "2.0.192.in-addr.arpa.zone"; };
                zone "example.net" { type primary; file "example.net.zone"; };

                """)
    }

    @Test("a zone for a part of an octet that somebody else serves comes with the records that lead to it")
    func foreignParent() throws {
        let fixture = ExportFixture(
            """
            settings: {dns: {nameservers: [ns.example.org]}}
            zones: [{reverse: 192.0.2.4/31, style: slash}]
            """)
        let files = BINDExport().render(fixture.input)
        let name = "4-31.2.0.192.in-addr.arpa"
        #expect(files.map(\.path) == ["\(name).for-parent", "\(name).zone", "named.conf"])
        #expect(
            String(decoding: try #require(files.first).bytes, as: UTF8.self) == """
                ; ipam: zone 4/31.2.0.192.in-addr.arpa. is found through these records in 2.0.192.in-addr.arpa.
                ; whoever serves that has to add them
                4/31.2.0.192.in-addr.arpa. 3600 IN NS ns.example.org.
                4.2.0.192.in-addr.arpa. 3600 IN CNAME 4.4/31.2.0.192.in-addr.arpa.
                5.2.0.192.in-addr.arpa. 3600 IN CNAME 5.4/31.2.0.192.in-addr.arpa.

                """)
    }
}
