import FoundationEssentials
import TestSupport
import Testing

@Suite("The next free address")
struct NextTests {
    private static let inventory = """
        subnets:
          - {prefix: 192.0.2.0/28, name: lan}
          - {prefix: 10.0.0.0/16, status: container, name: all}
        devices: [{name: a, interfaces: [{name: eth0, addresses: [192.0.2.1]}]}]

        """

    @Test("is printed alone, for scripts; one that answers is skipped and named on stderr")
    func skipped() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let fresh = try workplace.ipam("next", "lan", "--count", "2")
        #expect(fresh.output == "192.0.2.2\n192.0.2.3\n")
        #expect(fresh.errors.contains("nothing was ever scanned"))
        try workplace.directory.write(
            """
            <nmaprun scanner="nmap" start="1795345200"><host endtime="1795345200"><status state="up" reason="arp-response"/>
            <address addr="192.0.2.2" addrtype="ipv4"/><address addr="02:00:5E:10:00:09" addrtype="mac"/></host>
            <runstats><finished time="1795345200" exit="success"/></runstats></nmaprun>
            """, to: "seen.xml")
        let observed = try workplace.ipam("observe", "seen.xml")
        #expect(observed.code == 0, "\(observed.errors)")
        let later = try workplace.ipam("next", "lan")
        #expect(later.output == "192.0.2.3\n")
        #expect(
            later.errors.contains("192.0.2.2 is free in the inventory, but a host answered there"), "\(later.errors)")
        #expect(later.errors.contains("02:00:5e:10:00:09"))
    }

    @Test("as YAML it can be pasted into a file, and the inventory is valid")
    func paste() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        for (place, arguments) in [("b", ["lan", "--count", "2"]), ("c", ["all", "--prefix-length", "24"])] {
            let stanza = try workplace.run(["next"] + arguments + ["--yaml"])
            #expect(stanza.code == 0, "\(stanza.errors)")
            try workplace.directory.write(stanza.output, to: "inventory/\(place).yaml")
        }
        let ending = try workplace.ipam("validate", "--fail-on", "warning")
        #expect(ending.code == 0, "\(ending.output)")
        #expect(try workplace.ipam("next", "lan").output == "192.0.2.4\n")
        #expect(try workplace.ipam("next", "all", "--prefix-length", "24").output == "10.0.1.0/24\n")
    }

    @Test(
        "what cannot be is refused: usage is 64, and too little free is 2",
        arguments: [
            ("nope", 64), ("", 64), ("lan --count 0", 64), ("lan --family 5", 64), ("lan --prefix-length 129", 64),
            ("lan --yaml -o json", 64), ("lan --count 14", 2), ("lan --count 13", 0),
        ] as [(String, Int32)])
    func refused(line: String, code: Int32) throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let ending = try workplace.run(["next"] + line.split(separator: " ").map(String.init))
        #expect(ending.code == code, "\(ending.errors)")
        #expect((ending.output == "") == (code != 0))
    }

    @Test("JSON follows its schemas", .enabled(if: Checker.areWanted(.schemas), "not installed: run .ci/install"))
    func schemas() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        for (schema, arguments) in [("next-addresses", ["lan"]), ("next-prefixes", ["all", "--prefix-length", "24"])] {
            let json = try workplace.run(["next"] + arguments + ["-o", "json"])
            try workplace.directory.write(json.output, to: "\(schema).json")
            let file = Workplace.package.appending(path: "schemas/\(schema).schema.json")
            let checker = try #require(Checker.schemas.program)
            let verdict = try checker.run(
                ["--schemafile", file.path, "\(schema).json"], in: workplace.directory.path)
            #expect(verdict.code == 0, "\(verdict.output)\(verdict.errors)")
        }
    }
}
