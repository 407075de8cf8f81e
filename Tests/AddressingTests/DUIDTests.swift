import Addressing
import Testing

@Suite("DUID")
struct DUIDTests {
    @Test("octets are read with colons or hyphens, and printed with colons in lower case")
    func reading() throws {
        let duid = try DUID(parsing: "00-03-00-01-02-00-5E-10-00-01")
        #expect(duid.description == "00:03:00:01:02:00:5e:10:00:01")
        #expect(try DUID(parsing: duid.description) == duid)
        #expect(DUID(of: MACAddress(bits: 0x0200_5e10_0001)) == duid)
        #expect(try DUID(parsing: Array(repeating: "ff", count: 130).joined(separator: ":")).bytes.count == 130)
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "00", "00:03", "00:03:", "00:03:0", "0:03:00", "00:03-00", "000300", "00:03:00:", ":00:03:00",
            "00:03:0g",
            "00::03:00", "00 03 00", "00:03:00 ", "００:03:00",
            Array(repeating: "ff", count: 131).joined(separator: ":"),
        ])
    func refusals(text: String) {
        #expect(throws: AddressError.self) { try DUID(parsing: text) }
    }
}
