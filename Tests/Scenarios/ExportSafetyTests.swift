import Foundation
import TestSupport
import Testing

@Suite("What an export does to the files that are there")
struct ExportSafetyTests {
    private static func inventory(hosts: ClosedRange<Int>, zones: [String] = ["a.test", "b.test"], safety: String = "")
        -> String
    {
        let devices = hosts.map { "  - {name: h\($0), interfaces: [{name: e0, addresses: [192.0.2.\($0)]}]}" }
        return """
            settings: {dns: {nameservers: [ns.example.net]}\(safety)}
            subnets: [{prefix: 192.0.2.0/24, zone: a.test}]
            devices:
            \(devices.joined(separator: "\n"))
            zones:
            \((zones.map { "  - {name: \($0)}" } + ["  - {reverse: 192.0.2.0/24}"]).joined(separator: "\n"))

            """
    }

    private func workplace(hosts: ClosedRange<Int> = 1...20) throws -> Workplace {
        let workplace = try Workplace(inventory: Self.inventory(hosts: hosts))
        #expect(try workplace.ipam("export", "bind", "--out", "dns").code == 0)
        return workplace
    }

    private func change(
        _ workplace: Workplace, hosts: ClosedRange<Int>, zones: [String] = ["a.test", "b.test"], safety: String = ""
    ) throws {
        try workplace.directory.write(
            Self.inventory(hosts: hosts, zones: zones, safety: safety), to: "inventory/all.yaml")
    }

