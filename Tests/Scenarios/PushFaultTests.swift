import Foundation
import TestSupport
import Testing

/// `IPAM_PUSH_SCRIPTS=200 swift test --filter PushFaultTests` tries more scripts than there is time for on each run.
@Suite(
    "Pushing to a server that fails now and then",
    .enabled(if: TechnitiumStandIn.isUsable, "not installed: python3, curl"))
struct PushFaultTests {
    private typealias Record = TechnitiumStandIn.Record

    private static let reverse = "2.0.192.in-addr.arpa"
    private static let mark = "managed by ipam (home)"
    private static let scripts = Int(ProcessInfo.processInfo.environment["IPAM_PUSH_SCRIPTS"] ?? "") ?? 12

    /// Those that take no second come more often.
    private static let faults =
        [
            "500", "error", "invalid-token", "login-page", "redirect", "drop", "empty", "shape", "array", "nested",
            "no-records", "other-zone", "500-after", "drop-after", "cut-short", "truncated",
        ].flatMap { Array(repeating: $0, count: 4) } + ["timeout", "timeout-after", "drip", "flood"]

    @Test("it converges, touches no record of others, and shows the token nowhere", arguments: 1...scripts)
    func converges(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let workplace = try Workplace(inventory: inventory(using: &generator))
        let faults = (0..<Int.random(in: 1...30, using: &generator)).map { _ in
            Int.random(in: 0..<3, using: &generator) == 0 ? Self.faults.randomElement(using: &generator) ?? "ok" : "ok"
        }
        let server = try TechnitiumStandIn(zones(seed, using: &generator), faults: faults)
        let foreign = try server.foreignRecords()
        let files = try workplace.files().keys
        var runs = 0
        var last: Program.Ending
        repeat {
            runs += 1
            // When every run has met a fault there is none left, and only a busy machine keeps an answer back.
            last = try push(workplace, to: server, patience: runs > faults.count ? 30 : 1)
            #expect([0, 1, 2].contains(last.code), "seed \(seed): \(last.errors)")
            #expect(!(last.output + last.errors).lowercased().contains(TechnitiumStandIn.token), "seed \(seed)")
            let others = try server.foreignRecords()
            #expect(foreign.isSubset(of: others), "seed \(seed), run \(runs)")
            // With a zone the server makes the record of its own name.
            #expect(
                others.subtracting(foreign).allSatisfy { $0.name == Self.reverse && $0.type == "NS" }, "seed \(seed)")
        } while last.code == 2 && runs <= faults.count
        #expect(last.code != 2, "seed \(seed): \(last.errors)")

        // What a server that never fails would have now is what this one has.
        let calm = try TechnitiumStandIn(zonesAfresh(seed))
        #expect(try push(workplace, to: calm, patience: 30).code == last.code, "seed \(seed)")
        #expect(try server.ownRecords() == calm.ownRecords(), "seed \(seed)")
        #expect(try push(workplace, to: server, patience: 30).output.contains("nothing to change"), "seed \(seed)")

        let requests = try server.requests()
        #expect(requests.allSatisfy { $0.authorized && $0.leaks.isEmpty && $0.path.hasPrefix("/api/zones/") })
        #expect(try workplace.files().keys == files, "seed \(seed): files were left behind")
    }

    /// Pushes with a second's patience, which a fault soon uses up, or with what even a busy machine does not.
    private func push(
        _ workplace: Workplace, to server: TechnitiumStandIn, patience: Int = 1
    ) throws -> Program.Ending {
        try workplace.ipam(
            "push", "technitium", "--url", server.url, "--token-file", server.tokenFile, "--timeout", "\(patience)",
            "--create-zones", "-v")
    }

    private func inventory(using generator: inout SeededGenerator) -> String {
        let hosts = (1...8).filter { _ in Bool.random(using: &generator) } + [9]
        let devices = hosts.map { "{name: h\($0), interfaces: [{name: e0, addresses: [192.0.2.\($0)]}]}" }
        let aliases = (1...8).filter { !hosts.contains($0) && Bool.random(using: &generator) }
            .map { "{name: h\($0), type: CNAME, values: [h9]}" }
        let ttl = [300, 3600].randomElement(using: &generator) ?? 300
        return """
            settings:
              name: home
              dns: {nameservers: [ns.example.net], ttl: \(ttl)s}
              safety: {max_removals: 1000, max_removals_percent: 100}
            subnets: [{prefix: 192.0.2.0/24, zone: a.test}]
            devices: [\(devices.joined(separator: ", "))]
            zones: [{name: a.test, records: [\(aliases.joined(separator: ", "))]}, {reverse: 192.0.2.0/24}]

            """
    }

    /// The zones that a seed stands for, once more.
    private func zonesAfresh(_ seed: Int) throws -> [String: TechnitiumStandIn.Zone] {
        var generator = SeededGenerator(seed: UInt64(seed))
        _ = inventory(using: &generator)
        for _ in 0..<Int.random(in: 1...30, using: &generator) {
            if Int.random(in: 0..<3, using: &generator) == 0 { _ = Self.faults.randomElement(using: &generator) }
        }
        return zones(seed, using: &generator)
    }

    /// Zones with records of others and with what an earlier inventory left behind.
    private func zones(_ seed: Int, using generator: inout SeededGenerator) -> [String: TechnitiumStandIn.Zone] {
        var names: [Record] = []
        var pointers: [Record] = []
        for host in 1...8 {
            let (name, back) = ("h\(host).a.test", "\(host).\(Self.reverse)")
            let mark = [Self.mark, Self.mark, nil, "managed by ipam"].randomElement(using: &generator) ?? nil
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: names.append(Record(name, "A", "ipAddress", "192.0.2.\(host)", ttl: 300, comments: mark))
            case 1: names.append(Record(name, "A", "ipAddress", "192.0.2.\(host + 100)", ttl: 300, comments: mark))
            case 2: names.append(Record(name, "CNAME", "cname", "x.test", ttl: 300, comments: mark))
            default: break
            }
            let other = [Self.mark, Self.mark, nil].randomElement(using: &generator) ?? nil
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: pointers.append(Record(back, "PTR", "ptrName", name, ttl: 300, comments: other))
            case 1: pointers.append(Record(back, "PTR", "ptrName", "x.a.test", ttl: 300, comments: other))
            default: break
            }
        }
        var zones: [String: TechnitiumStandIn.Zone] = [
            "a.test": .init(records: [.soa(of: "a.test"), Record("a.test", "NS", "nameServer", "server")] + names),
            Self.reverse: .init(
                records: [.soa(of: Self.reverse), Record(Self.reverse, "NS", "nameServer", "server")] + pointers),
        ]
        // One in four servers has still to be given a zone.
        if seed % 4 == 0 { zones[Self.reverse] = nil }
        return zones
    }
}
