import Foundation
import TestSupport
import Testing

@Suite("Drift of a real name server", .enabled(if: NameServer.isWanted, "not installed: bind9, bind9-dnsutils"))
struct ServedDriftTests {
    private static let inventory = """
        settings: {dns: {nameservers: [ns1.a.test]}}
        subnets:
          - {prefix: 192.0.2.0/24, zone: a.test, scan: {enabled: false}}
          - {prefix: "2001:db8::/64", zone: a.test, scan: {enabled: false}}
        devices:
          - {name: ns1, interfaces: [{name: e0, addresses: [192.0.2.1]}]}
          - {name: h2, interfaces: [{name: e0, addresses: [192.0.2.2]}]}
          - {name: h3, interfaces: [{name: e0, addresses: [192.0.2.3, "2001:db8::3"]}]}
        zones:
          - name: a.test
            records:
              - {name: "@", type: MX, values: [10 h2, 20 h3]}
              - {name: "@", type: CAA, values: ['0 issue "ca.test"']}
              - {name: t, type: TXT, values: ['a "b" c', '"d" "e"']}
              - {name: _s._tcp, type: SRV, values: [1 2 3 h2]}
              - {name: h2, type: SSHFP, values: [1 1 00112233445566778899aabbccddeeff00112233]}
              - {name: h2, type: TYPE65280, values: ['\\# 2 01ff']}
              - {name: sub, type: NS, values: [ns.sub]}
              - {name: ns.sub, type: A, values: [192.0.2.9]}
              - {name: "*.w", type: CNAME, values: [h2]}
          - {reverse: 192.0.2.0/24}

        """

    /// A workplace, and a server with the zones that it exports, changed by `change`.
    private func serve(
        zoneOptions: String = "", _ change: (String) -> String = { $0 }
    ) throws -> (Workplace, NameServer) {
        let workplace = try Workplace(inventory: Self.inventory)
        #expect(try workplace.ipam("export", "bind", "--out", "dns").code == 0)
        let text = try #require(workplace.directory.text(of: "dns/a.test.zone"))
        try workplace.directory.write(change(text), to: "dns/a.test.zone")
        let zones = ["a.test", "2.0.192.in-addr.arpa"].map { name in
            "zone \"\(name)\" { type primary; file \"dns/\(name).zone\"; \(zoneOptions) };"
        }
        let server = try NameServer(
            in: workplace.directory.url, zones: zones.joined(separator: "\n"), probe: "a.test")
        return (workplace, server)
    }

    private func drift(_ workplace: Workplace, _ server: NameServer) throws -> Program.Ending {
        try workplace.ipam("drift", "--dns", "127.0.0.1:\(server.port)", "-o", "oneline")
    }

    private func lines(_ ending: Program.Ending) -> [String] {
        ending.output.split(separator: "\n").filter { $0.contains("[dns-record-") }.map { line in
            String(line.drop { $0 != " " }.dropFirst()).replacing(#/127\.0\.0\.1:\d+/#, with: "SERVER")
        }
    }

    @Test("a server that serves what is declared has no drift, whether it hands out zones or is asked for names")
    func same() throws {
        let (workplace, server) = try serve()
        let ending = try drift(workplace, server)
        #expect(lines(ending) == [], "\(ending.errors)")
        #expect(ending.code == 0, "\(ending.errors)")
        let (refusing, closed) = try serve(zoneOptions: "allow-transfer { none; };")
        let asked = try drift(refusing, closed)
        #expect(lines(asked) == [], "\(asked.errors)")
        #expect(asked.code == 0, "\(asked.errors)")
        #expect(!ending.errors.contains("does not hand out"), "\(ending.errors)")
        #expect(
            asked.errors.contains(
                "does not hand out the zone a.test., so it was asked for declared names alone: records under names that "
                    + "nobody declares cannot be seen"), "\(asked.errors)")
    }

