import Addressing
import Testing
import ZoneData

@Suite("Declared records")
struct DeclaredRecordTests {
    private func zone(_ records: String) -> ZoneFixture {
        ZoneFixture(
            dnsSettings + """
                subnets: [{prefix: 192.0.2.0/24, zone: example.net}]
                devices: [{name: a, interfaces: [{name: e, addresses: [192.0.2.1]}]}]
                zones:
                  - name: example.net
                    records:

                """ + records.split(separator: "\n").map { "      \($0)\n" }.joined()
        )
    }

    private func records(_ text: String) -> [String] {
        zone(text).records("example.net").dropFirst(2).filter { $0 != "a IN A 192.0.2.1" }
    }

    @Test(
        "data of every type is printed canonically, its names absolute",
        arguments: [
            ("A", "192.0.2.7", "A 192.0.2.7"),
            ("AAAA", "2001:DB8::0001", "AAAA 2001:db8::1"),
            ("CNAME", "a", "CNAME a.example.net."),
            ("CNAME", "@", "CNAME example.net."),
            ("MX", "10 mail.example.com.", "MX 10 mail.example.com."),
            ("MX", "0 .", "MX 0 ."),
            ("NS", "ns.example.com.", "NS ns.example.com."),
            ("PTR", "a", "PTR a.example.net."),
            ("SRV", "1 2 443 a", "SRV 1 2 443 a.example.net."),
            ("TXT", "one two  three", #"TXT "one two three""#),
            ("TXT", #""one" "two; three""#, #"TXT "one" "two; three""#),
            ("TXT", #"say \"hi\""#, #"TXT "say \\\"hi\\\"""#),
            ("TXT", #""\"\\\065\255""#, #"TXT "\"\\A\255""#),
            ("TXT", "é", #"TXT "\195\169""#),
            ("CAA", "0 Issue letsencrypt.org", #"CAA 0 issue "letsencrypt.org""#),
            ("CAA", #"128 iodef "mailto:a@example.net""#, #"CAA 128 iodef "mailto:a@example.net""#),
            ("SSHFP", "4 3 AbCd 01", "SSHFP 4 3 abcd01"),
            ("TYPE65280", ##"\# 4 0A000001"##, ##"TYPE65280 \# 4 0a000001"##),
            ("TYPE65280", ##"\# 0"##, ##"TYPE65280 \# 0"##),
            ("TYPE13", ##"\# 4 01610162"##, ##"TYPE13 \# 4 01610162"##),
            ("TYPE47", ##"\# 9 016100000140010101"##, ##"TYPE47 \# 9 016100000140010101"##),
            ("TYPE52", ##"\# 4 03010000"##, ##"TYPE52 \# 4 03010000"##),
            ("TYPE65", ##"\# 9 000100000300020035"##, ##"TYPE65 \# 9 000100000300020035"##),
        ])
    func canonical(type: String, value: String, expected: String) {
        let value = value.replacing("'", with: "''")
        #expect(records("- {name: x, type: \(type), values: ['\(value)']}") == ["x IN \(expected)"])
    }

    @Test(
        "malformed data is refused and says what is wrong",
        arguments: [
            ("A", "192.0.2.300", "octet '300' is above 255"),
            ("A", "2001:db8::1", "2001:db8::1 belongs into an AAAA record"),
            ("AAAA", "192.0.2.1", "192.0.2.1 belongs into an A record"),
            ("A", "192.0.2.1 192.0.2.2", "'192.0.2.2' is more than A records hold"),
            ("CNAME", "a b", "'b' is more than CNAME records hold"),
            ("CNAME", #"a\.b"#, #"'a\.b' has the character '\', which names may not contain"#),
            ("MX", "mail", "the preference is a number from 0 to 65535, not 'mail'"),
            ("MX", "65536 mail", "the preference is a number from 0 to 65535, not '65536'"),
            ("MX", "010 mail", "the preference is a number from 0 to 65535, not '010'"),
            ("MX", "10", "the mail server is missing"),
            ("MX", "10 a_b", "'a_b.example.net.' cannot name a host: use letters, digits and inner hyphens"),
            ("SRV", "1 2 3", "the target is missing"),
            ("TXT", #""open"#, "a quote is opened and not closed"),
            ("TXT", #""a" b"#, "'b' is not between quotes"),
            ("TXT", #""\256""#, "an escape takes three digits, from \\000 to \\255"),
            ("CAA", "0 is-sue x", "the tag consists of up to 15 letters and digits, such as issue"),
            ("CAA", "256 issue x", "the flags is a number from 0 to 255, not '256'"),
            ("SSHFP", "1 1 abc", "the fingerprint is an even number of hexadecimal digits"),
            ("SSHFP", "1 2 abcd", "a fingerprint of type 2 has 32 octets"),
            ("SSHFP", "1 1 +a", "the fingerprint is an even number of hexadecimal digits"),
            ("TYPE65280", "0a", "data of an unnamed type is written \\# LENGTH HEX (RFC 3597)"),
            ("TYPE65280", ##"\# 2 0a"##, "the data has 1 octets, not 2"),
            ("TYPE13", ##"\# 1 05"##, "these 1 octets are not what a HINFO record holds"),
            ("TYPE29", ##"\# 2 0001"##, "these 2 octets are not what a LOC record holds"),
            ("TYPE35", ##"\# 5 0001000200"##, "these 5 octets are not what a NAPTR record holds"),
            ("TYPE39", ##"\# 2 0161"##, "these 2 octets are not what a DNAME record holds"),
            ("TYPE46", ##"\# 1 05"##, "these 1 octets are not what a RRSIG record holds"),
            ("TYPE47", ##"\# 3 000021"##, "these 3 octets are not what a NSEC record holds"),
            ("TYPE52", ##"\# 1 05"##, "these 1 octets are not what a TLSA record holds"),
            ("TYPE65", ##"\# 8 0001000003000201"##, "these 8 octets are not what a HTTPS record holds"),
            ("TYPE1", ##"\# 4 0a000001"##, "'TYPE1' has a name: write A"),
            ("TYPE255", ##"\# 0"##, "'TYPE255' stands for questions or protocol data, not for records (RFC 6895, 3.1)"),
            ("SOA", "a b 1 2 3 4 5", "the SOA record is written by the zone itself"),
            ("NS", "a;b", "';' may stand only between quotes"),
            ("NS", "(a", "'(' may stand only between quotes"),
        ])
    func malformed(type: String, value: String, reason: String) {
        let fixture = zone("- {name: x, type: \(type), values: ['\(value)']}")
        #expect(fixture.problems == ["invalid-record: \(reason)"])
        #expect(!fixture.records("example.net").contains { $0.hasPrefix("x ") })
    }

    @Test("a text longer than a string may be is split at 255 octets")
    func longText() {
        let text = String(repeating: "k", count: 600)
        let expected = [255, 255, 90].map { "\"" + String(repeating: "k", count: $0) + "\"" }.joined(separator: " ")
        #expect(records("- {name: x, type: TXT, values: [\(text)]}") == ["x IN TXT \(expected)"])
    }

    @Test("an unknown type names those that are known")
    func unknownType() {
        let fixture = zone("- {name: x, type: mx, values: [10 a]}")
        #expect(
            fixture.problems == [
                "invalid-record: 'mx' is no record type; write A, AAAA, CAA, CNAME, MX, NS, PTR, SRV, SSHFP, TXT, "
                    + "or TYPEnnn for others"
            ])
        #expect(fixture.problemTexts == ["mx"])
    }

    @Test("equal data that is written twice is one record")
    func duplicates() {
        let text = "- {name: a, type: A, values: [192.0.2.1, 192.0.2.1]}\n- {name: x, type: MX, values: [1 a, 1 A]}"
        #expect(zone(text).records("example.net").dropFirst(2) == ["a IN A 192.0.2.1", "x IN MX 1 a.example.net."])
    }

    @Test("all records of one name and type have one TTL, the lowest, and a mismatch is reported")
    func timeToLive() {
        let fixture = zone(
            """
            - {name: a, type: A, values: [192.0.2.2], ttl: 5m}
            - {name: x, type: TXT, values: [b], ttl: 1m}
            - {name: x, type: TXT, values: [c], ttl: 2m}
            - {name: y, type: TXT, values: [d], ttl: 4000w}
            """)
        #expect(
            fixture.records("example.net").dropFirst(2) == [
                "a 300 IN A 192.0.2.1", "a 300 IN A 192.0.2.2", #"x 60 IN TXT "b""#, #"x 60 IN TXT "c""#,
                #"y IN TXT "d""#,
            ])
        #expect(fixture.zones.problems.map(\.kind) == [.ttlMismatch, .ttlOutOfRange])
    }

    @Test("an alias yields to other records of its name, and to an alias before it")
    func aliases() {
        let fixture = zone(
            """
            - {name: a, type: CNAME, values: [b]}
            - {name: "@", type: CNAME, values: [a]}
            - {name: c, type: CNAME, values: [a, b.example.com.]}
            """)
        #expect(fixture.records("example.net").dropFirst(2) == ["a IN A 192.0.2.1", "c IN CNAME b.example.com."])
        #expect(fixture.zones.problems.map(\.kind) == [.cnameConflict, .cnameConflict, .cnameConflict])
    }

    @Test("a wildcard cannot be delegated, and a name with an underscore has no address")
    func owners() {
        let fixture = zone(
            "- {name: '*.w', type: NS, values: [ns.example.com.]}\n- {name: a_b, type: A, values: [192.0.2.9]}")
        #expect(
            fixture.problems == [
                "invalid-record: '*.w.example.net.' is a wildcard, which cannot be delegated",
                "invalid-record: 'a_b.example.net.' cannot name a host: use letters, digits and inner hyphens",
            ])
    }

    @Test("an owner outside the zone is reported and not written")
    func outside() {
        let fixture = zone("- {name: x.example.com., type: A, values: [192.0.2.9]}")
        #expect(fixture.problems == ["record-outside-zone: 'x.example.com.' is not in the zone 'example.net.'"])
    }

    @Test("a server in the zone without an address, or that is an alias, is reported")
    func servers() {
        let fixture = zone(
            """
            - {name: "@", type: MX, values: [10 nowhere, 20 alias, 30 deep.wild]}
            - {name: alias, type: CNAME, values: [a]}
            - {name: "*.wild", type: A, values: [192.0.2.3]}
            """)
        #expect(
            fixture.problems == [
                "target-without-address: MX of 'example.net.' points at 'nowhere.example.net.', which has no address",
                "target-is-cname: MX of 'example.net.' points at 'alias.example.net.', which is an alias",
            ])
    }

    @Test("a zone without a name server is left out and reported")
    func noNameserver() {
        let fixture = ZoneFixture("zones: [{name: example.net}]")
        #expect(fixture.zones.zones.isEmpty)
        #expect(fixture.zones.problems.map(\.kind) == [.noNameserver])
    }

    @Test("a declared pointer stands instead of the derived one")
    func declaredPointer() {
        let fixture = ZoneFixture(
            dnsSettings + """
                subnets: [{prefix: 192.0.2.0/24, zone: example.net}]
                devices: [{name: a, interfaces: [{name: e, addresses: [192.0.2.1]}]}]
                zones: [{reverse: 192.0.2.0/24, records: [{name: "1", type: PTR, values: [b.example.net.]}]}]
                """)
        #expect(fixture.records("2.0.192.in-addr.arpa").last == "1 IN PTR b.example.net.")
    }

    @Test("a contact that is no mail address is reported, and its zone has the usual one")
    func contact() throws {
        let fixture = ZoneFixture(
            "zones: [{name: example.net, contact: me, primary: p.example.com, nameservers: [ns.example.com]}]")
        #expect(fixture.zones.problems.map(\.kind) == [.invalidZone])
        #expect(try #require(fixture.file("example.net")).contains("SOA   p.example.com. hostmaster.example.com. "))
    }
}
