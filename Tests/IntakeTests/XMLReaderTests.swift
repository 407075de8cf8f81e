import Testing

@testable import Intake

@Suite("Reading XML")
struct XMLReaderTests {
    private func events(_ text: String) throws -> [XMLReader.Event] {
        var reader = XMLReader(Array(text.utf8))
        var events: [XMLReader.Event] = []
        while let event = try reader.next() { events.append(event) }
        return events
    }

    private func fault(_ text: String) -> String? {
        do {
            _ = try events(text)
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test("elements come with their depth and attributes, text and comments are passed over")
    func elements() throws {
        let text = "<?xml version='1.0'?><!-- <x> --><!DOCTYPE a>\n<a b = 'c'>text<d/><![CDATA[<e>]]></a >tail"
        #expect(
            try events(text) == [
                .begin("a", depth: 1, attributes: ["b": "c"]), .begin("d", depth: 2, attributes: [:]),
                .end("d", depth: 2), .end("a", depth: 1),
            ])
    }

    @Test("references in values stand for their characters")
    func references() throws {
        let text = "<a b=\"&lt;&gt;&amp;&quot;&apos;&#45;&#x1F600; 'é'\"/>"
        #expect(try events(text).first == .begin("a", depth: 1, attributes: ["b": "<>&\"'-\u{1F600} 'é'"]))
    }

    @Test(
        "what is not well formed is a fault with its line",
        arguments: [
            ("<a>\n<b></a>", "line 2: </a> does not end what began last"),
            ("<a>\n\n", "line 3: the file ends inside <a>"), ("<a b></a>", "line 1: attribute 'b' has no value"),
            ("<a b=c/>", "line 1: a value in quotation marks is expected"),
            ("<a b='1' b='2'/>", "line 1: attribute 'b' stands twice"), ("<a b='<'/>", "line 1: a value does not end"),
            ("<a b='&#xD800;'/>", "line 1: a value holds '&' without one of XML's own entities"),
            ("<a b='&amp'/>", "line 1: a value holds '&' without one of XML's own entities"),
            ("<a><!-- ", "line 1: '-->' is missing"), ("< a/>", "line 1: a name is expected"),
            ("<a", "line 1: the file ends inside a tag"), ("", "line 1: the file holds no element"),
            ("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "line 1: the document type declares things of its own"),
        ])
    func faults(_ text: String, _ message: String) {
        #expect(fault(text) == message)
    }
}
