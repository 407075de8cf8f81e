import Addressing
import Foundation
import TestSupport
import Testing
import ZoneData

@Suite("Records that are declared as octets")
struct OpaqueRecordTests {
    private static let sha1 = String(repeating: "a1", count: 20)
    private static let sha256 = String(repeating: "a2", count: 32)
    private static let sha384 = String(repeating: "a3", count: 48)
    private static let sha512 = String(repeating: "a5", count: 64)

    /// Data that is as it must be, by the number of its type.
    private static let sound: [(type: Int, data: String)] = [
        (7, "016100"), (11, "c000020106000040"), (13, "01610162"), (14, "0000"), (17, "01610000"), (18, "0001016100"),
        (19, "0433313133"), (20, "0161"), (20, "01610162"), (21, "000a016100"), (22, "47"), (23, "00"),
        (24, "00010d0200000e1065000000640000003039" + "00ab"), (25, "00000308ab"), (25, "c0000308"), (26, "000a0000"),
        (27, "013001310132"), (29, "001216138000000080000000" + "00989680"), (31, "ab"),
        (35, "006400320175074532552b736970" + "000161" + "00"),
        (35, "00640032" + "0175" + "0161" + "06215e2e2421" + "21" + "00"),
        (36, "000a016100"), (37, "0001000000ab"), (39, "016100"), (42, "00011803c00002"), (42, "00021083200102"),
        (43, "30390d01" + sha1), (43, "30390d02" + sha256), (43, "30390d04" + sha384), (43, "30390dff00"),
        (45, "0a0302016100ab"), (45, "0a0102c0000201ab"), (46, "00010d0200000e1065000000640000003039" + "00ab"),
        (47, "016100000140"), (48, "0101030dab"), (48, "010103fd016100"), (49, "000201ab"), (51, "0100000a04aabbccdd"),
        (52, "030100ab"), (52, "030101" + sha256), (52, "030102" + sha512), (53, "030101" + sha256),
        (55, "01020001abcd016100"), (56, "0161"), (57, "00000308ab"), (58, "01610000"), (59, "30390d01" + sha1),
        (59, "30390d02" + sha256), (59, "0000000000"), (60, "0000030000"), (61, "99"), (62, "000000010003000160"),
        (63, "000000010101" + sha384), (63, "000000010102" + sha512), (64, "000100000300020035"),
        (65, "0001000001000302683200030002" + "01bb"), (65, "00010000000002000100010003026832"),
        (65, "00010000010003026832" + "00020000"), (65, "0001000004000" + "4c0000201"), (65, "0000016100"),
        (65, "000100000600" + "1020010db8000000000000000000000001"), (65, "000100000700072f7b3f646e737d"),
        (65, "0001000008000" + "0"), (66, "003b0115b3016100"), (99, "0161"), (104, "000a0000000000000001"),
        (105, "000ac0000201"), (107, "000a016100"), (108, "000000000001"), (109, "0000000000000001"),
        (256, "000a000168"), (259, "00000001000000020300ab"), (260, "0a01c0000201"), (260, "0a00"), (261, "0161"),
        (32769, "30390d02" + sha256), (65280, "ab"),
    ]

    private static func inventory(_ records: [(type: Int, data: String)]) -> String {
        dnsSettings + "zones:\n  - name: example.net\n    records:\n"
            + records.enumerated().map { place, record in
                "      - {name: r\(place), type: TYPE\(record.type), values: ['\(octets(record.data))']}\n"
            }.joined()
    }

    private static func octets(_ digits: String) -> String { ##"\# \##(digits.utf8.count / 2) \##(digits)"## }

    @Test("data that is as it must be is taken", arguments: sound)
    func taken(type: Int, data: String) {
        #expect(ZoneFixture(Self.inventory([(type, data)])).problems == [])
    }

    @Test(
        "a digest that has not the length of its algorithm is refused",
        arguments: [
            (43, "DS", "30390d01" + sha256), (43, "DS", "30390d02" + sha1), (43, "DS", "30390d03" + sha1),
            (43, "DS", "30390d04" + sha256), (59, "CDS", "30390d02" + sha384), (32769, "DLV", "30390d01" + sha256),
            (52, "TLSA", "030101" + sha512), (53, "SMIMEA", "030102" + sha256), (63, "ZONEMD", "000000010101" + sha512),
        ])
    func digestLengths(type: Int, name: String, data: String) {
        let count = data.utf8.count / 2
        #expect(
            ZoneFixture(Self.inventory([(type, data)])).problems
                == ["invalid-record: these \(count) octets are not what a \(name) record holds"])
    }

