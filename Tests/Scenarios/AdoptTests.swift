import Foundation
import TestSupport
import Testing

@Suite("Taking drift over into the inventory")
struct AdoptTests {
    private static let inventory = """
        settings: {drift: {missing_after: 1h}}
        subnets:
          - {prefix: 192.0.2.0/24, name: lan, scan: {probes: [icmp]}} # ours
        devices:
          - name: moved # has another card now
            interfaces: [{name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.1]}]
          - name: gone # for good
            interfaces: [{name: eth0, addresses: [192.0.2.2]}]

        """

    private static let names = [
        "cam.example.net", "x\\\" # : {a}", "- &amp; *b", "&#10;evil: true", "a: [b, {c", "'''", "=cmd|' /C calc'!A0",
        "\u{202e}abc",
        "$(reboot)", "!!python/object:x", "::1", "null", "-rf", "evil-.ex", "---", "1.2.3.4",
        String(repeating: "a", count: 300) + ".example.net",
    ]

    /// A scan in which `count` hosts answer that nobody claims, with names that attack whatever prints them.
    private static func scan(_ count: Int, at start: Int, withGone: Bool = false) -> String {
        let hosts = (1...254).map { host in
            if host == 1 {
                return "<host endtime=\"\(start)\"><status state=\"up\" reason=\"arp-response\"/>"
                    + "<address addr=\"192.0.2.1\" addrtype=\"ipv4\"/><address addr=\"02:00:5E:10:00:99\" addrtype=\"mac\"/></host>\n"
            }
            guard (100..<100 + count).contains(host) || withGone && host == 2 else {
                return "<host endtime=\"\(start)\"><status state=\"down\" reason=\"no-response\"/>"
                    + "<address addr=\"192.0.2.\(host)\" addrtype=\"ipv4\"/></host>\n"
            }
            let name = names[host % names.count].replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
            return "<host endtime=\"\(start)\"><status state=\"up\" reason=\"echo-reply\"/>"
                + "<address addr=\"192.0.2.\(host)\" addrtype=\"ipv4\"/>"
                + "<hostnames><hostname name=\"\(name)\" type=\"PTR\"/></hostnames>"
                + "<ports><port protocol=\"tcp\" portid=\"22\"><state state=\"open\" reason=\"syn-ack\"/>"
                + "<service name=\"ssh\" product=\"&#10;- evil: [&quot;\" method=\"probed\"/></port></ports></host>\n"
        }
        return "<nmaprun scanner=\"nmap\" start=\"\(start)\" version=\"7.93\">\n\(hosts.joined())"
            + "<runstats><finished time=\"\(start + 5)\" exit=\"success\"/><hosts up=\"\(count + 1)\" down=\"0\" total=\"254\"/>"
            + "</runstats></nmaprun>\n"
    }

    @Test(
        "makes a commit of each kind on a branch, which leaves no drift once it is merged",
        .enabled(if: Program.areWanted("git"), "not installed: apt install git"))
    func branch() throws {
        let sandbox = try #require(try GitSandbox())
        let now = 1_795_348_800
        func ipam(_ words: String...) throws -> Program.Ending {
            try Workplace.program.run(
                words, in: sandbox.directory.path,
                environment: GitSandbox.environment.merging(["SOURCE_DATE_EPOCH": "\(now)"]) { $1 })
        }
        try sandbox.commit(["inventory/lan.yaml": Self.inventory, ".gitignore": ".ipam/\n*.xml\n"])
        for (index, start) in [now - 7200, now - 600].enumerated() {
            try sandbox.directory.write(Self.scan(50, at: start, withGone: index == 0), to: "seen\(index).xml")
            let observed = try ipam("observe", "--vantage", "lab", "seen\(index).xml")
            #expect(observed.code == 0, "\(observed.errors)")
        }
        let before = try ipam("drift", "-o", "oneline")
        #expect(
            before.output.split(separator: "\n").count { $0.contains("[unclaimed-address]") } == 50, "\(before.output)")

        let adopted = try ipam("adopt", "--commit", "--branch", "adopt")
        #expect(adopted.code == 0, "\(adopted.errors)")
        #expect(try ipam("validate").code == 0)
        let after = try ipam("drift", "-o", "oneline")
        #expect(after.code == 0, "\(after.output)\(after.errors)")
        #expect(
            try sandbox.run("log", "--format=%s", "main..adopt").split(separator: "\n").reversed() == [
                "Adopt 50 unclaimed hosts", "Adopt 1 changed hardware address", "Adopt 1 missing device",
            ])
        let removed = try sandbox.run("diff", "--unified=0", "main", "adopt", "--", "inventory").split(separator: "\n")
            .filter { $0.hasPrefix("-") && !$0.hasPrefix("---") }
        #expect(removed == ["-    interfaces: [{name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.1]}]"])
        let text = sandbox.directory.text(of: "inventory/lan.yaml") ?? ""
        #expect(text.contains("name: cam.example.net"))
        #expect(!["-rf", "---", "name: 1.2.3.4"].contains { text.contains($0) }, "\(text)")
        #expect(!text.contains("evil") && !text.contains("reboot"), "\(text)")
        try sandbox.run("switch", "-q", "main")
        try sandbox.run("merge", "-q", "adopt")
        #expect(try ipam("drift").code == 0)
    }

    @Test("says of each kind in which file it is")
    func places() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        try workplace.directory.write(Self.scan(3, at: 1_795_348_800 - 600), to: "seen.xml")
        #expect(try workplace.ipam("observe", "--vantage", "lab", "seen.xml").code == 0)
        let ending = try workplace.ipam("adopt", "--file", "inventory/found.yaml")
        #expect(ending.code == 0, "\(ending.errors)")
        #expect(
            ending.errorLines.filter { $0.hasPrefix("Adopt") } == [
                "Adopt 3 unclaimed hosts: inventory/found.yaml",
                "Adopt 1 changed hardware address: inventory/all.yaml",
            ])
    }

    @Test("takes what was chosen, and says when there is nothing")
    func chosen() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let now = 1_795_348_800
        try workplace.directory.write(Self.scan(3, at: now - 600), to: "seen.xml")
        #expect(try workplace.ipam("observe", "--vantage", "lab", "seen.xml").code == 0)
        let dry = try workplace.ipam("adopt", "--rule", "unclaimed-address", "--subnet", "lan", "--dry-run")
        #expect(dry.output.split(separator: "\n").count { $0.hasPrefix("+  - ") } == 3, "\(dry.output)\(dry.errors)")
        let nothing = try workplace.ipam("adopt", "--fingerprint", "0123456789abcdef")
        #expect(nothing.code == 0)
        #expect(nothing.errors.contains("nothing to adopt"))
        #expect(workplace.directory.text(of: "inventory/all.yaml") == Self.inventory)
        #expect(try workplace.ipam("adopt", "--rule", "duplicate-address").code == 64)
        #expect(try workplace.ipam("adopt", "--fingerprint", "x").code == 64)
    }
}
