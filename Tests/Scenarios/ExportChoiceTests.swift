import Foundation
import TestSupport
import Testing

@Suite("What exports leave to whoever runs them")
struct ExportChoiceTests {
    private static let inventory = """
        settings: {dns: {contact: hostmaster@example.net, nameservers: [ns.example.org], serial: git}}
        vrfs: [{name: lab}]
        subnets:
          - {prefix: 192.0.2.0/24, zone: example.net, dhcp: {id: 1}}
          - {prefix: 192.0.2.0/24, vrf: lab, dhcp: {id: 2}}
        devices:
          - {name: db1, interfaces: [{name: e0, vrf: default, mac: 02:00:5e:10:00:01, addresses: [192.0.2.10]}]}
          - {name: bench, interfaces: [{name: e0, vrf: lab, mac: 02:00:5e:10:00:02, addresses: [192.0.2.10]}]}
        zones: [{name: example.net}]

        """

    @Test("serials of `git` are the moment of the last commit of the inventory, and count on from there")
    func gitSerial() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let unknown = try workplace.ipam("export", "bind", "--out", "dns")
        #expect(unknown.code == 2)
        #expect(unknown.errors.contains("`serial: git` is the moment of the last commit"))
        let commits = """
            commit() {
                GIT_COMMITTER_DATE="@$1 +0000" git -c user.name=tester -c user.email=tester@example.net commit -q -m "$2"
            }
            git init -q -b main . && git add inventory && commit 1750000000 first
            touch notes && git add notes && commit 1760000000 second
            """
        #expect(try workplace.shell(commits).code == 0)
        func serial(_ options: String...) throws -> String? {
            let ending = try workplace.run(["export", "bind", "--out", "dns"] + options)
            #expect(ending.code == 0, "\(ending.errors)")
            let text = workplace.directory.text(of: "dns/example.net.zone") ?? ""
            return text.split(separator: "\n").first { $0.contains(" SOA ") }?.split(separator: " ").dropFirst(5).first
                .map(String.init)
        }
        #expect(try serial() == "1750000000")
        try workplace.directory.write(
            Self.inventory.replacing("db1", with: "db2"), to: "inventory/all.yaml")
        #expect(try serial() == "1750000001")
        #expect(try serial() == "1750000001")
        #expect(try serial("--min-serial", "1900000000") == "1900000000")
        #expect(try serial("--min-serial", "1900000000") == "1900000000")
        #expect(try serial("--min-serial", "5") == "1900000000")
    }

    @Test("a serial that secondaries would not take for newer is refused, with the way to get there")
    func unreachableSerial() throws {
        let workplace = try Workplace(
            inventory: Self.inventory.replacing("serial: git", with: "serial: increment"))
        #expect(try workplace.ipam("export", "bind", "--out", "dns", "--min-serial", "100").code == 0)
        let before = try workplace.files()
        let ending = try workplace.ipam("export", "bind", "--out", "dns", "--min-serial", "4000000000")
        #expect(ending.code == 2)
        #expect(
            ending.errors == """
                error: example.net.zone has serial 100, and 4000000000 is too far ahead to be newer (RFC 1982): say \
                --min-serial 2147483747 first, and 4000000000 when all secondaries have that

                """)
        #expect(try workplace.files() == before)
        #expect(try workplace.ipam("export", "bind", "--out", "dns", "--min-serial", "2147483747").code == 0)
        #expect(try workplace.ipam("export", "bind", "--out", "dns", "--min-serial", "4000000000").code == 0)
        #expect(workplace.directory.text(of: "dns/example.net.zone")?.contains(" 4000000000 ") == true)
    }

    @Test("a DHCP server gets the routing domain that is named, and other formats take none")
    func vrf() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let lab = try workplace.ipam("export", "dnsmasq", "--vrf", "lab")
        #expect(lab.code == 0, "\(lab.errors)")
        #expect(lab.output.contains("dhcp-host=02:00:5e:10:00:02,192.0.2.10"))
        #expect(!lab.output.contains("02:00:5e:10:00:01"))
        // Among these hosts the address is another machine's.
        #expect(!lab.output.contains("host-record=") && lab.errors.contains("'db1.example.net.' is left out"))
        let other = try workplace.ipam("export", "dnsmasq")
        #expect(other.output.contains("dhcp-host=02:00:5e:10:00:01,192.0.2.10"))
        #expect(other.errors.contains("--vrf lab writes the other"))
        let unknown = try workplace.ipam("export", "kea", "--vrf", "labb", "--out", "kea")
        #expect(unknown.code == 64)
        #expect(unknown.errors == "error: there is no vrf 'labb'; did you mean 'lab'?\n")
        #expect(try workplace.ipam("export", "csv", "--vrf", "lab").code == 64)
        #expect(try workplace.ipam("export", "csv", "--min-serial", "7").code == 64)
    }
}
