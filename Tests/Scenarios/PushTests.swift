import Foundation
import TestSupport
import Testing

@Suite("Pushing to a Technitium DNS Server", .enabled(if: TechnitiumStandIn.isUsable, "not installed: python3, curl"))
struct PushTests {
    private typealias Record = TechnitiumStandIn.Record

    private static let reverse = "2.0.192.in-addr.arpa"
    private static let mark = "managed by ipam (home)"

    private static func inventory(hosts: ClosedRange<Int>, safety: String = "{}", records: String = "") -> String {
        let devices = hosts.map { "  - {name: h\($0), interfaces: [{name: e0, addresses: [192.0.2.\($0)]}]}" }
        return """
            settings: {name: home, dns: {nameservers: [ns.example.net]}, safety: \(safety)}
            subnets: [{prefix: 192.0.2.0/24, zone: a.test}]
            devices:
            \(devices.joined(separator: "\n"))
            zones: [{name: a.test, records: [\(records)]}, {reverse: 192.0.2.0/24}]

            """
    }

    private static func zones(_ records: [Record] = [], pointers: [Record] = []) -> [String: TechnitiumStandIn.Zone] {
        [
            "a.test": .init(records: [.soa(of: "a.test"), Record("a.test", "NS", "nameServer", "server")] + records),
            reverse: .init(records: [.soa(of: reverse), Record(reverse, "NS", "nameServer", "server")] + pointers),
        ]
    }

    private func push(
        _ workplace: Workplace, to server: TechnitiumStandIn, _ options: String...
    ) throws -> Program.Ending {
        try workplace.run(
            ["push", "technitium", "--url", server.url, "--token-file", server.tokenFile, "--timeout", "1"] + options)
    }

