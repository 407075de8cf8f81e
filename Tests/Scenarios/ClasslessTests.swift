import Foundation
import TestSupport
import Testing

@Suite(
    "Reverse zones for a part of an octet are found by a resolver",
    .enabled(if: NameServer.isWanted, "named or dig is not installed: .ci/install"))
struct ClasslessTests {
    private static let styles = [
        ("", "64-27.2.0.192.in-addr.arpa"),
        (", style: slash", "64/27.2.0.192.in-addr.arpa"),
        (", style: dash-range", "64-95.2.0.192.in-addr.arpa"),
        (", as: customer7.2.0.192.in-addr.arpa", "customer7.2.0.192.in-addr.arpa"),
        (", as: rev.customer7.example.org", "rev.customer7.example.org"),
    ]

    private func workplace(_ style: String, withParent: Bool) throws -> Workplace {
        let workplace = try Workplace(
            inventory: """
                settings: {dns: {nameservers: [ns.example.net], contact: hostmaster@example.net}}
                subnets: [{prefix: 192.0.2.64/27, zone: a.test}]
                devices: [{name: db1, interfaces: [{name: e0, addresses: [192.0.2.70]}]}]
                zones:
                  - {name: a.test}
                  - {reverse: 192.0.2.64/27\(style)}
                  \(withParent ? "- {reverse: 192.0.2.0/24}" : "")

                """)
        let ending = try workplace.ipam("export", "bind", "--out", "dns")
        #expect(ending.code == 0, "\(ending.errors)")
        return workplace
    }

    private func forward(_ zone: String, to server: NameServer) -> String {
        "zone \"\(zone)\" { type forward; forward only; forwarders { 127.0.0.1 port \(server.port); }; };\n"
    }

    @Test("with the parent in the inventory", arguments: styles)
    func ownParent(style: String, child: String) throws {
        let workplace = try workplace(style, withParent: true)
        let folder = workplace.directory.url.appending(path: "dns")
        let configuration = try #require(workplace.directory.text(of: "dns/named.conf"))
        let server = try NameServer(in: folder, zones: configuration, probe: "2.0.192.in-addr.arpa")
        let resolver = try NameServer(
            in: workplace.directory.url, options: "recursion yes; forward only; forwarders { 127.0.0.1 port 9; };",
            zones: forward("2.0.192.in-addr.arpa", to: server) + forward(child, to: server),
            probe: "2.0.192.in-addr.arpa")
        let answer = try resolver.dig("+noall", "+answer", "-x", "192.0.2.70").split(separator: "\n").map {
            $0.split(whereSeparator: \.isWhitespace).suffix(2).joined(separator: " ")
        }
        #expect(answer == ["CNAME 70.\(child).", "PTR db1.a.test."])
        #expect(try resolver.dig("+noall", "+comments", "-x", "192.0.2.71").contains("status: NXDOMAIN"))
    }

    @Test("with a parent that somebody else serves, who was sent the records for it", arguments: styles)
    func foreignParent(style: String, child: String) throws {
        let workplace = try workplace(style, withParent: false)
        let folder = workplace.directory.url.appending(path: "dns")
        let snippet = "\(child.replacing("/", with: "-")).for-parent"
        let records = try #require(workplace.directory.text(of: "dns/\(snippet)"))
        try workplace.directory.write(
            """
            $ORIGIN 2.0.192.in-addr.arpa.
            $TTL 3600
            @ IN SOA ns.isp.example. hostmaster.isp.example. 1 3600 600 86400 300
            @ IN NS ns.isp.example.
            \(records)
            """, to: "isp/parent")
        let ours = try NameServer(
            in: folder, zones: try #require(workplace.directory.text(of: "dns/named.conf")), probe: child)
        let theirs = try NameServer(
            in: workplace.directory.url.appending(path: "isp"),
            zones: "zone \"2.0.192.in-addr.arpa\" { type primary; file \"parent\"; };", probe: "2.0.192.in-addr.arpa")
        let resolver = try NameServer(
            in: workplace.directory.url, options: "recursion yes; forward only; forwarders { 127.0.0.1 port 9; };",
            zones: forward("2.0.192.in-addr.arpa", to: theirs) + forward(child, to: ours),
            probe: "2.0.192.in-addr.arpa")
        #expect(try resolver.dig("+short", "-x", "192.0.2.70") == "70.\(child).\ndb1.a.test.\n")
    }
}