    @Test("--check says which files differ and by how much, exits with 1, and writes nothing")
    func check() throws {
        let workplace = try workplace()
        #expect(try workplace.ipam("export", "bind", "--out", "dns", "--check").code == 0)
        try change(workplace, hosts: 1...21)
        let before = try workplace.files()
        let ending = try workplace.ipam("export", "bind", "--out", "dns", "--check")
        #expect(ending.code == 1)
        #expect(
            ending.errors == """
                note: 2.0.192.in-addr.arpa.zone differs: 1 lines would go, 2 would come
                note: a.test.zone differs: 1 lines would go, 2 would come

                """)
        #expect(try workplace.files() == before)
    }

    @Test("more removals than max_removals_percent of a zone end with 3, and nothing is written")
    func share() throws {
        let workplace = try workplace()
        try change(workplace, hosts: 1...13)
        let before = try workplace.files()
        let ending = try workplace.ipam("export", "bind", "--out", "dns")
        #expect(ending.code == 3)
        #expect(
            ending.errors == """
                error: nothing was written, since this would remove more than it may:
                2.0.192.in-addr.arpa.zone would lose 7 of 20 entries, more than max_removals_percent, which is 30
                a.test.zone would lose 7 of 20 entries, more than max_removals_percent, which is 30
                if that is meant, say --allow-removals 14

                """)
        #expect(try workplace.files() == before)
    }

    @Test("exactly the number that was acknowledged may be removed", arguments: [(13, 3), (14, 0), (15, 3)])
    func acknowledged(number: Int, code: Int) throws {
        let workplace = try workplace()
        try change(workplace, hosts: 1...13)
        let ending = try workplace.ipam("export", "bind", "--out", "dns", "--allow-removals", "\(number)")
        #expect(ending.code == Int32(code), "\(ending.errors)")
    }

    @Test("what takes the place of something else is no removal")
    func renamed() throws {
        let workplace = try workplace(hosts: 1...9)
        try change(workplace, hosts: 2...10)
        #expect(try workplace.ipam("export", "bind", "--out", "dns").code == 0)
    }

    @Test("a zone that would be left with nothing is never a small loss")
    func emptied() throws {
        let workplace = try workplace(hosts: 1...2)
        try change(workplace, hosts: 3...3)
        #expect(try workplace.ipam("export", "bind", "--out", "dns").code == 0)
        try workplace.directory.write(
            Self.inventory(hosts: 3...3).replacing("addresses: [192.0.2.3]", with: "addresses: []"),
            to: "inventory/all.yaml")
        let ending = try workplace.ipam("export", "bind", "--out", "dns")
        #expect(ending.code == 3)
        #expect(ending.errors.contains("a.test.zone would lose all of its entries, 1"), "\(ending.errors)")
    }

    @Test("a zone that is no longer declared is a stop, and its file stays until --prune")
    func removedZone() throws {
        let workplace = try workplace()
        try workplace.directory.write("; somebody else's\n@ IN SOA x. y. 1 1 1 1 1\n", to: "dns/own.zone")
        try change(workplace, hosts: 1...20, zones: ["a.test"])
        let stopped = try workplace.ipam("export", "bind", "--out", "dns")
        #expect(stopped.code == 3)
        #expect(stopped.errors.contains("named.conf would no longer have: zone \"b.test\""), "\(stopped.errors)")
        let told = try workplace.ipam("export", "bind", "--out", "dns", "--allow-removals", "1")
        #expect(told.code == 0)
        #expect(told.errors.contains("b.test.zone is no longer made: --prune removes it"))
        let again = try workplace.ipam("export", "bind", "--out", "dns", "--prune")
        #expect(again.code == 3)
        #expect(again.errors.contains("b.test.zone would be removed, with all that it holds"), "\(again.errors)")
        let pruned = try workplace.ipam("export", "bind", "--out", "dns", "--prune", "--allow-removals", "1")
        #expect(pruned.code == 0, "\(pruned.errors)")
        #expect(
            try workplace.files(below: "dns/").keys.sorted() == [
                "dns/2.0.192.in-addr.arpa.zone", "dns/a.test.zone", "dns/named.conf", "dns/own.zone",
            ])
    }

    @Test("a network that a DHCP server would no longer serve is a stop")
    func removedNetwork() throws {
        let subnets = (1...2).map { "{prefix: 192.0.\($0).0/24, dhcp: {id: \($0)}}" }
        let workplace = try Workplace(inventory: "subnets: [\(subnets.joined(separator: ", "))]\n")
        #expect(try workplace.ipam("export", "kea", "--out", "kea").code == 0)
        try workplace.directory.write("subnets: [\(subnets[0])]\n", to: "inventory/all.yaml")
        let stopped = try workplace.ipam("export", "kea", "--out", "kea")
        #expect(stopped.code == 3)
        #expect(
            stopped.errors.contains("kea-dhcp4.json would no longer have: \"subnet\": \"192.0.2.0/24\""),
            "\(stopped.errors)")
        let pruned = try workplace.ipam("export", "kea", "--out", "kea", "--prune", "--allow-removals", "2")
        #expect(pruned.code == 0, "\(pruned.errors)")
        #expect(
            try workplace.files(below: "kea/").keys.sorted() == [
                "kea/kea-dhcp4.json", "kea/kea-dhcp6.json", "kea/subnet4-1.json",
            ])
    }

    @Test("reconcile stops as export does, and says so with 3")
    func reconcile() throws {
        let workplace = try workplace()
        let outputs = ", outputs: [{format: bind, path: dns}]"
        let scan = "scan: {enabled: false}, "
        try workplace.directory.write(
            Self.inventory(hosts: 1...10, safety: outputs).replacing("{prefix:", with: "{\(scan)prefix:"),
            to: "inventory/all.yaml")
        let before = try workplace.files(below: "dns/")
        #expect(try workplace.ipam("reconcile").code == 3)
        #expect(try workplace.files(below: "dns/") == before)
        // With nothing scanned there is no verdict, and yet outputs.
        #expect(try workplace.ipam("reconcile", "--allow-removals", "20").code == 4)
        #expect(try workplace.files(below: "dns/") != before)
    }

    @Test("a hosts file keeps the lines of others around our block")
    func hostsInPlace() throws {
        let workplace = try Workplace(inventory: Self.inventory(hosts: 1...2))
        let block = try workplace.ipam("export", "hosts").output
        let (above, below) = ("127.0.0.1 localhost\n10.0.0.9 mine\n", "10.0.0.10 last")
        try workplace.directory.write(above, to: "hosts")
        #expect(try workplace.ipam("export", "hosts", "--out", "hosts").code == 0)
        #expect(workplace.directory.text(of: "hosts") == above + block)
        try workplace.directory.write(above + block + below, to: "hosts")
        try change(workplace, hosts: 1...3)
        #expect(try workplace.ipam("export", "hosts", "--out", "hosts").code == 0)
        #expect(
            workplace.directory.text(of: "hosts") == above + (try workplace.ipam("export", "hosts").output) + below)
    }

    @Test(
        "a hosts file in which it is not plain what is ours is left alone",
        arguments: ["# BEGIN ipam\n", "# END ipam\n", "# END ipam\n# BEGIN ipam\n"])
    func brokenBlock(text: String) throws {
        let workplace = try Workplace(inventory: Self.inventory(hosts: 1...2))
        try workplace.directory.write(text, to: "hosts")
        let ending = try workplace.ipam("export", "hosts", "--out", "hosts")
        #expect(ending.code == 2 && ending.errors.contains("mend it by hand"), "\(ending.errors)")
        #expect(workplace.directory.text(of: "hosts") == text)
    }

    @Test(
        "a file that somebody else wrote is never replaced",
        arguments: [
            ("bind", "a.test.zone"), ("bind", "named.conf"), ("kea", "kea-dhcp4.json"), ("octodns", "a.test.yaml"),
            ("netbox", "1-sites.csv"), ("csv", ""), ("json", ""), ("dnsmasq", ""), ("ansible", ""),
            ("prometheus-sd", ""),
        ])
    func foreign(format: String, name: String) throws {
        let workplace = try Workplace(inventory: Self.inventory(hosts: 1...2))
        let path = name.isEmpty ? "file" : "out/\(name)"
        try workplace.directory.write("{} # mine\n", to: path)
        let out = name.isEmpty ? path : "out"
        let before = try workplace.files()
        let ending = try workplace.ipam("export", format, "--out", out)
        #expect(
            ending.code == 2 && ending.errors.contains("\(path) is there, and ipam did not write it: move it away"),
            "\(ending.errors)")
        #expect(try workplace.files() == before)
        let settings = ", outputs: [{format: \(format), path: \(out)}]"
        try workplace.directory.write(
            Self.inventory(hosts: 1...2, safety: settings).replacing(
                "{prefix:", with: "{scan: {enabled: false}, prefix:"),
            to: "inventory/all.yaml")
        let job = try workplace.ipam("reconcile")
        #expect(job.code == 2 && job.errors.contains("ipam did not write it"), "\(job.errors)")
        #expect(workplace.directory.text(of: path) == "{} # mine\n")
    }

    @Test("an empty file is nobody's")
    func emptyFile() throws {
        let workplace = try Workplace(inventory: Self.inventory(hosts: 1...2))
        try workplace.directory.write("", to: "names.csv")
        #expect(try workplace.ipam("export", "csv", "--out", "names.csv").code == 0)
    }

    @Test("a zone whose serial cannot be read is not begun anew, unless somebody says what secondaries have")
    func lostSerial() throws {
        let workplace = try workplace()
        let text = try #require(workplace.directory.text(of: "dns/a.test.zone"))
        try workplace.directory.write(text.replacing(#/ SOA .*/#, with: " SOA a. b. x 1 1 1 1"), to: "dns/a.test.zone")
        let before = try workplace.files()
        for options in [["--out", "dns"], ["--out", "new", "--previous", "dns"]] {
            let ending = try workplace.run(["export", "bind"] + options)
            #expect(
                ending.code == 2 && ending.errors.contains("a.test.zone has no serial that can be read"),
                "\(ending.errors)")
            #expect(try workplace.files() == before)
        }
        #expect(try workplace.ipam("export", "bind", "--out", "dns", "--min-serial", "2099010100").code == 0)
        #expect(workplace.directory.text(of: "dns/a.test.zone")?.contains(" 2099010100 ") == true)
    }

    @Test("what is in use has to be there where somebody says that it is", arguments: ["nowhere", "file"])
    func missingPrevious(name: String) throws {
        let workplace = try workplace()
        try workplace.directory.write("text", to: "file")
        let ending = try workplace.ipam("export", "bind", "--out", "new", "--previous", name)
        #expect(ending.code == 2 && ending.errors.contains("'\(name)' is no directory"), "\(ending.errors)")
        #expect(workplace.directory.text(of: "new/a.test.zone") == nil)
    }

    @Test(
        "a link that leads nowhere is not taken for absent",
        arguments: [["--out", "dns"], ["--out", "new", "--previous", "dns"]])
    func danglingLink(options: [String]) throws {
        let workplace = try workplace()
        let path = workplace.directory.path + "/dns/a.test.zone"
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/nowhere/at/all")
        let ending = try workplace.run(["export", "bind"] + options)
        #expect(ending.code == 2 && ending.errors.contains("it is a link that leads nowhere"), "\(ending.errors)")
        #expect(workplace.directory.text(of: "new/a.test.zone") == nil)
    }

    @Test(
        "a file that is there and cannot be read is not taken for absent",
        arguments: [("hosts", "hosts"), ("bind", "dns/a.test.zone"), ("octodns", "dns/a.test.yaml")])
    func unreadable(format: String, path: String) throws {
        let workplace = try Workplace(inventory: Self.inventory(hosts: 1...2))
        try workplace.directory.write("127.0.0.1 localhost precious\n", to: path)
        try workplace.setPermissions(0, of: path)
        if path != "hosts" { try workplace.setPermissions(0o777, of: "dns") }
        let ending = try Unprivileged.run(
            ["export", format, "--out", path == "hosts" ? path : "dns"], in: workplace)
        #expect(
            ending.code == 2 && ending.errors.contains("'\(path)': what is there cannot be read: Permission denied"))
        try workplace.setPermissions(0o644, of: path)
        #expect(workplace.directory.text(of: path) == "127.0.0.1 localhost precious\n")
    }

    @Test(
        "what earlier runs left is told, or else that it cannot be told",
        arguments: [("dns", 0o333, "dns"), ("dns/old.zone", 0, "dns/old.zone")])
    func unknownLeftovers(path: String, permissions: Int, named: String) throws {
        let workplace = try workplace()
        try workplace.directory.write("", to: "dns/old.zone")
        try workplace.setPermissions(0o777, of: "dns")
        try workplace.setPermissions(permissions, of: path)
        let ending = try Unprivileged.run(["export", "bind", "--out", "dns"], in: workplace)
        try workplace.setPermissions(0o777, of: path)
        #expect(
            ending.code == 2
                && ending.errors.contains(
                    "cannot tell what earlier runs left: '\(named)' cannot be read: Permission denied"),
            "\(ending.errors)")
    }

    @Test("nor is one that is too large to be looked at")
    func tooLarge() throws {
        let workplace = try Workplace(inventory: Self.inventory(hosts: 1...2))
        try workplace.directory.write("", to: "big.conf")
        let file = workplace.directory.url.appending(path: "big.conf")
        try FileHandle(forWritingTo: file).truncate(atOffset: 1 << 30 + 1)
        let ending = try workplace.ipam("export", "dnsmasq", "--out", "big.conf")
        #expect(ending.code == 2 && ending.errors.contains("it holds more than 1073741824 bytes"), "\(ending.errors)")
    }

    @Test("a fixed serial that stands still under a change, or goes back, is told")
    func fixedSerial() throws {
        let workplace = try Workplace(inventory: Self.inventory(hosts: 1...3))
        func export(_ hosts: ClosedRange<Int>, _ serial: Int) throws -> String {
            let text = Self.inventory(hosts: hosts).replacing("{dns: {", with: "{dns: {serial: 'fixed:\(serial)', ")
            try workplace.directory.write(text, to: "inventory/all.yaml")
            let ending = try workplace.ipam("export", "bind", "--out", "dns")
            #expect(ending.code == 0, "\(ending.errors)")
            return ending.errors
        }
        #expect(try !export(1...3, 7).contains("serial"))
        #expect(try !export(1...3, 7).contains("serial"))
        #expect(try export(1...4, 7).contains("a.test.zone changes and keeps serial 7, so secondaries do not take"))
        #expect(try export(1...4, 5).contains("a.test.zone goes from serial 7 back to 5, so secondaries keep what"))
        #expect(try !export(1...5, 8).contains("serial"))
    }

    @Test("a pipe in the place of a file of ours ends in an error and not in waiting")
    func pipe() throws {
        let workplace = try workplace()
        let zone = workplace.directory.url.appending(path: "dns/a.test.zone")
        try FileManager.default.removeItem(at: zone)
        let maker = try #require(Program(installed: "mkfifo"))
        #expect(try maker.run([zone.path], in: workplace.directory.path).code == 0)
        #expect(try workplace.ipam("export", "bind", "--out", "dns").code == 2)
        #expect(try workplace.ipam("export", "bind", "--out", "new", "--previous", "dns").code == 2)
        #expect(try workplace.ipam("export", "csv", "--out", "dns/a.test.zone").code == 2)
    }
}
