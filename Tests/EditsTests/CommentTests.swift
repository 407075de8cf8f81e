import Edits
import Findings
import Testing
import YAMLSyntax

@Suite("Comments")
struct CommentTests {
    private func edited(_ text: String, _ change: (inout DocumentEdit) -> Void) throws -> String {
        var edit = try DocumentEdit(SourceFile(path: "a.yaml", bytes: Array(text.utf8)))
        change(&edit)
        return String(decoding: try edit.finish().bytes, as: UTF8.self)
    }

    private func without(_ name: String, in text: String) throws -> String {
        try edited(text) { edit in
            if let list = edit.list("sites"), let item = edit.item(of: list, where: "name", is: name) {
                edit.remove(item, from: list)
            }
        }
    }

    @Test("right above an item, behind it, in it, and further right below it go with it")
    func own() throws {
        let text = """
            sites:
              - name: a
              # about b
              # and more
              - name: b # behind b
                # in b
                owner: x # behind x
                  # below b
              # about c
              - name: c

            """
        #expect(try without("b", in: text) == "sites:\n  - name: a\n  # about c\n  - name: c\n")
    }

    @Test("with a blank line below, or further right below the item before, stay")
    func others() throws {
        let text = """
            sites:
              - name: a
                # below a
              # the rest

              - name: b

            """
        #expect(try without("b", in: text) == "sites:\n  - name: a\n    # below a\n  # the rest\n")
    }

