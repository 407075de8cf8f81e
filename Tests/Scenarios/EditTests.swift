import Foundation
import TestSupport
import Testing

@Suite("Editing the inventory from the command line")
struct EditTests {
    private static let inventory = """
        # Our network.
        subnets:
          - prefix: 192.0.2.0/28 # the first
            name: lan
            gateway: 192.0.2.1
            pools:
              - {name: hosts, range: 192.0.2.4-192.0.2.9, purpose: static}
          - {prefix: 198.51.100.0/28, name: lab}

        devices:
          - name: nas # in the hall
            interfaces:
              - {name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.4]} # its only one
          - name: printer
            interfaces:
              - name: eth0
                addresses:
                  - {address: 192.0.2.5, dns: print, expires: 2027-01-31}

        reservations:
          - {address: 192.0.2.12, name: held}

        """

    /// The lines that a command changes, from its `--dry-run`, which must be those that it writes.
    private func changed(_ line: String) throws -> [String] {
        let workplace = try Workplace(inventory: Self.inventory)
        let words = line.split(separator: " ").map(String.init)
        let dry = try workplace.run(words + ["--dry-run"])
        #expect(dry.code == 0, "\(dry.errors)")
        #expect(workplace.directory.text(of: "inventory/all.yaml") == Self.inventory)
        let ending = try workplace.run(words)
        #expect(ending.code == 0, "\(ending.errors)")
        let old = Self.inventory.split(separator: "\n").map(String.init)
        let new = (workplace.directory.text(of: "inventory/all.yaml") ?? "").split(separator: "\n").map(String.init)
        let difference = new.difference(from: old)
        let lines =
            difference.removals.compactMap { if case .remove(_, let line, _) = $0 { "-" + line } else { nil } }
            + difference.insertions.compactMap { if case .insert(_, let line, _) = $0 { "+" + line } else { nil } }
        for line in lines { #expect(dry.output.contains(line + "\n"), "\(dry.output)") }
        #expect(try workplace.ipam("validate").code == 0)
        return lines
    }

    @Test("a word that is given twice is written once")
    func words() throws {
        let workplace = try Workplace(inventory: "sites: []\n")
        let words = ["add", "device", "tv", "--tag", "b", "--tag", "a", "--tag", "b"]
        let file = ["--file", "inventory/new.yaml"]
        #expect(try workplace.run(words + file).code == 0)
        #expect(workplace.directory.text(of: "inventory/new.yaml") == "devices:\n  - {name: tv, tags: [b, a]}\n")
    }

    @Test(
        "changes as few lines as can be, and dry runs show them",
        arguments: [
            (
                "assign nas --from hosts",
                [
                    "-      - {name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.4]} # its only one",
                    "+      - {name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.4, 192.0.2.6]} # its only one",
                ]
            ),
            (
                "assign printer --from lab --dns a b --expires 2027-06-30",
                ["+          - {address: 198.51.100.1, dns: [a, b], expires: 2027-06-30}"]
            ),
            (
                "assign tv --from hosts --mac 02:00:5e:10:00:09",
                [
                    "+  - name: tv", "+    interfaces:", "+      - name: eth0", "+        mac: 02:00:5e:10:00:09",
                    "+        addresses:", "+          - 192.0.2.6",
                ]
            ),
            (
                "assign nas --interface wlan0 --from 198.51.100.0/28",
                ["+      - {name: wlan0, addresses: [198.51.100.1]}"]
            ),
            ("release 192.0.2.12", ["-reservations:", "-  - {address: 192.0.2.12, name: held}"]),
            (
                "release printer",
                [
                    "-  - name: printer", "-    interfaces:", "-      - name: eth0", "-        addresses:",
                    "-          - {address: 192.0.2.5, dns: print, expires: 2027-01-31}",
                ]
            ),
            (
                "release 192.0.2.5",
                ["-        addresses:", "-          - {address: 192.0.2.5, dns: print, expires: 2027-01-31}"]
            ),
            ("retire nas", ["+    status: retired"]),
            ("rename nas store", ["-  - name: nas # in the hall", "+  - name: store # in the hall"]),
            (
                "move printer --to lab",
                [
                    "-          - {address: 192.0.2.5, dns: print, expires: 2027-01-31}",
                    "+          - {address: 198.51.100.1, dns: print, expires: 2027-01-31}",
                ]
            ),
            (
                "add subnet 203.0.113.0/24 --name guests --vlan 7 --tag prod --tag wifi",
                ["+  - {prefix: 203.0.113.0/24, name: guests, vlan: 7, tags: [prod, wifi]}"]
            ),
            (
                "add reservation 192.0.2.14 --name api --role vip --dns api --expires 2027-06-30 --tag prod",
                ["+  - {address: 192.0.2.14, name: api, role: vip, dns: api, expires: 2027-06-30, tags: [prod]}"]
            ),
            (
                "add reservation 192.0.2.10-192.0.2.11 --owner me",
                ["+  - {range: 192.0.2.10-192.0.2.11, owner: me}"]
            ),
            (
                "add pool leases --subnet lan --range 192.0.2.13-192.0.2.14 --purpose dhcp",
                ["+      - {name: leases, range: 192.0.2.13-192.0.2.14, purpose: dhcp}"]
            ),
            (
                "add device tv --owner me --tag a --tag b --service tcp/22",
                ["+  - name: tv", "+    owner: me", "+    tags: [a, b]", "+    services: [tcp/22]"]
            ),
            (
                "resize lab 198.51.100.0/27",
                ["-  - {prefix: 198.51.100.0/28, name: lab}", "+  - {prefix: 198.51.100.0/27, name: lab}"]
            ),
            (
                "split lab --into 29",
                [
                    "-  - {prefix: 198.51.100.0/28, name: lab}",
                    "+  - {prefix: 198.51.100.0/28, name: lab, status: container}",
                    "+  - {prefix: 198.51.100.0/29}", "+  - {prefix: 198.51.100.8/29}",
                ]
            ),
        ] as [(String, [String])])
    func lines(line: String, expected: [String]) throws {
        #expect(try changed(line) == expected)
    }

    @Test(
        "what would break the inventory, or cannot be meant, is not written",
        arguments: [
            ("assign nas --from nowhere", 64), ("assign nas --from lan --mac 02:00:5e:10:00", 64),
            ("assign tv --from lan --dns not..a..name", 64), ("release 192.0.2.9", 64), ("release nobody", 64),
            ("rename nas printer", 2), ("rename nas bad/name\u{1b}[2J", 64), ("retire tv", 64),
            ("add subnet 192.0.2.8/29", 2), ("add device nas", 2), ("resize lan 192.0.2.0/29", 2),
            ("split lan --into 29", 2),
            ("add device tv --file ../tv.yaml", 64), ("assign tv --from lan --branch x", 64),
        ] as [(String, Int32)])
    func refused(line: String, code: Int32) throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let ending = try workplace.run(line.split(separator: " ").map(String.init))
        #expect(ending.code == code, "\(ending.output)\(ending.errors)")
        #expect(ending.errors.contains("\u{1b}") == false)
        #expect(workplace.directory.text(of: "inventory/all.yaml") == Self.inventory)
    }

