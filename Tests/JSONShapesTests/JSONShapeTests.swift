import JSONShapes
import Testing

@Suite("JSON shapes")
struct JSONShapeTests {
    private struct Site {
        let name: String
        let vlan: Int64?
    }

    private let shape = JSONShape<Site>(
        "A place.",
        [
            .init("name", .string, "Unique name.") { .string($0.name) },
            .init("vlan", .nullable(.integer(1...4094)), "Its VLAN.") { $0.vlan.map { .integer($0) } ?? .null },
        ])

    @Test("a value prints all of its members in the order of the declaration")
    func value() {
        #expect(shape.json(Site(name: "lon1", vlan: nil)).text(.compact) == #"{"name":"lon1","vlan":null}"# + "\n")
    }

    @Test("what is printed at once is what the built value prints", arguments: [JSON.Layout.pretty, .compact])
    func printed(layout: JSON.Layout) {
        let list = JSONShape<[Site]>(
            "Places.",
            [
                .init("sites", listOf: shape, "All places.") { $0 },
                .init("count", .integer(), "How many.") { .integer(Int64($0.count)) },
            ])
        for sites in [[], [Site(name: "a\"<é", vlan: 7)], [Site(name: "[", vlan: nil), Site(name: "{", vlan: 1)]] {
            #expect(list.text(sites, layout) == list.json(sites).text(layout))
        }
    }

    @Test("the schema says what is printed, describes it, and allows nothing else")
    func schema() {
        let expected =
            #"{"description":"A place.","type":"object","additionalProperties":false,"required":["name","vlan"],"#
            + #""properties":{"name":{"description":"Unique name.","type":"string"},"#
            + #""vlan":{"description":"Its VLAN.","anyOf":[{"type":"integer","minimum":1,"maximum":4094},{"type":"null"}]}}}"#
        #expect(shape.schema.json.text(.compact) == expected + "\n")
    }

    @Test("a document names its draft and its title first")
    func document() {
        let document = JSONSchema.oneOf(["a", "b"]).document(title: "T")
        #expect(
            document.text(.compact)
                == ##"{"$schema":"http://json-schema.org/draft-07/schema#","title":"T","type":"string","enum":["a","b"]}"##
                + "\n")
    }

    @Test("a keyword that is set again has its last value")
    func again() {
        #expect(JSONSchema.string.with("minLength", 1).with("minLength", 2).json == ["type": "string", "minLength": 2])
        #expect(JSONSchema.string.describing("a").describing("b").json == ["description": "b", "type": "string"])
    }
}
