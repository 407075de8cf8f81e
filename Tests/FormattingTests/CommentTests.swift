import Testing

@Suite("Comments in a layout")
struct CommentTests {
    @Test("a comment above a key or behind its value goes where the key goes")
    func keys() {
        let text = """
            devices:
              # about a
              - owner: netops # who
                # what
                name: a

            """
        let expected = """
            devices:
              # about a
              -
                # what
                name: a
                owner: netops # who

            """
        #expect(formatted(text) == expected)
    }

    @Test("a section takes the comments right above it along, and the file's own comments stay on top")
    func sections() {
        let text = """
            # yaml-language-server: $schema=a
            # About devices.
            devices:
              - name: a # first
            # About sites.
            sites: # all of them
              - name: b
            # The end.

            """
        let expected = """
            # yaml-language-server: $schema=a
            # About sites.
            sites: # all of them
              - name: b
            # About devices.
            devices:
              - name: a # first
            # The end.

            """
        #expect(formatted(text) == expected)
    }

    @Test("what stands apart at the beginning is about the file")
    func head() {
        let text = "# About\n# all of it.\n\n# About devices.\ndevices:\nsites:\n"
        #expect(formatted(text) == "# About\n# all of it.\n\nsites:\n# About devices.\ndevices:\n")
    }

    @Test("what is indented deeper than what follows belongs to what precedes")
    func feet() {
        let text = """
            sites:
                - name: a
                # - name: b
            devices:
                # none yet
            zones:

            """
        let expected = """
            sites:
              - name: a
              # - name: b
            devices:
              # none yet
            zones:

            """
        #expect(formatted(text) == expected)
    }

    @Test("between a key and its value, and after a dash, there is room for comments too")
    func between() {
        let text = """
            sites:
              - # why
                name: # what
                  # more
                  a

            """
        #expect(formatted(text) == text)
    }

    @Test("a # that begins no comment is left alone")
    func noComments() {
        let text = "sites:\n  - {name: a#b, description: \"# c\"}\n  - name: c\n    description: |\n      # d\n"
        #expect(formatted(text) == text)
    }

    @Test("markers of the document stay at its ends")
    func markers() {
        let text = "# a\n--- # b\ndevices:\nsites:\n...\n# c\n"
        #expect(formatted(text) == "# a\n--- # b\nsites:\ndevices:\n...\n# c\n")
    }
}