    @Test("the server gets what is declared, with the mark of the inventory, and nothing again")
    func ordinary() throws {
        let records = """
            {name: '@', type: MX, values: [10 h1]}, {name: alias, type: CNAME, values: [h1]},
            {name: t, type: TXT, values: ['say "hi"; & = % + ,', '"a" "b"']},
            {name: _s._tcp, type: SRV, values: [1 2 3 h1]}, {name: '@', type: CAA, values: ['0 issue "ca.test"']},
            {name: h1, type: SSHFP, values: [1 1 00112233445566778899aabbccddeeff00112233]},
            {name: h1, type: TYPE65280, values: ['\\# 2 01ff']}, {name: sub, type: NS, values: [h1]},
            {name: h1, type: AAAA, values: ['2001:db8::1']}
            """
        let workplace = try Workplace(inventory: Self.inventory(hosts: 1...1, records: records))
        let server = try TechnitiumStandIn(Self.zones())
        let before = try server.foreignRecords()
        let ending = try push(workplace, to: server)
        #expect(ending.code == 0, "\(ending.errors)")
        #expect(ending.errors == "note: made 12 changes, and read them back\n")
        #expect(
            try server.ownRecords() == [
                "1.2.0.192.in-addr.arpa 3600 PTR h1.a.test",
                "_s._tcp.a.test 3600 SRV 3 1 h1.a.test 2",
                "a.test 3600 CAA 0 issue ca.test",
                "a.test 3600 MX h1.a.test 10",
                "alias.a.test 3600 CNAME h1.a.test",
                "h1.a.test 3600 65280 01:FF",
                "h1.a.test 3600 A 192.0.2.1",
                "h1.a.test 3600 AAAA 2001:db8::1",
                "h1.a.test 3600 SSHFP RSA 00112233445566778899AABBCCDDEEFF00112233 SHA1",
                "sub.a.test 3600 NS h1.a.test",
                "t.a.test 3600 TXT YQ==,Yg==",
                "t.a.test 3600 TXT c2F5ICJoaSI7ICYgPSAlICsgLA==",
            ])
        #expect(try server.foreignRecords() == before)
        let again = try push(workplace, to: server)
        #expect(again.code == 0)
        #expect(again.output == "\(server.url): 2 zones, nothing to change\n")
    }

    @Test("--dry-run shows the changes, makes none, and exits with 1 as long as there are some")
    func dryRun() throws {
        let workplace = try Workplace(inventory: Self.inventory(hosts: 1...1))
        let server = try TechnitiumStandIn(Self.zones())
        let before = try server.zones()
        let ending = try push(workplace, to: server, "--dry-run")
        #expect(ending.code == 1)
        #expect(
            ending.output == """
                \(server.url): 2 zones, 2 to add, 0 to change, 0 to delete
                  + 1.2.0.192.in-addr.arpa. 3600 PTR h1.a.test.
                  + h1.a.test. 3600 A 192.0.2.1

                """)
        #expect(try server.zones() == before)
        #expect(try push(workplace, to: server).code == 0)
        #expect(try push(workplace, to: server, "--dry-run").code == 0)
    }

    @Test("what others wrote stays, is told where it is in the way, and the exit code is 1")
    func foreign() throws {
        let alias = "{name: moved, type: CNAME, values: [h2]}"
        let workplace = try Workplace(inventory: Self.inventory(hosts: 1...2, records: alias))
        let theirs = [
            Record("h1.a.test", "A", "ipAddress", "192.0.2.99", ttl: 60),
            Record("old.a.test", "A", "ipAddress", "192.0.2.98", comments: "managed by ipam"),
            Record("own.a.test", "A", "ipAddress", "192.0.2.97"),
        ]
        let ours = [
            Record("gone.a.test", "A", "ipAddress", "192.0.2.96", comments: Self.mark),
            Record("moved.a.test", "A", "ipAddress", "192.0.2.95", comments: Self.mark),
        ]
        let pointers = [
            Record("96.\(Self.reverse)", "PTR", "ptrName", "gone.a.test"),
            Record("95.\(Self.reverse)", "PTR", "ptrName", "moved.a.test"),
        ]
        let server = try TechnitiumStandIn(Self.zones(theirs + ours, pointers: pointers))
        let before = try server.zones().values.flatMap(\.records).filter { $0.type != "SOA" }
        let ending = try push(workplace, to: server)
        #expect(ending.code == 1, "\(ending.errors)")
        #expect(
            ending.output.hasSuffix(
                """
                left alone:
                  ! gone.a.test. A: with 192.0.2.96 the server would delete the PTR record that leads back from it, which \
                ipam did not write: delete that there
                  ! h1.a.test. A: the server has A 192.0.2.99, which ipam did not write: delete it there, or leave the \
                name to it
                  ! moved.a.test. A: with 192.0.2.95 the server would delete the PTR record that leads back from it, which \
                ipam did not write: delete that there

                """), "\(ending.output)")
        let after = try server.zones().values.flatMap(\.records)
        #expect(before.allSatisfy { after.contains($0) })
        #expect(after.contains { $0.name == "h2.a.test" })
    }

    @Test("more removals than the limits allow end with 3, nothing is changed, and the exact number acknowledges them")
    func limits() throws {
        let workplace = try Workplace(inventory: Self.inventory(hosts: 1...12))
        let server = try TechnitiumStandIn(Self.zones())
        #expect(try push(workplace, to: server).code == 0)
        try workplace.directory.write(Self.inventory(hosts: 1...7), to: "inventory/all.yaml")
        let before = try server.zones()
        let stopped = try push(workplace, to: server)
        #expect(stopped.code == 3)
        #expect(
            stopped.errors == """
                error: nothing was changed, since this would remove more than it may:
                the zone 2.0.192.in-addr.arpa. would lose 5 of 12 records, more than max_removals_percent, which is 30
                the zone a.test. would lose 5 of 12 records, more than max_removals_percent, which is 30
                if that is meant, say --allow-removals 10

                """)
        #expect(try server.zones() == before)
        #expect(try push(workplace, to: server, "--allow-removals", "9").code == 3)
        #expect(try push(workplace, to: server, "--allow-removals", "10").code == 0)
        #expect(try server.ownRecords().count == 14)
    }

    @Test("a zone that the server lacks, or has from elsewhere, is an error before anything is changed")
    func zones() throws {
        let workplace = try Workplace(inventory: Self.inventory(hosts: 1...1))
        var zones = Self.zones()
        zones[Self.reverse] = nil
        let lacking = try TechnitiumStandIn(zones)
        let ending = try push(workplace, to: lacking)
        #expect(ending.code == 2)
        #expect(ending.errors.contains("the server has no zone '2.0.192.in-addr.arpa.'"), "\(ending.errors)")
        #expect(ending.errors.contains("--create-zones makes it"))
        #expect(try push(workplace, to: lacking, "--zone", "a.test").code == 0)
        #expect(try push(workplace, to: lacking, "--zone", "b.test").code == 64)
        zones[Self.reverse] = .init(type: "Secondary", records: [.soa(of: Self.reverse)])
        let secondary = try push(workplace, to: try TechnitiumStandIn(zones))
        #expect(secondary.code == 2)
        #expect(secondary.errors.contains("is of type Secondary there"), "\(secondary.errors)")
    }

    @Test("--create-zones makes what the server lacks, and again nothing; a dry run only says so")
    func newZones() throws {
        let workplace = try Workplace(inventory: Self.inventory(hosts: 1...1))
        var zones = Self.zones()
        zones[Self.reverse] = nil
        let server = try TechnitiumStandIn(zones)
        let dry = try push(workplace, to: server, "--create-zones", "--dry-run")
        #expect(dry.code == 1)
        #expect(
            dry.output == """
                \(server.url): 2 zones, 1 to make, 2 to add, 0 to change, 0 to delete
                  + zone 2.0.192.in-addr.arpa.
                  + 1.2.0.192.in-addr.arpa. 3600 PTR h1.a.test.
                  + h1.a.test. 3600 A 192.0.2.1

                """)
        #expect(try server.zones()[Self.reverse] == nil)
        let ending = try push(workplace, to: server, "--create-zones")
        #expect(ending.code == 0, "\(ending.errors)")
        #expect(ending.errors == "note: made 3 changes, and read them back\n")
        #expect(try server.ownRecords() == ["1.2.0.192.in-addr.arpa 3600 PTR h1.a.test", "h1.a.test 3600 A 192.0.2.1"])
        #expect(try push(workplace, to: server).output == "\(server.url): 2 zones, nothing to change\n")
        #expect(try push(workplace, to: server, "--create-zones").code == 0)
    }

    @Test("a zone is not made where it would hide what others wrote in the zone around it")
    func hidingZone() throws {
        let workplace = try Workplace(inventory: Self.inventory(hosts: 1...1))
        let theirs = Record("x.a.test", "A", "ipAddress", "192.0.2.9")
        var zones = Self.zones()
        zones["a.test"] = nil
        zones["test"] = .init(records: [.soa(of: "test"), theirs])
        let server = try TechnitiumStandIn(zones)
        let ending = try push(workplace, to: server, "--create-zones")
        #expect(ending.code == 2)
        #expect(
            ending.errors.contains(
                "the zone 'a.test.' cannot be made: it would hide records in 'test.' there which ipam did not write, such "
                    + "as A of 'x.a.test.'"), "\(ending.errors)")
        #expect(try server.zones().keys.contains("a.test") == false)
    }

    @Test("-o json says what is changed and what was done")
    func json() throws {
        let workplace = try Workplace(inventory: Self.inventory(hosts: 1...2))
        let theirs = Record("h1.a.test", "A", "ipAddress", "192.0.2.99", ttl: 60)
        let server = try TechnitiumStandIn(Self.zones([theirs]))
        struct Report: Decodable, Equatable {
            struct Change: Decodable, Equatable {
                let action, owner, type: String
            }
            struct Complaint: Decodable, Equatable {
                let owner, reason: String
            }
            let made: Int?
            let changes: [Change]
            let leftAlone: [Complaint]
        }
        func report(_ options: String...) throws -> Report {
            let ending = try workplace.run(
                ["push", "technitium", "--url", server.url, "--token-file", server.tokenFile, "-o", "json"] + options)
            #expect(ending.code == 1, "\(ending.errors)")
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            return try decoder.decode(Report.self, from: Data(ending.output.utf8))
        }
        let dry = try report("--dry-run")
        #expect(dry.made == nil)
        #expect(
            dry.changes.map { "\($0.action) \($0.owner) \($0.type)" } == [
                "add 1.2.0.192.in-addr.arpa. PTR", "add 2.2.0.192.in-addr.arpa. PTR", "add h2.a.test. A",
            ])
        #expect(dry.leftAlone.map(\.owner) == ["h1.a.test."])
        let real = try report()
        #expect(real.made == 3)
        #expect(real.changes == dry.changes)
    }

    @Test("without a server or a token nothing is asked, and a token that is none is not quoted")
    func access() throws {
        let workplace = try Workplace(inventory: Self.inventory(hosts: 1...1))
        let server = try TechnitiumStandIn(Self.zones())
        #expect(try workplace.ipam("push", "technitium").code == 64)
        #expect(try workplace.ipam("push", "technitium", "--url", server.url).code == 2)
        #expect(try workplace.ipam("push", "technitium", "--url", "http://192.0.2.1").code == 64)
        let secret = "secret with spaces"
        let environment = ["IPAM_TECHNITIUM_URL": server.url, "IPAM_TECHNITIUM_TOKEN": secret]
        let ending = try workplace.ipam("push", "technitium", environment: environment)
        #expect(ending.code == 2)
        #expect(!ending.errors.contains("secret"))
        #expect(try server.requests().isEmpty)
    }

    @Test(
        "an answer that is none leaves the server as it is, ends with 2, and shows nothing of the token",
        arguments: [
            "500", "timeout", "error", "invalid-token", "login-page", "redirect", "drop", "empty", "shape", "array",
            "nested", "other-zone", "drip", "cut-short", "truncated",
        ])
    func hostile(fault: String) throws {
        let workplace = try Workplace(inventory: Self.inventory(hosts: 1...1))
        // The list of zones, the records of the second zone, and the first change are answered so.
        for position in [0, 2, 3] {
            let server = try TechnitiumStandIn(
                Self.zones(), faults: Array(repeating: "ok", count: position) + [fault])
            let before = try server.zones()
            let ending = try push(workplace, to: server, "-v")
            #expect(ending.code == 2, "\(ending.errors)")
            #expect(try server.requests().count == position + 1)
            if position < 3 || !["cut-short", "truncated"].contains(fault) { #expect(try server.zones() == before) }
            #expect(!(ending.output + ending.errors).lowercased().contains(TechnitiumStandIn.token))
        }
    }

    @Test("of an answer without end no more is read than an answer may have")
    func flood() throws {
        let workplace = try Workplace(inventory: Self.inventory(hosts: 1...1))
        let server = try TechnitiumStandIn(Self.zones(), faults: ["ok", "ok", "ok", "flood"])
        let ending = try push(workplace, to: server, "--timeout", "30")
        #expect(ending.code == 2)
        #expect(ending.errors.contains("sent more than 1048592 bytes: read no further"), "\(ending.errors)")
    }
}
