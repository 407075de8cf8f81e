import Addressing
import InventoryModel
import Technitium
import Testing
import ZoneData

@Suite("Answers of a server")
struct ReplyTests {
    static let soa = """
        {"name":"a.test","type":"SOA","ttl":900,"disabled":false,"rData":{"primaryNameServer":"server","serial":35}}
        """

    private func server(_ replies: Reply...) throws -> (TechnitiumServer, ScriptedTransport) {
        let transport = ScriptedTransport(replies)
        let token = try AccessToken(parsing: "0123456789abcdef0123456789abcdef")
        return (TechnitiumServer(over: transport, token: token, seconds: 1), transport)
    }

    private func records(_ list: String) throws -> [ServerRecord] {
        let zone = try DomainName(parsing: "a.test")
        let reply = Reply.ok(#"{"zone":{"name":"a.test"},"records":[\#(Self.soa)\#(list.isEmpty ? "" : ",\(list)")]}"#)
        return Array(try server(reply).0.records(of: zone).dropFirst())
    }

    @Test("every type that the inventory has is read as what it says")
    func types() throws {
        func record(_ type: String, _ data: String) -> String {
            #"{"name":"h.a.test","type":"\#(type)","ttl":60,"disabled":false,"rData":{\#(data)}}"#
        }
        let list = [
            record("A", #""ipAddress":"192.0.2.1""#), record("AAAA", #""ipAddress":"2001:db8::1""#),
            record("NS", #""nameServer":"Ns.A.test""#), record("CNAME", #""cname":"b.test""#),
            record("PTR", #""ptrName":".""#), record("MX", #""preference":10,"exchange":"m.test""#),
            record("SRV", #""priority":1,"weight":2,"port":3,"target":"s.test""#),
            record("TXT", #""text":"x","characterStringsBase64":["eA==","AP8="]"#),
            record("CAA", #""flags":128,"tag":"Issue","value":"ca.test""#),
            record("SSHFP", #""algorithm":"Ed25519","fingerprintType":"SHA256","fingerprint":"00FF""#),
            record("65280", #""value":"01:FF""#),
        ]
        let expected = [
            "192.0.2.1", "2001:db8::1", "ns.a.test.", "b.test.", ".", "10 m.test.", "1 2 3 s.test.", #""x" "\000\255""#,
            #"128 issue "ca.test""#, "4 2 00ff", "\\# 2 01ff",
        ]
        #expect(try records(list.joined(separator: ",")).map { $0.data.map { "\($0)" } } == expected)
    }

    @Test("types and names that no record of the inventory could have are read as something of others")
    func others() throws {
        let list = """
            {"name":"x.a.test","type":"FWD","ttl":0,"disabled":true,"comments":"c","rData":{"priority":"high"}},
            {"name":"x.a.test","type":"DNSKEY","ttl":0,"disabled":false,"rData":{"flags":"ZoneKey","algorithm":13}},
            {"name":"y.a.test","type":"CNAME","ttl":0,"disabled":false,"rData":{"cname":"a b"}},
            {"name":"a b.a.test","type":"A","ttl":0,"disabled":false,"rData":{"ipAddress":"192.0.2.1"}}
            """
        #expect(
            try records(list) == [
                ServerRecord(
                    name: DomainName(parsing: "x.a.test"), type: "FWD", ttl: 0, data: nil, comments: "c",
                    isDisabled: true),
                ServerRecord(name: DomainName(parsing: "x.a.test"), type: "DNSKEY", ttl: 0, data: nil),
                ServerRecord(name: DomainName(parsing: "y.a.test"), type: "CNAME", ttl: 0, data: nil),
            ])
    }

    @Test(
        "what is not the whole list of the zone that was asked for is refused",
        arguments: [
            #"{"zone":{"name":"b.test"},"records":[]}"#, #"{"zone":{"name":"test"},"records":[]}"#,
            #"{"zone":{"name":"a.test"},"records":[]}"#, #"{"records":[]}"#, "{}", "null",
            #"{"zone":{"name":"a.test"},"records":[\#(soa),{"name":"h.a.test","type":"A"}]}"#,
            #"{"zone":{"name":"a.test"},"records":[\#(soa),{"name":"h.a.test","type":"A","ttl":-1,"disabled":false,"rData":{}}]}"#,
            #"{"zone":{"name":"a.test"},"records":[\#(soa),{"name":"h.b.test","type":"X","ttl":1,"disabled":false,"rData":{}}]}"#,
            #"{"zone":{"name":"a.test"},"records":[\#(soa),{"name":"h.a.test","type":"MX","ttl":1,"disabled":false,"rData":{}}]}"#,
        ])
    func wrongLists(response: String) throws {
        let (server, _) = try server(.ok(response))
        #expect(throws: ServerError.self) { try server.records(of: DomainName(parsing: "a.test")) }
    }

    @Test(
        "what is no answer of the API is refused, and says what it looks like",
        arguments: [
            (Reply.text("", status: 500), "HTTP 500"), (.text("", status: 302), "redirects"),
            (.text("", status: 401), "access token"), (.text("<html>Log in"), "a web page"),
            (.text(""), "nothing came"),
            (.text(#"{"status":"ok","resp"#), "breaks off"), (.text("[1]"), "something else"),
            (.text(#"{"status":"invalid-token"}"#), "does not know the access token"),
            (.text(#"{"status":"error","errorMessage":"no 0123456789ABCDEF0123456789abcdef"}"#), "no <access token>"),
            (.text(#"{"status":"2fa-required"}"#), "2fa-required"),
            (.text(#"{"status":"ok","response":"# + String(repeating: "[", count: 100_000)), "breaks off"),
        ])
    func noAnswers(reply: Reply, word: String) throws {
        let (server, _) = try server(reply)
        let error = #expect(throws: ServerError.self) { try server.zones() }
        #expect(error?.message.contains(word) == true, "\(error?.message ?? "")")
    }

    @Test("a change that the server made to another zone is an error")
    func otherZone() throws {
        let zone = try DomainName(parsing: "a.b.test")
        let record = ResourceRecord(owner: zone, ttl: 60, data: .ptr(.root))
        let (server, _) = try server(.ok(#"{"zone":{"name":"b.test"}}"#))
        #expect(throws: ServerError.self) { try server.add(record, to: zone, comment: "c") }
    }
}
