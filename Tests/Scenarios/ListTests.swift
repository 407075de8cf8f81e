import Foundation
import TestSupport
import Testing

@Suite("Lists and status")
struct ListTests {
    private static let inventory = """
        sites: [{name: lon1}, {name: ams1}]
        subnets:
          - {prefix: 192.0.2.0/24, status: container}
          - prefix: 192.0.2.0/28
            name: lan
            site: lon1
            owner: net
            tags: [prod, edge]
            pools:
              - {name: hosts, range: 192.0.2.2-192.0.2.5, purpose: static}
              - {name: spare, range: 192.0.2.8-192.0.2.11, purpose: static}
          - {prefix: "2001:db8::/64", name: six, site: ams1}
        devices:
          - name: web10
            site: lon1
            tags: [prod]
            interfaces: [{name: e0, addresses: [192.0.2.2, {address: 192.0.2.3, expires: 2026-11-30}]}]
          - {name: web9, site: ams1, owner: "=cmd", interfaces: [{name: e0, addresses: ["2001:db8::9"]}]}
          - {name: old, status: retired, interfaces: [{name: e0, addresses: [192.0.2.4]}]}
        reservations:
          - {address: "2001:db8::10", name: api, expires: 2026-12-05}
          - {address: "2001:db8::11", name: later, expires: 2027-12-05}

        """

    private func list(_ line: String) throws -> [String] {
        let workplace = try Workplace(inventory: Self.inventory)
        let ending = try workplace.run(["list"] + line.split(separator: " ").map(String.init))
        #expect(ending.code == 0, "\(ending.errors)")
        return ending.output.split(separator: "\n").map(String.init)
    }

    @Test(
        "filters of one kind are alternatives, those of different kinds hold together",
        arguments: [
            ("devices", "old web9 web10"), ("devices --site lon1 --site ams1", "web9 web10"),
            ("devices --site lon1 --tag prod", "web10"), ("devices --site ams1 --tag prod", ""),
            ("devices --status retired", "old"), ("devices --where name=web*", "web9 web10"),
            ("devices --where name=*e*1*", "web10"), ("devices --where tags=", "old web9"),
            ("devices --where addresses=192.0.2.3", "web10"), ("devices --sort=-name", "web10 web9 old"),
            ("devices --sort addresses", "web10 old web9"), ("subnets --owner net", "lan"),
            ("pools --sort free", "hosts spare"), ("pools --tag edge --where purpose=static", "hosts spare"),
        ])
    func filters(line: String, names: String) throws {
        #expect(try list("\(line) --columns name").dropFirst().joined(separator: " ") == names)
    }

    @Test("a site that is not declared is refused, with the nearest one; a pattern may match none")
    func unknownSite() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let ending = try workplace.ipam("list", "devices", "--site", "lon2")
        #expect(ending.code == 64)
        #expect(ending.errors.contains("no site 'lon2' is declared; did you mean 'lon1'?"), "\(ending.errors)")
        #expect(try workplace.ipam("list", "devices", "--site", "x*").code == 0)
    }

    @Test("addresses are sorted by value, not by their text")
    func order() throws {
        let rows = try list("addresses --sort address --columns address").dropFirst()
        #expect(
            Array(rows) == [
                "192.0.2.2", "192.0.2.3", "192.0.2.4", "2001:db8::9", "2001:db8::10", "2001:db8::11",
            ])
    }

    @Test("the use of subnets and pools counts what is claimed; a container has none")
    func use() throws {
        let rows = try list("subnets --columns prefix,size,claimed,free -o csv")
        #expect(
            rows == [
                "prefix,size,claimed,free", "192.0.2.0/24,,,", "192.0.2.0/28,14,3,11", "2001:db8::/64,,3,",
            ])
        #expect(try list("pools --where name=hosts --columns claimed,free,percent -o csv").last == "3,1,75")
    }

    @Test("no cell of the CSV is a formula")
    func formula() throws {
        #expect(try list("devices --where name=web9 --columns name,owner -o csv").last == "web9,'=cmd")
    }

    @Test(
        "JSON is an array of objects with the columns of the schema",
        arguments: ["subnets", "pools", "devices", "addresses"])
    func json(kind: String) throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let rows = try JSONSerialization.jsonObject(
            with: Data(try workplace.ipam("list", kind, "-o", "json").output.utf8))
        let schema = try JSONSerialization.jsonObject(
            with: Data(try workplace.ipam("schema", "list-\(kind)").output.utf8))
        let items = try #require((schema as? [String: Any])?["items"] as? [String: Any])
        let required = try #require(items["required"] as? [String])
        for row in try #require(rows as? [[String: Any]]) { #expect(row.keys.sorted() == required.sorted()) }
    }

    @Test(
        "what cannot be is a usage error, which names the nearest column",
        arguments: [
            ("devices --where nme=x", "did you mean 'name'?"), ("pools --sort size2", "did you mean 'size'?"),
            ("devices --columns name,rol", "did you mean 'role'?"), ("devices --where name", "--where"),
            ("hosts", "hosts"),
        ])
    func refused(line: String, hint: String) throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let ending = try workplace.run(["list"] + line.split(separator: " ").map(String.init))
        #expect(ending.code == 64)
        #expect(ending.errors.contains(hint), "\(ending.errors)")
        #expect(ending.output == "")
    }

    @Test("status tells the fullest pool first, what ends within 30 days, and that nothing was scanned")
    func status() throws {
        let output = try Workplace(inventory: Self.inventory).ipam("status").output
        #expect(output.contains("2 sites, 2 subnets, 1 container, 2 pools, 2 active devices, 1 retired device,"))
        let pools = try #require(output.firstRange(of: "hosts  192.0.2.0/28  static       3   4  75 %"), "\(output)")
        let spare = try #require(output.firstRange(of: "spare  192.0.2.0/28  static       0   4   0 %"))
        #expect(pools.upperBound < spare.lowerBound)
        #expect(output.contains("2026-11-30  address      web10 192.0.2.3  inventory/all.yaml:"), "\(output)")
        #expect(output.contains("2026-12-05  reservation  api"))
        #expect(!output.contains("later"))
        #expect(output.contains("192.0.2.0/28   never"), "\(output)")
    }

    @Test("status sums up an inventory with errors too, and does not compare it")
    func broken() throws {
        let workplace = try Workplace(inventory: "subnets: [{prefix: 192.0.2.0/24}, {prefix: 192.0.2.0/25}]\n")
        let ending = try workplace.ipam("status")
        #expect(ending.code == 0)
        #expect(ending.output.contains("findings  1 error,"))
        #expect(ending.output.contains("not compared"))
        #expect(try workplace.ipam("status", "-o", "json").output.contains("\"drift\": null"))
    }
}