    @Test("what is missing, other than declared, or declared by nobody is told once for each name and type")
    func different() throws {
        let (workplace, server) = try serve { text in
            let kept = text.split(separator: "\n").filter { !$0.hasPrefix("t ") && !$0.contains("AAAA") }
            return kept.joined(separator: "\n").replacing("192.0.2.2\n", with: "192.0.2.99\n")
                + "\nextra 60 IN A 192.0.2.77\n"
        }
        let ending = try drift(workplace, server)
        #expect(ending.code == 1, "\(ending.errors)")
        let found = lines(ending)
        #expect(
            found.contains {
                $0.contains("SERVER has a record that nobody declares: extra.a.test. A [dns-record-extra]")
            })
        #expect(found.contains { $0.contains("SERVER has other data for h2.a.test. A [dns-record-different]") })
        #expect(found.contains { $0.contains("SERVER has no AAAA record for h3.a.test. [dns-record-missing]") })
        #expect(found.contains { $0.contains("SERVER has no TXT record for t.a.test. [dns-record-missing]") })
        #expect(found.count == 4, "\(found)")
    }

    @Test("an alias in an address's place is told as both, and names that nobody could declare are counted")
    func odd() throws {
        let (workplace, server) = try serve(zoneOptions: "check-names ignore; check-mx-cname ignore;") { text in
            text.replacing(#/(?m)^h3 +IN  A .*$/#, with: "h3 IN CNAME x.c.test.").replacing(
                #/(?m)^h3 .*AAAA.*$/#, with: "")
                + "my\\032printer IN A 192.0.2.66\na\\.b IN A 192.0.2.67\n* 60 IN A 192.0.2.68\n"
        }
        let ending = try drift(workplace, server)
        #expect(ending.code == 1, "\(ending.errors)")
        #expect(ending.errors.contains("has 2 records with names that no inventory can declare"), "\(ending.errors)")
        let found = lines(ending)
        for told in [
            "SERVER has a record that nobody declares: h3.a.test. CNAME", "SERVER has no A record for h3.a.test.",
            "SERVER has no AAAA record for h3.a.test.", "SERVER has a record that nobody declares: *.a.test. A",
        ] {
            #expect(found.contains { $0.contains(told) }, "\(found)")
        }
        #expect(found.count == 4, "\(found)")
    }

    @Test("with names alone to be compared no scan is needed for a verdict, and none counts")
    func namesAlone() throws {
        let scanned = { (text: String) in text.replacing("enabled: false", with: "enabled: true") }
        let (workplace, server) = try serve()
        let name = "127.0.0.1:\(server.port)"
        try workplace.directory.write(scanned(Self.inventory), to: "inventory/all.yaml")
        let both = try workplace.ipam("drift", "--dns", name, "-o", "oneline")
        #expect(both.code == 4 && both.output.contains("[never-scanned]"), "\(both.output)")
        let same = try workplace.ipam("drift", "--dns", name, "--dns-only", "-o", "oneline")
        #expect(same.code == 0 && same.output.isEmpty, "\(same.output)\(same.errors)")
        try workplace.directory.write(
            scanned(Self.inventory).replacing("[10 h2", with: "[15 h2"), to: "inventory/all.yaml")
        let other = try workplace.ipam("drift", "--dns", name, "--dns-only", "-o", "oneline")
        #expect(other.code == 1 && lines(other).count == other.output.split(separator: "\n").count, "\(other.output)")
        let nobody = try workplace.ipam("drift", "--dns", "127.0.0.1:1", "--dns-only", "-o", "oneline")
        #expect(nobody.code == 4 && nobody.output.isEmpty, "\(nobody.output)")
        #expect(try workplace.ipam("drift", "--dns-only").code == 64)
    }

    @Test("a waiver of records that only a server can have is judged where a server was asked for all, and only there")
    func waivers() throws {
        let (workplace, server) = try serve()
        let waiver = "{rule: dns-record-extra, subject: x.a.test, reason: r, owner: o, expires: 2099-01-01}"
        try workplace.directory.write(Self.inventory + "waivers: [\(waiver)]\n", to: "inventory/all.yaml")
        let words = ["--now", "2098-12-01T00:00:00Z", "-o", "oneline"]
        let server4 = ["--dns", "127.0.0.1:\(server.port)"]
        #expect(!(try workplace.run(["drift"] + words).output.contains("[unused-waiver]")))
        #expect(!(try workplace.run(["drift", "--dns", "127.0.0.1:1"] + words).output.contains("[unused-waiver]")))
        #expect(try workplace.run(["drift"] + server4 + words).output.contains("[unused-waiver]"))
        #expect(try workplace.run(["drift", "--dns-only"] + server4 + words).output.contains("[unused-waiver]"))
    }

    @Test("a server that does not answer, or not for the zone, leaves no verdict, and nothing is said to be missing")
    func silent() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let nobody = try workplace.ipam("drift", "--dns", "127.0.0.1:1", "-o", "oneline")
        #expect(nobody.code == 4)
        #expect(lines(nobody) == [])
        #expect(
            nobody.errors.contains("no verdict on the zone a.test. at 127.0.0.1:1: nothing listens there"),
            "\(nobody.errors)")
        let nobodyEither = try workplace.ipam("drift", "--dns", "[::1]:1", "-o", "oneline")
        #expect(nobodyEither.code == 4 && nobodyEither.errors.contains("at [::1]:1: nothing listens there"))
        try workplace.directory.write("$TTL 60\n@ IN SOA a. b. 1 60 60 60 60\n@ IN NS ns.c.test.\n", to: "b.zone")
        let other = try NameServer(
            in: workplace.directory.url, zones: "zone \"b.test\" { type primary; file \"b.zone\"; };", probe: "b.test")
        let refused = try drift(workplace, other)
        #expect(refused.code == 4)
        #expect(lines(refused) == [])
        #expect(try workplace.ipam("drift", "--dns", "example.net").code == 64)
        #expect(try workplace.ipam("drift", "--dns", "declared").code == 2)
    }
}
