import Foundation
import TestSupport
import Testing

@Suite("Edits of an inventory in which something is wrong")
struct EditSafetyTests {
    private static let inventory = """
        subnets:
          - prefix: 192.0.2.0/24
            name: lan
            zone: home.example.net
            pools:
              - {name: leases, range: 192.0.2.128-192.0.2.199, purpose: dhcp}
          - {prefix: 198.51.100.0/24, name: lab}
        devices:
          - name: nas
            interfaces: [{name: eth0, addresses: [192.0.2.10]}]
          - {name: spare}
        zones:
          - {name: home.example.net, contact: hostmaster@example.net, nameservers: [nas.home.example.net]}

        """

    private func attempt(_ line: String, breaking old: String, by new: String) throws -> (Program.Ending, Bool) {
        let text = Self.inventory.replacing(old, with: new)
        #expect(text != Self.inventory)
        let workplace = try Workplace(inventory: text)
        let ending = try workplace.run(line.split(separator: " ").map(String.init))
        return (ending, workplace.directory.text(of: "inventory/all.yaml") == text)
    }

    @Test(
        "a name that others refer to is not taken away, whatever hides who has it",
        arguments: ["rename nas store", "release nas", "release 192.0.2.10"],
        [
            ("192.0.2.128-", "192.0.2.300-"), ("spare}", "spare, owner: [x]}"), ("prefix: 198.51.100.0/24, ", ""),
        ])
    func dangling(line: String, fault: (String, String)) throws {
        let (ending, isKept) = try attempt(line, breaking: fault.0, by: fault.1)
        #expect(ending.code == 2 && isKept, "\(ending.errors)")
        #expect(ending.errors.contains("nas.home.example.net"), "\(ending.errors)")
    }

    @Test("a name whose zone cannot be told is not taken away while a name server has it")
    func hiddenSubnet() throws {
        for (old, new) in [("192.0.2.0/24", "192.0.2.0.0/24"), ("zone: home.example.net", "zone: [home]")] {
            for line in ["rename nas store", "release nas"] {
                let (ending, isKept) = try attempt(line, breaking: old, by: new)
                #expect(ending.code == 2 && isKept, "\(line): \(ending.errors)")
                #expect(ending.errors.contains("mend the errors first"), "\(ending.errors)")
            }
        }
    }

    @Test(
        "a name under a misspelled key is not taken away",
        arguments: ["rename nas store", "retire nas", "release nas", "release 192.0.2.10"],
        ["name: www, type: CNAME, value: nas.home.example.net.", "name: x, type: MX, target: [10 nas]"])
    func misspelled(line: String, record: String) throws {
        let (ending, isKept) = try attempt(
            line, breaking: "nameservers: [nas.home.example.net]}",
            by: "nameservers: [spare.example.org], records: [{\(record)}]}")
        #expect(ending.code == 2 && isKept, "\(ending.errors)")
        #expect(ending.errors.contains("is referred to in DNS"), "\(ending.errors)")
    }

    @Test(
        "an address of several is not released while what is hidden may refer to a name that goes with it",
        arguments: [
            ("192.0.2.10", "{address: 192.0.2.20, dns: www}", "www", false),
            ("192.0.2.20", "{address: 192.0.2.20, dns: www}", "www", true),
            ("192.0.2.20", "192.0.2.20", "nas", false), ("192.0.2.10", "198.51.100.20", "nas", true),
            ("192.0.2.10", "{address: 192.0.2.20, dns: false}", "nas", true),
        ])
    func severalAddresses(released: String, second: String, name: String, isRefused: Bool) throws {
        let text = Self.inventory.replacing("[192.0.2.10]", with: "[192.0.2.10, \(second)]").replacing(
            "nameservers: [nas.home.example.net]}",
            with: "nameservers: [spare.example.org], records: [{name: x, type: MX, target: [10 \(name)]}]}")
        let workplace = try Workplace(inventory: text)
        let ending = try workplace.ipam("release", released)
        #expect((ending.code == 2) == isRefused, "\(ending.errors)")
        #expect(ending.errors.contains("'\(name)' is referred to in DNS") == isRefused, "\(ending.errors)")
    }

    @Test("a misspelled key elsewhere is in nobody's way")
    func misspelledElsewhere() throws {
        let (ending, isKept) = try attempt("rename spare other", breaking: "spare}", by: "spare, onwer: spare}")
        #expect(ending.code == 0 && !isKept, "\(ending.errors)")
    }

    @Test(
        "an address gets no name that no host may have", arguments: ["---", "-rf", "1.2.3.4", "a_b", "a..b", "::1"])
    func unfitName(name: String) throws {
        let workplace = try Workplace(inventory: "subnets: [{prefix: 192.0.2.0/24, name: lan}]\n")
        let before = try workplace.files(below: "inventory")
        let ending = try workplace.ipam("assign", "tv", "--from", "lan", "--dns=\(name)")
        #expect(ending.code == 64, "\(ending.errors)")
        #expect(ending.errors.contains("cannot be the name of a host"), "\(ending.errors)")
        #expect(try workplace.files(below: "inventory") == before)
        #expect(try workplace.ipam("assign", "tv", "--from", "lan", "--dns=*.küche").code == 0)
    }

