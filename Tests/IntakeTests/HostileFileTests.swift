import Intake
import Observations
import TestSupport
import Testing

@Suite("Files that mean harm")
struct HostileFileTests {
    private func code(_ text: String) -> IntakeError.Code? { code(Array(text.utf8)) }

    private func code(_ bytes: [UInt8]) -> IntakeError.Code? {
        do {
            _ = try taken(bytes)
            return nil
        } catch {
            return error.code
        }
    }

    @Test("what is no known format is refused", arguments: ["", "hello", "{}", "<?xml version=\"1.0\"?><html/>"])
    func unrecognised(_ text: String) {
        #expect(code(text) == .unrecognised)
    }

    @Test("entities are refused before they can grow or read other files")
    func entities() {
        let laughs = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        let bomb = "<!DOCTYPE nmaprun [<!ENTITY l0 \"lol\">\(laughs)]><nmaprun start=\"1\">&l9;</nmaprun>"
        #expect(code(bomb) == .malformed)
        let external =
            "<!DOCTYPE nmaprun [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><nmaprun start=\"1\">&x;</nmaprun>"
        #expect(code(external) == .malformed)
    }

    @Test("an entity that nobody declared ends the reading there")
    func unknownEntity() throws {
        let result = try taken(hosts: "<host><address addr=\"&l9;\"/></host>")
        #expect(result.run.state == .incomplete)
        #expect(result.run.notices.first?.contains("line 4: a value holds '&'") == true)
    }

    @Test("another root element is refused")
    func otherRoot() {
        #expect(code("<feed><!-- <nmaprun --></feed>") == .malformed)
    }

    @Test("a file without a start time is refused")
    func noStart() {
        #expect(code("<nmaprun><runstats/></nmaprun>") == .malformed)
    }

    @Test("100,000 nested elements end the reading, not the process")
    func nesting() throws {
        let deep = String(repeating: "<a>", count: 100_000)
        let result = try taken(Array("<nmaprun start=\"1\">\(deep)".utf8))
        #expect(result.run.state == .incomplete)
    }

    @Test("invalid UTF-8 ends the reading there")
    func invalidUTF8() throws {
        var bytes = Array("<nmaprun start=\"1\"><host><status state=\"up\" reason=\"".utf8)
        bytes += [0xFF, 0xFE, 0xC0, 0x80] + Array("\"/></host></nmaprun>".utf8)
        let result = try taken(bytes)
        #expect(result.run.state == .incomplete)
        #expect(result.observations == [])
    }

    @Test("a huge attribute is cut to the length of a name")
    func hugeAttribute() throws {
        let name = String(repeating: "x", count: 1_000_000)
        let result = try taken(
            hosts: """
                <host><status state="up" reason="\(name)"/><address addr="192.0.2.9"/>
                <hostnames><hostname name="\(name)" type="PTR"/></hostnames></host>
                """)
        #expect(result.observations.map { $0.name?.count } == [255])
        #expect(result.observations.flatMap(\.evidence).map(\.probe.count) == [255])
    }

    @Test("control characters survive as text, for the outputs to escape")
    func controlCharacters() throws {
        let result = try taken(
            hosts: """
                <host><status state="up" reason="echo-reply"/><address addr="192.0.2.9"/>
                <hostnames><hostname name="a&#10;b&lt;script&gt;" type="PTR"/></hostnames></host>
                """)
        #expect(result.observations.map(\.name) == ["a\nb<script>"])
    }

    @Test("numbers out of range are left out")
    func numbers() throws {
        let result = try taken(
            hosts: """
                <host endtime="99999999999999999999"><status state="up" reason="echo-reply"/>
                <address addr="192.0.2.9"/><times srtt="-5"/>
                <ports><port protocol="tcp" portid="99999"><state state="open" reason="syn-ack"/></port></ports></host>
                """)
        let host = try #require(result.observations.first)
        #expect(host.at == result.run.ended)
        #expect(host.roundTrip == nil)
        #expect(host.services.map(\.port) == ["tcp/?"])
    }

    @Test("flipped bytes never end the process", arguments: UInt64(0)..<4)
    func flippedBytes(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let sound = try recording("ports")
        for _ in 0..<250 {
            var bytes = sound
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            }
            let result = try? taken(bytes)
            #expect((result?.observations.count ?? 0) <= 2, "\(random)")
        }
    }
}
