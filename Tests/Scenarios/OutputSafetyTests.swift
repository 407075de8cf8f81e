import TestSupport
import Testing

@Suite("Output safety")
struct OutputSafetyTests {
    private static let inventory = """
        settings: {outputs: [{format: FORMAT, path: PATH}]}
        subnets: [{prefix: 192.0.2.0/24, scan: {enabled: false}}]
        """

    private func workplace(format: String = "csv", path: String = "out/a.csv") throws -> Workplace {
        try Workplace(
            inventory: Self.inventory.replacing("FORMAT", with: format).replacing("PATH", with: path) + "\n")
    }

    @Test(
        "a command line that would write into the inventory ends with 2 and writes nothing",
        arguments: [
            "validate -o json=inventory/all.yaml", "validate -o json=inventory/new.yaml",
            "validate -o json=./out/../inventory/all.yaml", "export csv --out inventory/all.yaml",
            "schema --out inventory", "scan --cache inventory/cache.yaml", "drift -o json=.git/config",
            "drift -o json=.ipam/cache.sqlite",
        ])
    func protectedFromTheCommandLine(line: String) throws {
        let workplace = try Workplace(inventory: "subnets: [{prefix: 127.0.10.0/30, scan: {probes: [tcp/9]}}]\n")
        let before = try workplace.files()
        let ending = try workplace.run(line.split(separator: " ").map(String.init))
        #expect(ending.code == 2)
        #expect(ending.errors.contains("somewhere else"), "\(ending.errors)")
        #expect(try workplace.files() == before)
    }

    @Test(
        "an output of the inventory that leads into a protected place is refused at its place before anything is done",
        arguments: [
            "inventory/all.yaml", "inventory/new.yaml", ".git/config", ".ipam/cache.sqlite", "out/../inventory/x",
        ])
    func protectedFromTheInventory(path: String) throws {
        let workplace = try workplace(path: path)
        let before = try workplace.files()
        let ending = try workplace.ipam("reconcile")
        #expect(ending.code == 2)
        #expect(ending.errors.hasPrefix("error: inventory/all.yaml:1:42: "), "\(ending.errors)")
        #expect(try workplace.files() == before)
    }

    @Test("an unknown output format is refused at its place, with the nearest one")
    func unknownFormat() throws {
        let ending = try workplace(format: "CSV").ipam("reconcile")
        #expect(ending.code == 2)
        #expect(
            ending.errors
                == "error: inventory/all.yaml:1:31: there is no output format 'CSV'; did you mean 'csv'?\n")
    }

    @Test("two reports cannot have one file")
    func sameFile() throws {
        let ending = try workplace().ipam("validate", "-o", "json=x", "-o", "markdown=x")
        #expect(ending.code == 64)
    }

    @Test("a zone that would lack a declared record is not written")
    func incompleteZone() throws {
        let workplace = try Workplace(
            inventory: """
                zones:
                  - name: ex.net
                    nameservers: [ns.example.org]
                    records: [{name: t, type: BOGUS, values: [q]}]

                """)
        let before = try workplace.files()
        let ending = try workplace.ipam("export", "bind", "--out", "out")
        #expect(ending.code == 2)
        #expect(ending.errors.contains("inventory/all.yaml:4:"), "\(ending.errors)")
        #expect(try workplace.files() == before)
    }

    @Test("a routing domain that is not declared is not scanned")
    func unknownVRF() throws {
        let ending = try workplace().ipam("scan", "--vrf", "defualt")
        #expect(ending.code == 64)
        #expect(ending.errors.contains("did you mean 'default'?"))
    }

    @Test("files that declare nothing are no inventory")
    func nothingDeclared() throws {
        #expect(try Workplace(inventory: "# to come\n").ipam("validate").code == 2)
    }
}