    @Test("a new entry goes into the file of its subnet, or that of its kind if files are kept by kind")
    func places() throws {
        let sites = try Workplace([
            "inventory/a.yaml": "subnets: [{prefix: 192.0.2.0/24, name: a}]\ndevices: [{name: x}]\n",
            "inventory/b.yaml": "subnets: [{prefix: 198.51.100.0/24, name: b}]\n",
        ])
        #expect(try sites.ipam("assign", "tv", "--from", "b").errors == "Add tv with 198.51.100.1: inventory/b.yaml\n")
        #expect(try sites.ipam("add", "reservation", "198.51.100.9").errors.contains("inventory/b.yaml"))
        let kinds = try Workplace([
            "inventory/devices.yaml": "devices: [{name: x}]\n",
            "inventory/subnets.yaml": "subnets: [{prefix: 198.51.100.0/24, name: b}]\n",
        ])
        #expect(try kinds.ipam("assign", "tv", "--from", "b").errors.contains("inventory/devices.yaml"))
    }

    @Test("what is written leaves `fmt` nothing to do")
    func formatted() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        #expect(try workplace.ipam("fmt", "--check").code == 0)
        for line in [
            "assign nas --from hosts --dns x --expires 2027-06-30", "assign tv --from hosts --mac 02:00:5e:10:00:09",
            "retire nas", "rename tv radio", "add pool p --subnet lab --range 198.51.100.0/29 --purpose static",
            "add subnet 203.0.113.0/24 --gateway 203.0.113.1 --owner me --tag x --description y",
            "add device z --status planned --tag x --service tcp/22", "split 203.0.113.0/24 --into 25",
            "add reservation 203.0.113.9 --tag x --dns y --expires 2027-06-30 --name z", "release 192.0.2.5",
        ] {
            let ending = try workplace.run(line.split(separator: " ").map(String.init))
            #expect(ending.code == 0, "\(line): \(ending.errors)")
            #expect(try workplace.ipam("fmt", "--check").code == 0, "\(line)")
        }
    }

    @Test("where two routing domains share a prefix, an assignment says in which it is")
    func overlappingDomains() throws {
        let workplace = try Workplace(
            inventory: """
                vrfs: [{name: red}]
                subnets:
                  - {prefix: 10.0.0.0/29, name: same}
                  - {prefix: 10.0.0.0/29, name: other, vrf: red}

                """)
        let ending = try workplace.ipam("assign", "y", "--from", "same")
        #expect(ending.code == 0, "\(ending.errors)")
        #expect(workplace.directory.text(of: "inventory/all.yaml")?.contains("vrf: default") == true)
        #expect(try workplace.ipam("validate").code == 0)
    }

    @Test("errors that were there before are in nobody's way")
    func oldErrors() throws {
        let broken = Self.inventory + "zones: [{name: a.example.net, records: [{name: x, type: CNAME, values: [y]}]}]\n"
        let workplace = try Workplace(inventory: broken)
        #expect(try workplace.ipam("validate").code == 1)
        let ending = try workplace.ipam("retire", "nas")
        #expect(ending.code == 0, "\(ending.errors)")
        #expect(ending.errors.contains("there before"), "\(ending.errors)")
    }

    @Test("addresses are given whatever is wrong, unless a claim may be hidden by it")
    func space() throws {
        let harmless = """
            subnets: [{prefix: 192.0.2.0/29, name: lan}]
            devices:
              - {name: a, site: nowhere, interfaces: [{name: e0, mac: nonsense, addresses: [192.0.2.1]}]}
              - {name: b, interfaces: [{name: e0, addresses: [192.0.2.1]}]}

            """
        let workplace = try Workplace(inventory: harmless)
        #expect(try workplace.ipam("next", "lan").output == "192.0.2.2\n")
        #expect(try workplace.ipam("assign", "c", "--from", "lan").code == 0)
        #expect(try workplace.ipam("next", "lan").output == "192.0.2.3\n")
        let hiding = try Workplace(inventory: harmless.replacing("mac: nonsense, addresses", with: "adresses"))
        #expect(try hiding.ipam("next", "lan").code == 2)
        #expect(try hiding.ipam("assign", "c", "--from", "lan").code == 2)
    }

    @Test("a commit has the change alone, on the branch that was asked for", .enabled(if: Program.areWanted("git")))
    func commit() throws {
        let sandbox = try #require(try GitSandbox())
        try sandbox.commit(["inventory/all.yaml": Self.inventory, "other.txt": "a\n"])
        try sandbox.directory.write("b\n", to: "other.txt")
        try sandbox.run("add", "other.txt")
        let ending = try Workplace.program.run(
            ["assign", "tv", "--from", "hosts", "--commit", "--branch", "tv"], in: sandbox.directory.path,
            environment: GitSandbox.environment.merging(["SOURCE_DATE_EPOCH": Workplace.epoch]) { $1 })
        #expect(ending.code == 0, "\(ending.errors)")
        #expect(try sandbox.run("log", "--format=%s", "main..tv") == "Add tv with 192.0.2.6")
        #expect(try sandbox.run("diff", "--name-only", "main", "tv") == "inventory/all.yaml")
        #expect(try sandbox.run("branch", "--show-current") == "tv")
        #expect(try sandbox.run("status", "--porcelain", "--untracked-files=no") == "M  other.txt")
        let again = try Workplace.program.run(
            ["retire", "nas", "--commit"], in: sandbox.directory.path,
            environment: GitSandbox.environment.merging(["SOURCE_DATE_EPOCH": Workplace.epoch]) { $1 })
        #expect(again.code == 0, "\(again.errors)")
        #expect(try sandbox.run("log", "--format=%s", "main..tv") == "Retire nas\nAdd tv with 192.0.2.6")
        try sandbox.directory.write(Self.inventory + "# mine\n", to: "inventory/all.yaml")
        let dirty = try Workplace.program.run(
            ["retire", "printer", "--commit"], in: sandbox.directory.path,
            environment: GitSandbox.environment.merging(["SOURCE_DATE_EPOCH": Workplace.epoch]) { $1 })
        #expect(dirty.code == 2)
        #expect(sandbox.directory.text(of: "inventory/all.yaml") == Self.inventory + "# mine\n")
    }
}
