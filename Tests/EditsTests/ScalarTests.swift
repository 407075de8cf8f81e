import Edits
import TestSupport
import Testing

@Suite("Text in YAML")
struct ScalarTests {
    @Test(
        "stands plain if everyone reads it as text",
        arguments: [
            "lan", "192.0.2.7", "192.0.2.0/24", "192.0.2.1-192.0.2.9", "tcp/22", "12h", "02:00:5e:10:00:01",
            "10:20:30:40:50:5a",
            "2027-01-31",
            "db1.example.net", "a b", "süß", "1.2.3",
        ])
    func plain(text: String) { #expect(ScalarText.text(text) == text) }

    @Test(
        "is quoted if anyone could take it for something else",
        arguments: [
            "", "true", "No", "null", "~", "1", "1.5", "1e3", "0x1f", "12:34", "65000:7", "2001:db8::1", "- a", "a: b",
            "a #b", "#a", "[a", "{a", "*a", "&a", "!a", "|", ">", "@a", "%a", " a", "a ", "a,b", "x#y", "'a", "\"a",
            "...",
            "y", "10:20:30:40:50:59",
        ])
    func quoted(text: String) { #expect(ScalarText.text(text).hasPrefix("\"")) }

    @Test("from the network is read back as it was, or is known not to be writable")
    func hostile() throws {
        var written = 0
        for text in HostileText.payloads {
            guard YAMLValue.isWritable(text) else { continue }
            written += 1
            let value = YAMLValue.entries([
                "a": .text(text), "b": .list([.text(text), .flag(true)]), "c": .number(7),
            ])
            #expect(try YAMLValue(yaml: YAMLWriter().inline(value)) == value)
            guard case .mapping(let entries) = value else { continue }
            let document = String(decoding: YAMLWriter().document(entries), as: UTF8.self)
            #expect(try YAMLValue(yaml: document) == value)
        }
        #expect(written > 100)
        #expect(!YAMLValue.isWritable("\u{202e}abc"))
        #expect(!YAMLValue.isWritable("\u{1b}[2J"))
    }
}
