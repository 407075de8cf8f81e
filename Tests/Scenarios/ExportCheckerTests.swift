import Foundation
import TestSupport
import Testing

/// Programs that read what `ipam` exports, and say whether they would.
private enum Reader: String, CaseIterable {
    case dnsmasq
    case kea4 = "kea-dhcp4"
    case kea6 = "kea-dhcp6"
    case octoDNS = "octodns-validate"
    case ansible = "ansible-inventory"

    var program: Program? { Program(installed: rawValue) }

    static var areWanted: Bool { allCases.allSatisfy { Program.areWanted($0.rawValue) } }
}

@Suite(
    "Exports are accepted by the programs that read them", .enabled(if: Reader.areWanted, "not installed: .ci/install"))
struct ExportCheckerTests {
    /// The shipped inventory, and one that has what could go wrong.
    private static let inventories = [nil, hostile]

    private static let hostile = """
        settings: {dns: {contact: a.b@example.net, nameservers: [ns1.example.org]}}
        subnets:
          - prefix: 10.0.0.0/16
            name: 'x", "y'
            zone: a.example.net
            gateway: 10.0.0.1
            dhcp: {id: 4294967294, lease: 2m, nameservers: [10.0.0.2, 10.0.0.3], domain: dhcp.example.net}
            pools: [{name: all, range: 10.0.1.0-10.0.255.254, purpose: dhcp}]
          - {prefix: 10.1.0.0/31, dhcp: {id: 7}}
          - {prefix: "2001:db8::/64", zone: a.example.net, dhcp: {id: 7, nameservers: ["2001:db8::2"]},
             pools: [{name: six, range: "2001:db8::1000-2001:db8::ffff", purpose: dhcp}]}
        devices:
          - name: "a,b\\nc=d"
            role: "{{ 7 * 7 }} {% raw %}"
            owner: "]\\"'<&"
            tags: ["x: y", "- z", "#"]
            interfaces: [{name: "e\\"0", mac: 02:00:5e:00:00:01, addresses: [10.0.0.10, "2001:db8::10", "2001:db8::11"]}]
          - {name: "10", interfaces: [{name: e0, mac: 02:00:5e:00:00:02, addresses: [{address: 10.0.1.11, dns: [h2, h10]}]}]}
          - {name: "no", interfaces: [{name: e0, mac: 02:00:5e:00:00:03, addresses: [10.0.0.12]}]}
          - {name: all, interfaces: [{name: e0, mac: 02:00:5e:00:00:04, addresses: [10.1.0.0]}]}
        reservations: [{address: 10.0.0.9, dns: ["*.w", w, a.b.c.example.org]}]
        zones:
          - name: a.example.net
            records:
              - {name: "@", type: TXT, values: ["v=spf1 -all; x", 'say "hello" there']}
              - {name: long, type: TXT, values: ["\(String(repeating: "long; ", count: 99))."]}
              - {name: "_x._tcp", type: SRV, values: ["0 1 443 h2", "10 0 0 ."]}
              - {name: "@", type: CAA, values: ['0 issue "ca.example.net; policy=ev"']}
              - {name: h3, type: SSHFP, values: ["4 2 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"]}
              - {name: "1", type: A, values: [192.0.2.1]}
              - {name: h3, type: AAAA, ttl: 5m, values: ["2001:db8::99"]}
          - {reverse: 10.0.0.0/8}
          - {reverse: 10.0.0.0/26}
          - {reverse: 10.0.0.0/24}
          - {reverse: "2001:db8::/32"}

        """

    private func workplace(_ inventory: String?) throws -> Workplace {
        guard let inventory else { return try .withShippedInventory() }
        return try Workplace(inventory: inventory)
    }

    private func export(_ format: String, to path: String, _ inventory: String?) throws -> Workplace {
        let workplace = try workplace(inventory)
        let ending = try workplace.ipam("export", format, "--out", path)
        #expect(ending.code == 0, "\(ending.errors)")
        return workplace
    }

    @Test("dnsmasq reads the file, also with every reservation as its own tests see them", arguments: inventories)
    func dnsmasq(inventory: String?) throws {
        let workplace = try export("dnsmasq", to: "dnsmasq.conf", inventory)
        let ending = try #require(Reader.dnsmasq.program)
            .run(["--test", "-C", "dnsmasq.conf"], in: workplace.directory.path)
        #expect(ending.code == 0, "\(ending.errors)")
        #expect(ending.errors.contains("syntax check OK"))
    }