    @Test(
        "parameters of a service that clients would not understand are refused",
        arguments: [
            "00010000", "0001000100", "000100020268", "0001000402683200", "00020000", "0001000302683200020001" + "00",
            "0003000101", "0003000301bb00", "00040000", "00040003c00002", "0005" + "0000",
            "0006000f" + "200102030405060708090a0b0c0d0e",
            "00070000", "000700042f646e73", "0007000" + "67b3f646e737d", "0007000" + "1ff", "0008000100",
            "000000020001",
            "00000000", "00000002000000010003026832", "000300020035" + "00010003026832", "ffff0000",
        ])
    func serviceParameters(parameters: String) {
        let data = "000100" + parameters
        #expect(
            ZoneFixture(Self.inventory([(65, data)])).problems
                == ["invalid-record: these \(data.utf8.count / 2) octets are not what a HTTPS record holds"])
    }

    @Test(
        "types that servers refuse, or make themselves, are refused whatever they hold",
        arguments: [3, 4, 30, 34, 38, 50])
    func retired(type: Int) {
        let problems = ZoneFixture(Self.inventory([(type, "00")])).problems
        #expect(problems.count == 1)
        #expect(problems.allSatisfy { $0.contains("nobody declares ") }, "\(problems)")
    }

    @Test("a zone says of its own keys only that it has none, and nothing that its parent has to say")
    func keysOfZone() {
        let (digest, none) = (Self.octets("30390d01" + Self.sha1), Self.octets("0000000000"))
        func problems(_ owner: String, _ type: Int, _ value: String) -> [String] {
            let record = "{name: \"\(owner)\", type: TYPE\(type), values: ['\(value)']}"
            return ZoneFixture(dnsSettings + "zones: [{name: example.net, records: [\(record)]}]").problems
        }
        #expect(
            problems("@", 43, digest) == [
                "invalid-record: the DS records of a zone stand in the zone above it (RFC 4035, 2.4)"
            ])
        for (type, data) in [(59, digest), (60, Self.octets("0101030dab"))] {
            #expect(
                problems("@", type, data) == [
                    "invalid-record: who signs a zone says which keys it has: only the word that it has none "
                        + "(RFC 8078, 4) is declared"
                ])
        }
        #expect(problems("@", 59, none) == [] && problems("@", 60, Self.octets("0000030000")) == [])
        #expect(problems("sub", 43, digest) == [] && problems("sub", 59, digest) == [])
        #expect(problems("_a", 11, Self.octets("c0000201060040")).count == 1)
    }

    @Test(
        "name servers load whatever is taken, also of data in which octets were changed, left out and put in",
        .enabled(if: ZoneChecker.areWanted, "not installed: apt install bind9-utils nsd"),
        arguments: 0..<8 as Range<UInt64>)
    func mutations(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let records = Self.sound.flatMap { record in
            (0..<12).map { _ in (record.type, Self.mutation(of: record.data, &generator)) }
        }
        let fixture = ZoneFixture(Self.inventory(records))
        #expect(!fixture.problems.isEmpty)
        let folder = try TemporaryDirectory()
        let file = URL(filePath: folder.path).appending(path: "example.net.zone")
        let text = try #require(fixture.file("example.net"))
        try Data(text.utf8).write(to: file)
        for checker in ZoneChecker.allCases {
            let ending = try checker.check("example.net", file)
            #expect(ending.code == 0, "\(checker.rawValue): \(ending.output)\(ending.errors)\n\(text)")
        }
    }

    private static func mutation(of digits: String, _ generator: inout SeededGenerator) -> String {
        var octets = stride(from: 0, to: digits.utf8.count, by: 2).map { place in
            String(digits.dropFirst(place).prefix(2))
        }
        let place = Int.random(in: octets.indices, using: &generator)
        let octet = ["00", "01", "02", "04", "ff", "61"].randomElement(using: &generator) ?? "00"
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: octets[place] = octet
        case 1: octets.remove(at: place)
        default: octets.insert(octet, at: place)
        }
        return octets.joined()
    }
}
