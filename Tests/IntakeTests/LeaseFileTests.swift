import Addressing
import Chronology
import Intake
import Observations
import TestSupport
import Testing

@Suite("Lease files of DHCP servers")
struct LeaseFileTests {
    private static let keaFile = """
        address,hwaddr,client_id,valid_lifetime,expire,subnet_id,fqdn_fwd,fqdn_rev,hostname,state,user_context,pool_id
        192.0.2.130,02:00:5e:00:00:30,01:02,3600,1800003600,120,0,0,laptop,0,,0
        192.0.2.131,02:00:5e:00:00:31,,3600,1800000100,120,0,0,,0,,0
        192.0.2.131,02:00:5e:00:00:32,,3600,1800007200,120,0,0,phone&#x2cjo,0,,0
        192.0.2.132,02:00:5e:00:00:33,,3600,1800003600,120,0,0,gone,0,,0
        192.0.2.132,02:00:5e:00:00:33,,0,1800000000,120,0,0,gone,0,,0
        192.0.2.133,,,86400,1800086400,120,0,0,,1,,0
        192.0.2.134,02:00:5e:00:00:34,,4294967295,1800000000,120,0,0,printer,0,,0

        """
    private static let dnsmasqFile = """
        1800003600 02:00:5e:00:00:30 192.0.2.130 laptop 01:02:00:5e:00:00:30
        0 02:00:5e:00:00:34 192.0.2.134 * *
        duid 00:01:00:01:2a:2b:2c:2d:02:00:5e:00:00:01
        1800003600 3221225 2001:db8::130 laptop 00:01:00:01:2a

        """

    private func lines(_ result: ScanResult) -> [String] {
        (result.leases ?? []).map { lease in
            let mac = lease.mac.map(\.description) ?? "-"
            return "\(lease.address) \(mac) \(lease.name ?? "-") \(lease.expires.map(\.description) ?? "never")"
        }
    }

    @Test("of Kea's lines about an address the last one holds")
    func kea() throws {
        let result = try taken(Array(Self.keaFile.utf8))
        #expect(
            lines(result) == [
                "192.0.2.130 02:00:5e:00:00:30 laptop 2027-01-15T09:00:00Z",
                "192.0.2.131 02:00:5e:00:00:32 phone,jo 2027-01-15T10:00:00Z",
                "192.0.2.134 02:00:5e:00:00:34 printer never",
            ])
        #expect(result.run.tool == "kea-dhcp4")
        #expect(result.run.state == .complete)
        #expect(result.observations == [])
    }

    @Test("delegated prefixes are not addresses")
    func delegation() throws {
        let result = try taken(
            Array(
                """
                address,duid,valid_lifetime,expire,subnet_id,pref_lifetime,lease_type,iaid,prefix_len,fqdn_fwd,fqdn_rev,\
                hostname,hwaddr,state,user_context
                2001:db8::130,00:01,3600,1800003600,1,1800,0,7,128,0,0,laptop.,02:00:5e:00:00:30,0,
                2001:db8:1::,00:01,3600,1800003600,1,1800,2,7,56,0,0,,,0,
                """.utf8))
        #expect(lines(result) == ["2001:db8::130 02:00:5e:00:00:30 laptop. 2027-01-15T09:00:00Z"])
        #expect(result.run.tool == "kea-dhcp6")
    }

    @Test("dnsmasq's leases of both families")
    func dnsmasq() throws {
        let result = try taken(Array(Self.dnsmasqFile.utf8))
        #expect(
            lines(result) == [
                "192.0.2.130 02:00:5e:00:00:30 laptop 2027-01-15T09:00:00Z", "192.0.2.134 02:00:5e:00:00:34 - never",
                "2001:db8::130 - laptop 2027-01-15T09:00:00Z",
            ])
    }

    @Test("a line that cannot be read makes the run incomplete", arguments: [keaFile, dnsmasqFile])
    func unreadable(_ text: String) throws {
        let result = try taken(Array((text + "192.0.2.1\n").utf8))
        #expect(result.run.state == .incomplete)
        #expect(result.leases?.count == 3)
        #expect(result.run.notices.first?.hasPrefix("1 lines of 'scan.xml' cannot be read") == true)
    }

    @Test("flipped bytes never end the process", arguments: [keaFile, dnsmasqFile], UInt64(0)..<3)
    func flippedBytes(_ text: String, _ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            }
            let result = try? taken(bytes)
            #expect((result?.leases?.count ?? 0) <= 9)
            #expect(result?.leases?.allSatisfy { ($0.name?.unicodeScalars.count ?? 0) <= 255 } != false)
        }
    }
}