    @Test("at the head of a list or file stay, but not those that a blank line parts from it")
    func head() throws {
        #expect(
            try without("a", in: "# top\nsites:\n  # ours\n  - {name: a}\n  - {name: b}\n")
                == "# top\nsites:\n  # ours\n  - {name: b}\n")
        #expect(
            try without("a", in: "sites: # ours\n\n  # about a\n  - {name: a}\n  - {name: b}\n")
                == "sites: # ours\n\n  - {name: b}\n")
        #expect(try without("a", in: "# top\nsites:\n  - {name: a}\n") == "# top\n")
        #expect(try without("a", in: "vrfs: []\n# about sites\nsites:\n  - {name: a}\n") == "vrfs: []\n")
    }

    @Test(
        "that are the list's own stay when its last item goes, and the list with them, empty",
        arguments: [
            ("sites: # ours\n  # policy\n\n  - {name: a}\n", "sites: [] # ours\n  # policy\n"),
            ("sites: # ours\n  - {name: a} # of a\n    # too\nvrfs: []\n", "sites: [] # ours\nvrfs: []\n"),
            ("sites:\n# ours\n- {name: a}\n\nvrfs: []\n", "sites: []\n# ours\n\nvrfs: []\n"),
            ("sites:\n\n  # policy\n\n  - {name: a}\n\nvrfs: []\n", "sites: []\n\n  # policy\n\nvrfs: []\n"),
            ("sites:\n  - {name: a}\n  # the end\n", "sites: []\n  # the end\n"),
            ("sites: # ours\n  -\n    # of a\n    name: a\n    notes: |\n      # text\n", "sites: [] # ours\n"),
            ("vrfs: []\nsites:\n  - name: a\n    owner: '# x'\n", "vrfs: []\n"),
        ])
    func ofList(text: String, expected: String) throws {
        #expect(try without("a", in: text) == expected)
        let lines = (text, expected.replacing("\n", with: "\r\n"))
        #expect(try without("a", in: lines.0.replacing("\n", with: "\r\n")) == lines.1)
    }

    @Test("of a list stay when several items go that are all it has, those between them too")
    func ofListWithMany() throws {
        func emptied(_ text: String) throws -> String {
            try edited(text) { edit in
                if let list = edit.list("sites") { edit.items(ofList: "sites").forEach { edit.remove($0, from: list) } }
            }
        }
        #expect(
            try emptied("sites: # ours\n  - {name: a}\n\n  # of b\n  - {name: b}\n\n  - {name: c}\n")
                == "sites: [] # ours\n")
        #expect(
            try emptied("sites:\n  - {name: a}\n  # policy\n\n  - {name: b}\n") == "sites: []\n  # policy\n")
        #expect(try emptied("sites:\n  - {name: a}\n  # of b\n  - {name: b}\n") == "")
    }

    @Test(
        "that an empty list stayed for get its next items below them, with dashes if its like have these",
        arguments: [
            ("sites: [] # ours\n", "sites: # ours\n  - {name: a}\n"),
            (
                "sites: [] # ours\n  # policy\nvrfs:\n  - {name: b}\n",
                "sites: # ours\n  # policy\n  - {name: a}\nvrfs:\n  - {name: b}\n"
            ),
            ("vrfs: []\nsites: []\n  # policy", "vrfs: []\nsites:\n  # policy\n  - {name: a}"),
            ("sites: []\n# about vrfs\nvrfs: []\n", "sites: [{name: a}]\n# about vrfs\nvrfs: []\n"),
        ])
    func refilled(text: String, expected: String) throws {
        let added = try edited(text) { $0.add([.entries(["name": .text("a")])], toList: "sites") }
        #expect(added == expected)
        #expect(try without("a", in: added) == text)
    }

    @Test("are not torn from what they are about by what is put in, nor is a line left when it is taken out again")
    func undone() throws {
        for text in [
            "subnets:\n  - {name: a}\n  # about subnets\n# about reservations\n\nreservations:\n  - {name: b}\n",
            "subnets:\n  - {name: a}\n\nvrfs:\n  - {name: b}\nreservations:\n  - {name: c}\n",
        ] {
            let added = try edited(text) { $0.add([.entries(["name": .text("z")])], toList: "devices") }
            #expect(added.contains("devices:\n  - {name: z}\n"))
            let removed = try edited(added) { edit in
                if let list = edit.list("devices"), let item = edit.items(ofList: "devices").first {
                    edit.remove(item, from: list)
                }
            }
            #expect(removed == text)
        }
    }

    @Test("of items in brackets over several lines follow the same rule")
    func brackets() throws {
        let text = """
            sites: [
              # ours
              {name: a}, # behind a
              # about b
              {name: b}, # behind b
              {name: c} # behind c
            ]

            """
        #expect(
            try without("b", in: text)
                == "sites: [\n  # ours\n  {name: a}, # behind a\n  {name: c} # behind c\n]\n")
        #expect(
            try without("a", in: text)
                == "sites: [\n  # ours\n  # about b\n  {name: b}, # behind b\n  {name: c} # behind c\n]\n")
    }

    @Test("of a key go with the key")
    func keys() throws {
        let text = """
            sites:
              - name: a
                # who
                owner: x # x
                  # still x
                # what
                description: y

            """
        let result = try edited(text) { edit in
            for item in edit.items(ofList: "sites") { edit.removeKey("owner", in: item) }
        }
        #expect(result == "sites:\n  - name: a\n    # what\n    description: y\n")
    }

    /// Moves a key of the first of two items into a new one behind it.
    private func moving(_ key: String, items: Set<Int>? = nil, in text: String) throws -> String {
        try edited(text) { edit in
            guard let list = edit.list("sites"), let item = edit.items(ofList: "sites").first,
                let moved = edit.entry(key, of: item, items: items)
            else { return }
            edit.removeKey(key, in: item)
            edit.insert([.mapping([.init("name", .text("new")), moved])], into: list, .behind(item))
        }
    }

    @Test("of what moves travel with it")
    func moved() throws {
        let text = """
            sites:
              - name: a
                # what for
                tags: # of a
                  # the first
                  - x # behind x

                  # the second
                  - 'y' # behind y
                    # below y
                # stays
                owner: o
              - name: b

            """
        #expect(
            try moving("tags", in: text) == """
                sites:
                  - name: a
                    # stays
                    owner: o
                  - name: new
                    # what for
                    tags: # of a
                      # the first
                      - x # behind x
                      # the second
                      - 'y' # behind y
                      # below y
                  - name: b

                """)
        #expect(
            try moving("owner", in: text.replacing("owner: o", with: "owner: \"o\" # me")).hasSuffix(
                "  - name: new\n    # stays\n    owner: \"o\" # me\n  - name: b\n"))
    }

    @Test("of one item move without those of another")
    func parted() throws {
        let text = "sites:\n  - name: a\n    tags: # of a\n      - x # 1\n      # of y\n      - y # 2\n  - name: b\n"
        #expect(
            try moving("tags", items: [1], in: text).contains("    tags:\n      # of y\n      - y # 2\n  - name: b\n"))
        #expect(try moving("tags", items: [0], in: text).contains("    tags: # of a\n      - x # 1\n  - name: b\n"))
    }

    @Test("move out of brackets over several lines, and are not lost in a list in brackets")
    func movedFromBrackets() throws {
        let text = """
            sites:
              - {
                  name: a,
                  # what for
                  tags: [ # of a
                    x, # behind x
                    y # behind y
                  ], # all
                }
              - {name: b}

            """
        #expect(
            try moving("tags", in: text) == """
                sites:
                  - {
                      name: a,
                    }
                  - name: new
                    # what for
                    tags: # of a
                      - x # behind x
                      - y # behind y
                      # all
                  - {name: b}

                """)
        #expect(throws: EditError.self) {
            try moving("tags", in: "sites: [\n  {\n    name: a,\n    tags: [x], # c\n  },\n  {name: b}\n]\n")
        }
    }
}
