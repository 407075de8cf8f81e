import Edits
import Findings
import Testing
import YAMLSyntax

@Suite("Where and how things are written")
struct PlaceTests {
    private func edited(_ text: String, _ change: (inout DocumentEdit) -> Void) throws -> String {
        var edit = try DocumentEdit(SourceFile(path: "a.yaml", bytes: Array(text.utf8)))
        change(&edit)
        return String(decoding: try edit.finish().bytes, as: UTF8.self)
    }

    private let item = YAMLValue.entries(["address": .text("192.0.2.7"), "name": .text("tv")])

    @Test(
        "a new item is written as its neighbours are",
        arguments: [
            ("reservations:\n  - {address: 192.0.2.5} # c\n", "  - {address: 192.0.2.7, name: tv}\n"),
            ("reservations:\n- address: 192.0.2.5\n  name: x\n", "- address: 192.0.2.7\n  name: tv\n"),
            (
                "reservations:\n    -   address: 192.0.2.5\n        name: x",
                "\n    -   address: 192.0.2.7\n        name: tv"
            ),
            ("reservations:\r\n  - {address: 192.0.2.5}\r\n", "  - {address: 192.0.2.7, name: tv}\r\n"),
            ("reservations:\n  - address: '192.0.2.5'\n", "  - address: '192.0.2.7'\n    name: tv\n"),
            ("reservations:\n  - {address: 192.0.2.5, name: \"x\"}\n", "  - {address: 192.0.2.7, name: \"tv\"}\n"),
            (
                "reservations:\n  - 'address': 192.0.2.5\n",
                "  - 'address': 192.0.2.7\n    'name': tv\n"
            ),
            ("reservations:\n  - {address: \"2001:db8::1\"}\n", "  - {address: 192.0.2.7, name: tv}\n"),
            ("sites: [{name: a}]\n", "\nreservations:\n  - {address: 192.0.2.7, name: tv}\n"),
            ("# nothing yet\n", "reservations:\n  - {address: 192.0.2.7, name: tv}\n"),
            ("", "reservations:\n  - {address: 192.0.2.7, name: tv}\n"),
        ])
    func style(text: String, added: String) throws {
        #expect(try edited(text) { $0.add([item], toList: "reservations") } == text + added)
    }

    @Test("what is JSON stays JSON")
    func json() throws {
        let text = #"{"sites": [], "reservations": [{"address": "192.0.2.5"}]}"#
        let result = try edited(text) { edit in
            edit.add([item], toList: "reservations")
            edit.add([.entries(["name": .text("a"), "tags": .texts(["x"])])], toList: "devices")
            for item in edit.items(ofList: "reservations") { edit.set("owner", to: .text("me"), in: item) }
        }
        #expect(
            result == #"{"sites": [], "devices": [{"name": "a", "tags": ["x"]}], "reservations": "#
                + #"[{"address": "192.0.2.5", "owner": "me"}, {"address": "192.0.2.7", "name": "tv"}]}"#)
    }

