import Addressing
import Foundation
import TestSupport
import Testing
import Workflows

@Suite("Vendors of network hardware")
struct HardwareVendorTests {
    private static let lists = [
        "oui.csv": """
        Registry,Assignment,Organization Name,Organization Address
        MA-L,00005E,ICANN,"INTERNET ASSIGNED NUMBERS AUTHORITY, LOS ANGELES"
        MA-L,70B3D5,IEEE Registration Authority,445 Hoes Lane
        MA-L,0000AA,"XEROX ""DOCUMENT"", INC",Webster
        """,
        "oui36.csv": """
        Registry,Assignment,Organization Name,Organization Address
        MA-S,70B3D5F2F,TELEPLATFORMS,Moscow
        """,
    ]

    private func vendor(of text: String) throws -> String? {
        let folder = try TemporaryDirectory()
        for (name, list) in Self.lists { try folder.write(list, to: name) }
        let address = try #require(MACAddress(text))
        return HardwareVendors(of: [address], directory: folder.url.path(percentEncoded: false)).vendor(of: address)
    }

    @Test(
        "the longest assignment names the vendor",
        arguments: [
            ("00:00:5e:00:53:01", "ICANN"), ("70:b3:d5:f2:f1:23", "TELEPLATFORMS"),
            ("70:b3:d5:00:01:23", "IEEE Registration Authority"), ("00:00:aa:00:00:01", "XEROX \"DOCUMENT\", INC"),
        ])
    func vendors(text: String, vendor: String) throws {
        #expect(try self.vendor(of: text) == vendor)
    }

    @Test(
        "an address that was made up, or that no list knows, has none",
        arguments: ["02:00:5e:00:53:01", "00:11:22:33:44:55"])
    func none(text: String) throws {
        #expect(try vendor(of: text) == nil)
    }

    @Test("without the lists nobody has one")
    func absentLists() throws {
        let address = try #require(MACAddress("00:00:5e:00:53:01"))
        #expect(HardwareVendors(of: [address], directory: "/nonexistent").vendor(of: address) == nil)
    }
}
