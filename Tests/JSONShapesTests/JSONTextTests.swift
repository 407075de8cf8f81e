import JSONShapes
import Testing

@Suite("JSON text")
struct JSONTextTests {
    @Test("members keep their order, and the layout is the same every time")
    func layout() {
        let value: JSON = ["b": 1, "a": [true, nil, "x"], "c": [], "d": [:], "e": .number(0.5)]
        #expect(value.text(.compact) == #"{"b":1,"a":[true,null,"x"],"c":[],"d":{},"e":0.5}"# + "\n")
        #expect(
            value.text() == """
                {
                  "b": 1,
                  "a": [
                    true,
                    null,
                    "x"
                  ],
                  "c": [],
                  "d": {},
                  "e": 0.5
                }

                """)
    }

    @Test(
        "what harms a terminal, a reader or an HTML page is escaped",
        arguments: [
            ("\"\\/", #""\"\\/""#), ("\n\r\t", #""\n\r\t""#),
            ("\u{0}\u{1b}\u{7f}\u{9f}", #""\u0000\u001b\u007f\u009f""#),
            ("</script>", #""\u003c/script>""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
            ("\u{202e}\u{2066}", #""\u202e\u2066""#),
            ("äé日😀", "\"äé日😀\""), ("e\u{301}", "\"e\u{301}\""),
        ])
    func escaping(text: String, expected: String) {
        #expect(JSON.string(text).text(.compact) == expected + "\n")
    }

    @Test("numbers that JSON cannot say are null", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(number: Double) {
        #expect(JSON.number(number).text(.compact) == "null\n")
    }

    @Test("the largest integers print exactly", arguments: [Int64.min, .max])
    func integers(number: Int64) {
        #expect(JSON.integer(number).text(.compact) == "\(number)\n")
    }

    @Test("a member is found by its name, and only in an object")
    func lookup() {
        let value: JSON = ["a": 1]
        #expect(value["a"] == 1)
        #expect(value["b"] == nil)
        #expect(JSON.array([1])["a"] == nil)
    }
}