    @Test(
        "Kea's servers read the whole configurations, and such that include the files of subnets",
        arguments: inventories)
    func kea(inventory: String?) throws {
        let workplace = try export("kea", to: "kea", inventory)
        let paths = try workplace.files(below: "kea/").keys.sorted()
        for (reader, digit) in [(Reader.kea4, "4"), (.kea6, "6")] {
            let included = paths.filter { $0.hasPrefix("kea/subnet\(digit)-") }.map { "<?include \"\($0)\"?>" }
            try workplace.directory.write(
                """
                {"Dhcp\(digit)": {"interfaces-config": {"interfaces": []}, "lease-database": {"type": "memfile",
                "persist": false}, "subnet\(digit)": [\(included.joined(separator: ", "))]}}
                """, to: "including-\(digit).json")
            for file in ["kea/kea-dhcp\(digit).json", "including-\(digit).json"] {
                let ending = try #require(reader.program).run(["-t", file], in: workplace.directory.path)
                #expect(ending.code == 0, "\(file): \(ending.output)\(ending.errors)")
            }
        }
    }

    @Test(
        "octoDNS accepts the zones, and finds in them exactly what it finds in the zone files", arguments: inventories)
    func octoDNS(inventory: String?) throws {
        let workplace = try export("octodns", to: "dns", inventory)
        #expect(try workplace.ipam("export", "bind", "--out", "files").code == 0)
        let zones = try workplace.files(below: "dns/").keys.sorted().map { $0.dropFirst(4).dropLast(5) }
        let list = zones.map { "  \($0).: {sources: [files], targets: [yaml]}\n" }.joined()
        try workplace.directory.write(
            """
            providers:
              files: {class: octodns_bind.ZoneFileSource, directory: files, file_extension: .zone}
              yaml: {class: octodns.provider.yaml.YamlProvider, directory: dns, escaped_semicolons: true}
            zones:
            \(list)
            """, to: "compare.yaml")
        let compared = try #require(Program(installed: "octodns-sync"))
            .run(["--config-file", "compare.yaml"], in: workplace.directory.path)
        #expect(compared.code == 0, "\(compared.output)\(compared.errors)")
        #expect(
            (compared.output + compared.errors).contains("No changes were planned"),
            "\(compared.output)\(compared.errors)")

        try workplace.directory.write("", to: "target/.keep")
        let validated = list.replacing("[yaml]", with: "[target]").replacing("[files]", with: "[yaml]")
        try workplace.directory.write(
            """
            providers:
              yaml: {class: octodns.provider.yaml.YamlProvider, directory: dns, escaped_semicolons: true}
              target: {class: octodns.provider.yaml.YamlProvider, directory: target, escaped_semicolons: true}
            zones:
            \(validated)
            """, to: "validate.yaml")
        let ending = try #require(Reader.octoDNS.program)
            .run(["--config-file", "validate.yaml"], in: workplace.directory.path)
        #expect(ending.code == 0, "\(ending.output)\(ending.errors)")
    }

    @Test("Ansible reads the inventory, and runs nothing that stands in it", arguments: inventories)
    func ansible(inventory: String?) throws {
        let workplace = try export("ansible", to: "hosts.yaml", inventory)
        let ending = try #require(Reader.ansible.program).run(
            ["-i", "hosts.yaml", "--list"], in: workplace.directory.path,
            environment: [
                "ANSIBLE_LOCAL_TEMP": workplace.directory.path + "/.ansible", "LC_ALL": "C.UTF-8",
                "HOME": workplace.directory.path,
            ])
        #expect(ending.code == 0, "\(ending.errors)")
        #expect(!ending.errors.contains("WARNING"), "\(ending.errors)")
        #expect(!ending.output.contains("49"))
        let hosts = try #require(workplace.directory.text(of: "hosts.yaml")).split(separator: "\n")
            .filter { $0.hasPrefix("    ") && !$0.hasPrefix("     ") && !$0.contains("_") }
        for host in hosts {
            let name = host.trimming { " \":".contains($0) }
            #expect(ending.output.contains("\"\(name)\""), "\(name)")
        }
    }
}

extension Substring {
    /// The text without certain characters at both ends.
    fileprivate func trimming(_ isUnwanted: (Character) -> Bool) -> String {
        String(String(drop(while: isUnwanted).reversed().drop(while: isUnwanted)).reversed())
    }
}
