import Edits
import Findings
import Testing
import YAMLSyntax

@Suite("Lists in brackets")
struct BracketTests {
    private func edited(_ text: String, _ change: (inout DocumentEdit) -> Void) throws -> String {
        var edit = try DocumentEdit(SourceFile(path: "a.yaml", bytes: Array(text.utf8)))
        change(&edit)
        return String(decoding: try edit.finish().bytes, as: UTF8.self)
    }

    private func without(_ names: [String], in text: String) throws -> String {
        try edited(text) { edit in
            guard let list = edit.list("sites") else { return }
            for name in names {
                if let item = edit.item(of: list, where: "name", is: name) { edit.remove(item, from: list) }
            }
        }
    }

    private static let leading = """
        sites: [
          # ours
            {name: a}
          # about b
          , {name: b} # behind b
            # about c
          , {name: c} # behind c
          ]

        """

    @Test("whose commas begin lines lose an item with its comma, its comments and its line")
    func leadingCommas() throws {
        #expect(
            try without(["a"], in: Self.leading) == """
                sites: [
                  # ours
                  # about b
                  {name: b} # behind b
                    # about c
                  , {name: c} # behind c
                  ]

                """)
        #expect(
            try without(["b"], in: Self.leading) == """
                sites: [
                  # ours
                    {name: a}
                    # about c
                  , {name: c} # behind c
                  ]

                """)
        #expect(
            try without(["b", "c"], in: Self.leading) == "sites: [\n  # ours\n    {name: a}\n  ]\n")
        #expect(try without(["a", "b", "c"], in: Self.leading) == "sites: [\n  # ours\n  ]\n")
    }

    @Test("whose commas begin lines get an item in a line that begins with one")
    func leadingCommaOfNew() throws {
        let result = try edited(Self.leading) { edit in
            edit.add([.entries(["name": .text("d")]), .entries(["name": .text("e")])], toList: "sites")
        }
        #expect(result == Self.leading.replacing("behind c\n", with: "behind c\n  , {name: d}\n  , {name: e}\n"))
    }

    @Test("whose commas begin lines, but for one at the end, keep that one behind what comes")
    func commasOnBothSides() throws {
        let result = try edited("sites: [{name: a}\n , {name: b}, # behind b\n ]\n") { edit in
            edit.add([.entries(["name": .text("c")])], toList: "sites")
        }
        #expect(result == "sites: [{name: a}\n , {name: b} # behind b\n , {name: c},\n ]\n")
    }

    @Test(
        "are as they were once an item that was put in goes again",
        arguments: [
            "[ # none\n]", "[# none\n]", "[ # none\n  # more\n  ]", "[\n  # none\n]",
            "[{name: a}\n , {name: b},\n ]", "[{name: a}\n , {name: b}, # behind b\n ]", "[{name: a}\n , {name: b},]",
        ])
    func undoing(list: String) throws {
        for text in ["sites: \(list)\n", "x: y\nsites: \(list)\nz: []\n"] {
            for lineEnd in ["\n", "\r\n"] {
                let text = text.replacing("\n", with: lineEnd)
                let more = try edited(text) { $0.add([.entries(["name": .text("new")])], toList: "sites") }
                #expect(more.contains("{name: new}"))
                #expect(try without(["new"], in: more) == text, "\(more)")
            }
        }
    }

    @Test("get their first item below a comment that stands beside the bracket")
    func besideComment() throws {
        let result = try edited("sites: [# none\n]\n") { edit in
            edit.add([.entries(["name": .text("a")]), .entries(["name": .text("b")])], toList: "sites")
        }
        #expect(result == "sites: [# none\n  {name: a}, {name: b}\n]\n")
    }

    @Test("whose commas begin lines, but for one at the end, keep that one behind what stays")
    func lastOfBothSides() throws {
        let both = "sites: [{name: a}\n , {name: b}\n , {name: c}, # behind c\n ]\n"
        #expect(try without(["c"], in: both) == "sites: [{name: a}\n , {name: b},\n ]\n")
        #expect(try without(["b", "c"], in: both) == "sites: [{name: a},\n ]\n")
        #expect(try without(["b"], in: both) == "sites: [{name: a}\n , {name: c}, # behind c\n ]\n")
    }

    @Test(
        "leave no line of blanks, and no comma, where items go",
        arguments: [
            ("[\n  {name: a}\n]", ["a"], "[]"), ("[ {name: a} ]", ["a"], "[]"),
            ("[\n  {name: a},\n  {name: b}\n]", ["b"], "[\n  {name: a}\n]"),
            ("[\n  {name: a},\n  {name: b},\n]", ["b"], "[\n  {name: a},\n]"),
            ("[\n  {name: a},\n  {name: b},\n]", ["a", "b"], "[]"),
            ("[{name: a},\n {name: b}]", ["a"], "[{name: b}]"),
            ("[{name: a},\n {name: b} ]", ["b"], "[{name: a} ]"),
            ("[{name: a}, # x\n {name: b}]", ["a"], "[{name: b}]"),
            ("[{name: a}, # x\n {name: b} ]", ["b"], "[{name: a} # x\n ]"),
            ("[\n  {name: a}, {name: b},\n  {name: c}\n]", ["a"], "[\n  {name: b},\n  {name: c}\n]"),
            ("[\n  {name: a}, {name: b},\n  {name: c}\n]", ["b"], "[\n  {name: a},\n  {name: c}\n]"),
            ("[\n  {name: a}, {name: b},\n  {name: c}\n]", ["a", "b"], "[\n  {name: c}\n]"),
            ("[\n  {name: a}, {name: b},\n  {name: c}\n]", ["b", "c"], "[\n  {name: a}\n]"),
            ("[{name: a} , {name: b} , {name: c}]", ["b"], "[{name: a} , {name: c}]"),
            ("[ {name: a}, {name: b} ]", ["b"], "[ {name: a} ]"), ("[ {name: a}, {name: b} ]", ["a"], "[ {name: b} ]"),
            ("[ {name: a}\n, {name: b}\n, {name: c} ]", ["c"], "[ {name: a}\n, {name: b} ]"),
            ("[ {name: a}\n, {name: b}\n, {name: c} ]", ["a"], "[ {name: b}\n, {name: c} ]"),
        ])
    func removal(list: String, names: [String], expected: String) throws {
        for lineEnd in ["\n", "\r\n"] {
            let result = try without(names, in: "sites: \(list)\n".replacing("\n", with: lineEnd))
            #expect(result == "sites: \(expected)\n".replacing("\n", with: lineEnd))
        }
    }

    @Test("and lists without them are written as their neighbours write them, else as others in the file do")
    func habits() throws {
        let block = """
            devices:
              - name: a
                tags:
                  - x
                interfaces:
                  - name: eth0
                    addresses:
                      - 192.0.2.1
              - {name: b}

            """
        let new = YAMLValue.entries([
            "name": .text("c"), "tags": .texts(["w"]),
            "interfaces": .list([.entries(["name": .text("eth0"), "addresses": .texts(["192.0.2.3"])])]),
        ])
        let item = """
              - name: c
                tags:
                  - w
                interfaces:
                  - name: eth0
                    addresses:
                      - 192.0.2.3

            """
        let alone = block.replacing("  - {name: b}\n", with: "")
        #expect(try edited(alone) { $0.add([new], toList: "devices") } == alone + item)
        let flow = """
            devices:
              - name: a
                tags: [x]
                interfaces: [{name: eth0, addresses: [192.0.2.1]}]

            """
        #expect(
            try edited(flow) { $0.add([new], toList: "devices") } == flow
                + "  - name: c\n    tags: [w]\n    interfaces: [{name: eth0, addresses: [192.0.2.3]}]\n")
    }
}
