import Testing

@Suite("Layout")
struct LayoutTests {
    @Test("keys come in the order of the documentation, unknown ones last as they stood")
    func order() {
        let text = """
            devices:
              - zeta: 1
                owner: netops
                alpha: 2
                name: a
            subnets:
              - {name: lan, dhcp: {lease: 1h, id: 3}, prefix: 192.0.2.0/24}

            """
        let expected = """
            subnets:
              - {prefix: 192.0.2.0/24, name: lan, dhcp: {id: 3, lease: 1h}}
            devices:
              - name: a
                owner: netops
                zeta: 1
                alpha: 2

            """
        #expect(formatted(text) == expected)
    }

    @Test("items keep their order")
    func items() {
        let text = "devices:\n  - name: b\n    tags: [z, a]\n  - name: a\n"
        #expect(formatted(text) == text)
    }

    @Test("indentation is two spaces, in a list under its key too")
    func indentation() {
        let text = """
            devices:
            - name:   a
              interfaces:
                  -   name: eth0
                      addresses :
                      - 192.0.2.1
            settings:
                  name: x

            """
        let expected = """
            settings:
              name: x
            devices:
              - name: a
                interfaces:
                  - name: eth0
                    addresses:
                      - 192.0.2.1

            """
        #expect(formatted(text) == expected)
    }

    @Test("brackets and quotes stay, spaces in them do not")
    func brackets() {
        let text = "devices:\n  - { name: 'a' ,tags: [ x,\"y\" , ], interfaces : [ ] }\n"
        #expect(formatted(text) == "devices:\n  - {name: 'a', tags: [x, \"y\"], interfaces: []}\n")
    }

    @Test("brackets over several lines stay so, with the lines' items together")
    func longBrackets() {
        let text = """
            devices:
              - name: a
                tags: [a, b, # first
                       c, d
                       # last
                      ]
                services: [
                tcp/22]

            """
        let expected = """
            devices:
              - name: a
                tags:
                  [
                    a, b, # first
                    c, d
                    # last
                  ]
                services:
                  [
                    tcp/22
                  ]

            """
        #expect(formatted(text) == expected)
    }

    @Test("texts over several lines keep what they say")
    func texts() {
        let text = """
            sites:
            - description: |
                      one
                        two

              name: a
            - name: b
              description: >2-
                 three
            # about c
            - description: "four
                   five"
              name: c

            """
        let expected = """
            sites:
              - name: a

                description: |
                  one
                    two
              - name: b
                description: >2-
                   three
              # about c
              - name: c
                description: "four
                  five"

            """
        #expect(formatted(text) == expected)
    }

    @Test(
        "blanks at the end of a text's lines are a part of it, in its last line too", arguments: ["|", ">", "|-", "|+"])
    func blanksInTexts(indicator: String) {
        let text = "sites:\n  - name: a\n    description: \(indicator)\n      one \n      two \t \n  - name: b\n"
        #expect(formatted(text) == text)
    }

    @Test("blank lines stay, one at a time, and none at the beginning or the end")
    func blankLines() {
        let text = "\n\nsites:\n\n  - name: a\n\n\n\n  - name: b\n    \n\n"
        #expect(formatted(text) == "sites:\n  - name: a\n\n  - name: b\n")
    }

    @Test("a section that is moved is set apart as the others are")
    func sections() {
        let text = "devices:\n  - name: a\n\nsites:\n  - name: b\n\nsettings:\n  name: x\n"
        let expected = "settings:\n  name: x\n\nsites:\n  - name: b\n\ndevices:\n  - name: a\n"
        #expect(formatted(text) == expected)
    }

    @Test("lines end as the first one does, and the last one ends too")
    func lineEnds() {
        #expect(formatted("sites:\r\n - name: a\n - name: b") == "sites:\r\n  - name: a\r\n  - name: b\r\n")
        #expect(formatted("sites: [{name: a}]") == "sites: [{name: a}]\n")
    }

    @Test(
        "what is no part of an inventory is refused",
        arguments: [
            "- a\n", "a\n", "a: [\n", "a: &b c\n", "a: 1\na: 2\n", "a: 1\n---\nb: 1\n", "\u{feff}a: 1\n",
            "a: \u{202e}\n",
        ])
    func refusal(text: String) {
        #expect(formatted(text) == nil)
    }

    @Test("a file of comments, or of nothing, is left alone", arguments: ["", "\n\n", "# a\n\n\n# b"])
    func empty(text: String) {
        #expect(formatted(text) == text)
    }
}