    @Test("in a sorted list it has its place, in another it stands last")
    func order() throws {
        func addresses(_ list: String) throws -> String {
            try edited("reservations: \(list)\n") {
                $0.add([.text("192.0.2.10")], toList: "reservations")
            }
        }
        #expect(
            try addresses("[192.0.2.2, 192.0.2.9, 192.0.2.11]")
                == "reservations: [192.0.2.2, 192.0.2.9, 192.0.2.10, 192.0.2.11]\n")
        #expect(
            try addresses("[192.0.2.9, 192.0.2.2, 192.0.2.11]")
                == "reservations: [192.0.2.9, 192.0.2.2, 192.0.2.11, 192.0.2.10]\n")
        let subnets = "subnets: [{prefix: 10.0.0.0/16}, {prefix: 10.0.1.0/24}, {prefix: 10.0.2.0/24}]\n"
        #expect(
            try edited(subnets) { $0.add([.entries(["prefix": .text("10.0.0.0/24")])], toList: "subnets") }
                == subnets.replacing("{prefix: 10.0.1", with: "{prefix: 10.0.0.0/24}, {prefix: 10.0.1"))
        #expect(try addresses("[]") == "reservations: [192.0.2.10]\n")
        #expect(
            try addresses("[\n  192.0.2.2, # two\n  192.0.2.9 # nine\n  ]")
                == "reservations: [\n  192.0.2.2, # two\n  192.0.2.9, # nine\n  192.0.2.10\n  ]\n")
    }

    @Test("a new key has its documented place")
    func keys() throws {
        let text = "devices:\n  - name: a # c\n    owner: x\n"
        let result = try edited(text) { edit in
            for item in edit.items(ofList: "devices") { edit.set("status", to: .text("retired"), in: item) }
        }
        #expect(result == "devices:\n  - name: a # c\n    status: retired\n    owner: x\n")
        let flow = try edited("devices: [{name: a, owner: x}]\n") { edit in
            for item in edit.items(ofList: "devices") { edit.set("status", to: .text("retired"), in: item) }
        }
        #expect(flow == "devices: [{name: a, status: retired, owner: x}]\n")
    }

    @Test(
        "another text stands in the quotes of the first one",
        arguments: [("x", "z"), ("'x'", "'z'"), ("\"x\" # c", "\"z\" # c")])
    func quotes(old: String, new: String) throws {
        let result = try edited("devices: [{name: a}]\nsettings:\n  name: \(old)\n") { edit in
            guard let root = edit.tree.root, let settings = edit.tree.value(of: "settings", in: root) else { return }
            edit.set("name", to: .text("z"), in: settings)
        }
        #expect(result == "devices: [{name: a}]\nsettings:\n  name: \(new)\n")
    }

    @Test("a list without brackets goes with its last item, one in brackets stays empty")
    func emptied() throws {
        func without(_ text: String) throws -> String {
            try edited(text) { edit in
                for item in edit.items(ofList: "sites") { edit.list("sites").map { edit.remove(item, from: $0) } }
            }
        }
        #expect(try without("# head\nvrfs: []\n\nsites:\n  - name: a # c\n") == "# head\nvrfs: []\n")
        #expect(try without("vrfs: []\nsites: [{name: a}]\n") == "vrfs: []\nsites: []\n")
    }

    @Test(
        "of blank lines between items, one stays where several were parted by them",
        arguments: [
            (["a"], "sites:\n  - {name: b}\n\n  - {name: c}\n"), (["b"], "sites:\n  - {name: a}\n\n  - {name: c}\n"),
            (["c"], "sites:\n  - {name: a}\n\n  - {name: b}\n"), (["a", "b"], "sites:\n  - {name: c}\n"),
            (["b", "c"], "sites:\n  - {name: a}\n"), (["a", "c"], "sites:\n  - {name: b}\n"),
        ])
    func blankLines(names: [String], expected: String) throws {
        for head in ["", "  # all of them\n\n"] {
            let text = "sites:\n\(head)  - {name: a}\n\n  - {name: b}\n\n  - {name: c}\n"
            let result = try edited(text) { edit in
                guard let list = edit.list("sites") else { return }
                for name in names {
                    if let item = edit.item(of: list, where: "name", is: name) { edit.remove(item, from: list) }
                }
            }
            #expect(result == expected.replacing("sites:\n", with: "sites:\n\(head)"))
        }
    }

    @Test("what stands below a text in lines of its own does not become part of it")
    func textAbove() throws {
        func withoutLast(_ text: String) throws -> String {
            try edited(text) { edit in
                if let list = edit.list("sites"), let last = edit.items(ofList: "sites").last {
                    edit.remove(last, from: list)
                }
            }
        }
        let kept = "sites:\n  - name: a\n    description: |\n      text\n"
        #expect(try withoutLast(kept + "  - name: b\n") == kept)
        #expect(try withoutLast(kept + "  - name: b") == kept)
        #expect(try withoutLast(kept + "\n  - name: b\n      # about b\n") == kept)
    }

    @Test("what cannot stand in an inventory is refused, and so is a file that is none")
    func refused() throws {
        #expect(throws: EditError.self) {
            try edited("sites: []\n") { $0.add([.entries(["name": .text("\u{1b}[2J")])], toList: "sites") }
        }
        for text in ["- a\n", "a: &b 1\n", "a: [\n", "a: 1\na: 2\n"] {
            #expect(throws: EditError.self) { try DocumentEdit(SourceFile(path: "a.yaml", bytes: Array(text.utf8))) }
        }
    }
}
