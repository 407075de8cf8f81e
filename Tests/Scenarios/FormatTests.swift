import Foundation
import TestSupport
import Testing

@Suite("Laying out an inventory")
struct FormatTests {
    private static let untidy = "devices:\n- owner: b\n  name: a\n"
    private static let tidy = "devices:\n  - name: a\n    owner: b\n"

    @Test("files are laid out and named; a second run says nothing and touches nothing")
    func twice() throws {
        let workplace = try Workplace(["inventory/a.yaml": Self.untidy, "inventory/b/c.yml": Self.tidy])
        let first = try workplace.ipam("fmt")
        #expect(first.code == 0)
        #expect(first.output == "inventory/a.yaml\n" && first.errors == "")
        #expect(workplace.directory.text(of: "inventory/a.yaml") == Self.tidy)
        let between = try workplace.files()
        let second = try workplace.ipam("fmt")
        #expect(second.code == 0)
        #expect(second.output == "" && second.errors == "")
        #expect(try workplace.files() == between)
    }

    @Test("--check names what would change, ends with 1, and writes nothing")
    func check() throws {
        let workplace = try Workplace(["inventory/a.yaml": Self.untidy, "inventory/b.yaml": Self.tidy])
        let before = try workplace.files()
        let ending = try workplace.ipam("fmt", "--check")
        #expect(ending.code == 1)
        #expect(ending.output == "inventory/a.yaml\n")
        #expect(try workplace.files() == before)
        #expect(try workplace.ipam("fmt", "--check", "inventory/b.yaml").code == 0)
    }

    @Test("only files that are named are touched, wherever they are")
    func named() throws {
        let workplace = try Workplace(["inventory/a.yaml": Self.untidy, "x/b.yaml": Self.untidy, "c.yaml": Self.untidy])
        let ending = try workplace.ipam("fmt", "x/b.yaml", "c.yaml", "./c.yaml")
        #expect(ending.code == 0)
        #expect(workplace.directory.text(of: "inventory/a.yaml") == Self.untidy)
        #expect(workplace.directory.text(of: "x/b.yaml") == Self.tidy)
        #expect(workplace.directory.text(of: "c.yaml") == Self.tidy)
    }

    @Test("a file that is no YAML is left alone and told of at its place; the others are laid out")
    func broken() throws {
        let workplace = try Workplace(["inventory/a.yaml": "sites: [\n", "inventory/b.yaml": Self.untidy])
        let ending = try workplace.ipam("fmt")
        #expect(ending.code == 2)
        #expect(ending.errors.hasPrefix("inventory/a.yaml:2:1: error: "), "\(ending.errors)")
        #expect(ending.errors.hasSuffix("error: what is listed above was left as it is\n"))
        #expect(workplace.directory.text(of: "inventory/a.yaml") == "sites: [\n")
        #expect(workplace.directory.text(of: "inventory/b.yaml") == Self.tidy)
    }

    @Test("a file whose name is no UTF-8 is told of, and nothing is written under the name that it is shown by")
    func notUTF8() throws {
        let workplace = try Workplace(["inventory/a.yaml": Self.untidy, "inventory/z\u{fffd}.yaml": Self.untidy])
        let made = try workplace.shell(#"printf 'sites: [{name: a}] ' > "inventory/$(printf 'z\377').yaml""#)
        #expect(made.code == 0, "\(made.errors)")
        let ending = try workplace.ipam("fmt")
        #expect(ending.code == 2)
        #expect(ending.errors.contains("has a name that is not UTF-8"), "\(ending.errors)")
        #expect(workplace.directory.text(of: "inventory/a.yaml") == Self.tidy)
        #expect(workplace.directory.text(of: "inventory/z\u{fffd}.yaml") == Self.untidy)
    }

    @Test("a link is neither followed nor replaced")
    func link() throws {
        let workplace = try Workplace(["inventory/a.yaml": Self.tidy, "elsewhere.yaml": Self.untidy])
        try workplace.shell("ln -s ../elsewhere.yaml inventory/link.yaml")
        #expect(try workplace.ipam("fmt").code == 2)
        #expect(try workplace.ipam("fmt", "inventory/link.yaml").code == 2)
        #expect(workplace.directory.text(of: "elsewhere.yaml") == Self.untidy)
    }

    @Test("a file that is not there ends the run with 2")
    func missing() throws {
        let ending = try Workplace(inventory: Self.tidy).ipam("fmt", "nowhere.yaml")
        #expect(ending.code == 2)
        #expect(ending.errors.contains("nowhere.yaml"))
    }

    @Test("a file keeps its permissions")
    func permissions() throws {
        let workplace = try Workplace(inventory: Self.untidy)
        try workplace.setPermissions(0o640, of: "inventory/all.yaml")
        try workplace.ipam("fmt")
        let path = workplace.directory.path + "/inventory/all.yaml"
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o640)
    }

    @Test("the shipped inventory and what init writes are laid out as they should be")
    func own() throws {
        let shipped = try Workplace.withShippedInventory().ipam("fmt", "--check")
        #expect(shipped.code == 0, "\(shipped.output)")
        let started = try Workplace()
        try started.ipam("init")
        #expect(try started.ipam("fmt", "--check").output == "")
    }
}