    @Test("an argument that is not UTF-8 is refused")
    func unreadableArgument() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        try workplace.shell("ipam add device $(printf 'a\\377b') 2>errors; echo $? >code")
        #expect(workplace.directory.text(of: "code") == "64\n")
        #expect(workplace.directory.text(of: "errors")?.contains("not UTF-8") == true)
        #expect(workplace.directory.text(of: "inventory/all.yaml") == Self.inventory)
    }

    @Test("what nobody could be told is made all the same, and the error says so")
    func lostResult() throws {
        let workplace = try Workplace(inventory: "subnets: [{prefix: 192.0.2.0/24, name: lan}]\n")
        try workplace.shell("ipam assign tv --from lan >/dev/full 2>errors; echo $? >code")
        #expect(workplace.directory.text(of: "code") == "2\n")
        let errors = workplace.directory.text(of: "errors") ?? ""
        #expect(errors.contains("the change is made, do not repeat it: Add tv with 192.0.2.1\n"), "\(errors)")
    }

    @Test("what has nothing to do with the fault goes on, and is told what was not checked")
    func unconcerned() throws {
        let (ending, isKept) = try attempt("rename spare other", breaking: "192.0.2.128-", by: "192.0.2.300-")
        #expect(ending.code == 0 && !isKept, "\(ending.errors)")
        #expect(ending.errors.contains("could not be read was not checked"), "\(ending.errors)")
    }

    @Test("a second fault of the same kind is one too many")
    func another() throws {
        let (ending, isKept) = try attempt(
            "add subnet 10.0.0.0/24 --vlan 9999", breaking: "name: lab", by: "vlan: 5000")
        #expect(ending.code == 2 && isKept, "\(ending.errors)")
    }

    @Test(
        "a file that cannot be parsed stops every edit, and is shown with its place",
        arguments: [
            "assign nas --from lan", "release nas", "release 192.0.2.10", "move nas --to lab", "rename spare other",
            "retire spare", "add device tv", "add subnet 203.0.113.0/24", "resize lab 198.51.100.0/25",
            "add pool x --subnet lab --range 198.51.100.8/29 --purpose static", "split lab --into 25", "adopt",
            "prune --yes", "release nobody --dry-run",
        ])
    func unparsed(line: String) throws {
        for broken in ["devices: [\n", "devices: &a []\n", "{\n"] {
            let workplace = try Workplace([
                "inventory/all.yaml": Self.inventory, "inventory/broken.yaml": broken,
            ])
            let ending = try workplace.run(line.split(separator: " ").map(String.init))
            #expect(ending.code == 2, "\(ending.errors)")
            #expect(ending.errors.contains("inventory/broken.yaml:"), "\(ending.errors)")
            #expect(workplace.directory.text(of: "inventory/all.yaml") == Self.inventory)
        }
    }

    @Test("splitting does not lose a pool that cannot be read")
    func unreadablePool() throws {
        let (ending, isKept) = try attempt("split lan --into 25", breaking: "192.0.2.128-", by: "192.0.2.300-")
        #expect(ending.code == 2 && isKept, "\(ending.errors)")
    }

    @Test("an inventory that is a symbolic link is called one")
    func link() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        try FileManager.default.createSymbolicLink(
            atPath: workplace.directory.path + "/link", withDestinationPath: "inventory")
        let ending = try workplace.ipam("retire", "spare", "--inventory", "link")
        #expect(ending.code == 2)
        #expect(ending.errors.contains("'link' is a symbolic link to 'inventory'"), "\(ending.errors)")
    }

    @Test("the lock lies beside the inventory, but inside one that is the whole project")
    func lock() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let inside = workplace.directory.path + "/inventory"
        #expect(try Workplace.program.run(["retire", "spare", "--inventory", "."], in: inside).code == 0)
        #expect(workplace.directory.paths().filter { $0.hasSuffix(".lock") } == ["inventory/.ipam/inventory.lock"])
        #expect(try workplace.ipam("add", "device", "tv").code == 0)
        let words = ["add", "device", "radio", "--inventory", ".", "--file", "more.yaml"]
        #expect(try Workplace.program.run(words, in: inside).code == 0)
        #expect(workplace.directory.text(of: "inventory/more.yaml") == "devices:\n  - {name: radio}\n")
        #expect(workplace.directory.paths().filter { $0.hasSuffix(".lock") } == ["inventory/.ipam/inventory.lock"])
        let usual = try Workplace(inventory: Self.inventory)
        #expect(try usual.ipam("retire", "spare").code == 0)
        #expect(usual.directory.paths().filter { $0.hasSuffix(".lock") } == [".ipam/inventory.lock"])
    }

    @Test(
        "values that are none are refused with the reason",
        arguments: [
            (["add", "subnet", "10.0.0.1/24"], "has host bits set; did you mean 10.0.0.0/24?"),
            (["resize", "lab", "198.51.100.0/33"], "prefix length /33 is above /32"),
            (
                ["add", "pool", "x", "--subnet", "lab", "--range", "198.51.100.9-198.51.100.8", "--purpose", "dhcp"],
                "198"
            ),
            (["assign", "nas", "--from", "lan", "--mac", "02:00"], "write it like"),
            (["assign", "nas", "--from", "lan", "--expires", "soon"], "2027-01-31"),
            (
                ["assign", "nas", "--from", "lab", "--expires", "2026-11-21"],
                "--expires 2026-11-21 is over: today is 2026-11-22"
            ),
            (["add", "reservation", "192.0.2.20", "--expires", "2026-01-01"], "is over: today is 2026-11-22"),
            (["add", "reservation", "192.0.2.999"], "192.0.2.999"),
            (["add", "device", "a\nb"], "U+000A"), (["rename", "spare", "a\tb"], "U+0009"),
            (["release", "spare", "spare"], "'spare' is named twice"),
            (["release", "2001:db8::1", "2001:0db8::1"], "is named twice"), (["retire", "nas", "nas"], "named twice"),
            (["split", "lab", "--into", "20"], "198.51.100.0/24 is split into parts of /25 to /32, not of /20"),
        ])
    func reasons(words: [String], reason: String) throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let ending = try workplace.run(words)
        #expect(ending.code == 64, "\(ending.errors)")
        #expect(ending.errors.contains(reason), "\(ending.errors)")
        #expect(workplace.directory.text(of: "inventory/all.yaml") == Self.inventory)
    }

    @Test(
        "what is so already is left, and is said",
        arguments: ["rename spare spare", "resize lab 198.51.100.0/24", "resize 198.51.100.0/24 198.51.100.0/24"])
    func unchanged(line: String) throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let ending = try workplace.run(line.split(separator: " ").map(String.init))
        #expect(ending.code == 0)
        #expect(ending.errors.contains("nothing is to be changed"), "\(ending.errors)")
        #expect(!ending.errors.contains("Re"), "\(ending.errors)")
        #expect(workplace.directory.text(of: "inventory/all.yaml") == Self.inventory)
    }

    @Test("a single address has no parts")
    func single() throws {
        let workplace = try Workplace(inventory: "subnets: [{prefix: 192.0.2.1/32, name: host}]\n")
        let ending = try workplace.ipam("split", "host", "--into", "33")
        #expect(ending.code == 64)
        #expect(ending.errors.contains("192.0.2.1/32 is a single address: it has no parts"), "\(ending.errors)")
    }

    @Test(
        "a file that would not be read again is no place for an entry",
        arguments: ["inventory/.new.yaml", "inventory/.d/x.yaml", "inventory/.yaml", "inventory/a/.b/c.yml"])
    func hiddenFile(file: String) throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let ending = try workplace.ipam("assign", "x", "--from", "lan", "--file", file)
        #expect(ending.code == 64)
        #expect(ending.errors.contains("'\(file)' is hidden, and hidden files are not read"), "\(ending.errors)")
        #expect(workplace.directory.text(of: file) == nil)
        #expect(workplace.directory.text(of: "inventory/all.yaml") == Self.inventory)
    }

    @Test("a device that is declared twice is not touched, and neither is one that a reservation shares its name with")
    func ambiguousName() throws {
        let twice = Self.inventory.replacing("{name: spare}", with: "{name: nas}")
        let shared = Self.inventory + "reservations: [{address: 192.0.2.20, name: nas}]\n"
        for (text, lines) in [
            (twice, ["release nas", "rename nas store", "retire nas", "move nas --to lab", "assign nas --from lan"]),
            (shared, ["release nas"]),
        ] {
            let workplace = try Workplace(inventory: text)
            for line in lines {
                let ending = try workplace.run(line.split(separator: " ").map(String.init))
                // Some are for sound inventories only.
                #expect([2, 64].contains(ending.code), "\(line): \(ending.errors)")
                #expect(ending.errors.contains("nas"), "\(ending.errors)")
                #expect(workplace.directory.text(of: "inventory/all.yaml") == text)
            }
        }
    }

    @Test("what --dry-run prints of a file with CRLF is what `git apply` takes")
    func crlfPatch() throws {
        let text = Self.inventory.replacing("\n", with: "\r\n")
        let workplace = try Workplace(inventory: text)
        let ending = try workplace.ipam("rename", "spare", "other", "--dry-run")
        #expect(ending.code == 0, "\(ending.errors)")
        try workplace.directory.write(ending.output, to: "change.patch")
        let applied = try #require(Program(installed: "git")).run(
            ["apply", "change.patch"], in: workplace.directory.path)
        #expect(applied.code == 0, "\(applied.errors)")
        let expected = text.replacing("name: spare", with: "name: other")
        #expect(workplace.directory.text(of: "inventory/all.yaml") == expected)
    }
}
