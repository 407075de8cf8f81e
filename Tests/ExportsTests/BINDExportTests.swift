import Exports
import Testing

@Suite("Zone export")
struct BINDExportTests {
    @Test("each zone is a file, and its text is that of the zone")
    func files() throws {
        let files = BINDExport().render(ExportFixture().input)
        #expect(files.map(\.path) == ["2.0.192.in-addr.arpa.zone", "example.net.zone"])
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
        #expect(try #require(new.last).bytes.count == (try #require(old.last)).bytes.count)
        #expect(String(decoding: try #require(new.last).bytes, as: UTF8.self).contains(" 2027011501 "))
    }
}
