import Addressing
import Findings
import InventoryModel
import Packets
import ServedZones
import TestSupport
import Testing
import ZoneData

@Suite("Asking a name server for a zone")
struct ZoneQuestionerTests {
    /// A connection over which prepared messages come, one for each that is sent or asked for.
    private struct Script: MessageStream {
        var messages: [[UInt8]]

        mutating func send(_ message: [UInt8]) throws(ServedZoneError) {}

        mutating func receive() throws(ServedZoneError) -> [UInt8] {
            guard !messages.isEmpty else { throw ServedZoneError("it closed the connection") }
            return messages.removeFirst()
        }
    }

    private static let zone: [UInt8] = [1, 97, 4] + Array("test".utf8) + [0]
    private static let soa: [UInt8] = authority(serial: 0)

    private static func authority(serial: UInt8) -> [UInt8] {
        record(type: 6, [0, 0] + [0, 0, 0, serial] + Array(repeating: 0, count: 16))
    }

    /// A record of the zone's own name, with the time to live 3600.
    private static func record(type: UInt8, _ data: [UInt8]) -> [UInt8] {
        zone + [0, type, 0, 1, 0, 0, 0x0e, 0x10, 0, UInt8(data.count)] + data
    }

    /// An answer to the question for the zone, or to the one for its name servers, which is the first of the others.
    private static func message(
        id: UInt8 = 1, code: UInt8 = 0, asked type: UInt8? = nil, _ records: [[UInt8]]
    ) -> [UInt8] {
        [0, id, 0x84, code, 0, 1, 0, UInt8(records.count), 0, 0, 0, 0]
            + zone + [0, type ?? (id == 1 ? 252 : 2), 0, 1] + records.joined()
    }

    /// A later message of a transfer, which repeats no question.
    private static func more(_ records: [[UInt8]]) -> [UInt8] {
        [0, 1, 0x84, 0, 0, 0, 0, UInt8(records.count), 0, 0, 0, 0] + records.joined()
    }

    private func declared(
        _ text: String = "zones: [{name: a.test, nameservers: [ns.b.test]}]\n"
    ) throws -> ZoneContent {
        let reading = InventoryReader.read(SourceFiles([SourceFile(path: "a.yaml", bytes: Array(text.utf8))]))
        return try #require(ZoneSet(AddressPlan(reading.inventory)).zones.first)
    }

    private func ask(_ connections: [[[UInt8]]]) throws -> ServedZone {
        var rest = connections
        return try ZoneQuestioner(server: "s").ask(for: try declared()) { () throws(ServedZoneError) in
            guard !rest.isEmpty else { throw ServedZoneError("nothing listens there") }
            return Script(messages: rest.removeFirst())
        }
    }

    @Test("a transfer is what stands between two SOA records, however it is cut into messages")
    func transfer() throws {
        let name = try DomainName(parsing: "a.test")
        let address = Self.record(type: 1, [192, 0, 2, 1])
        let signature = Self.record(type: 46, [0])
        // The name of the mail server points back to where the message has its first name.
        let mail = Self.record(type: 15, [0, 10, 1, 109, 0xc0, 12])
        let served = try ask([
            [Self.message([Self.soa, address]), Self.message([mail, signature]), Self.more([Self.soa])]
        ])
        #expect(served.isWhole)
        #expect(
            served.records == [
                ServedRecord(owner: name, type: .a, ttl: 3600, data: .address(try IPAddress(parsing: "192.0.2.1"))),
                ServedRecord(
                    owner: name, type: .mx, ttl: 3600,
                    data: .mx(preference: 10, exchange: try DomainName(parsing: "m.a.test"))),
            ])
    }

    @Test("where the transfer is refused, each declared name is asked for")
    func questions() throws {
        let server: [UInt8] = [2, 110, 115, 1, 98, 4] + Array("test".utf8) + [0]
        let refused = Self.message(code: 5, [])
        let served = try ask([[refused], [Self.message(id: 3, [Self.record(type: 2, server)])]])
        #expect(!served.isWhole)
        #expect(served.records.map(\.type) == [.ns])
        let none = try ask([[refused], [Self.message(id: 3, code: 3, [])]])
        #expect(none.records.isEmpty)
    }

    @Test("a server may answer in another order, and so many questions on a connection and no more")
    func manyQuestions() throws {
        let records = (1...70).map { "{name: h\($0), type: A, values: [192.0.2.1]}" }.joined(separator: ", ")
        let zone = try declared("zones: [{name: a.test, nameservers: [ns.b.test], records: [\(records)]}]\n")
        for most in [1, 5, 32, 100] {
            var connections = 0
            let served = try ZoneQuestioner(server: "s").ask(for: zone) { () throws(ServedZoneError) in
                connections += 1
                return Echo(rest: connections == 1 ? 0 : most)
            }
            #expect(served.records == [])
            #expect(connections == 1 + (71 + most - 1) / most)
        }
    }

    /// A server that knows no name, answers the last question first, and hangs up after a number of answers.
    private struct Echo: MessageStream {
        var rest: Int
        var questions: [[UInt8]] = []

        init(rest: Int) { self.rest = rest }

        mutating func send(_ message: [UInt8]) throws(ServedZoneError) { questions.append(message) }

        mutating func receive() throws(ServedZoneError) -> [UInt8] {
            guard rest > 0, let question = questions.popLast() else {
                throw ServedZoneError("it closed the connection")
            }
            rest -= 1
            return question[..<2] + [0x84, 3] + question[4...]
        }
    }

    @Test("records with names that nobody could declare are counted, since nobody can be told which they are")
    func undeclarable() throws {
        // "a b", with the zone's name behind it.
        let odd = [3, 97, 32, 98] + Self.record(type: 1, [192, 0, 2, 1])
        let served = try ask([[Self.message([Self.soa, odd, odd, Self.soa])]])
        #expect(served.records == [])
        #expect(served.undeclarable == 2)
    }

    @Test(
        "what is no answer for the zone leaves nothing known",
        arguments: [
            [], [[]], [[message(code: 5, [])], [message(id: 3, code: 5, [])]],
            [[message(code: 5, [])], [[0, 3, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0]]], [[message([soa]), [1, 2, 3]]],
            [[message([soa])]], [[message(id: 9, [soa, soa])]], [[message([record(type: 1, [1, 2, 3, 4])])]],
            [[message([soa, soa, soa])]], [[Array(message([soa]).dropLast(4))]], [[message([soa]), more([])]],
            [[more([soa, soa])]], [[message(asked: 6, [soa, soa])]], [[message([soa, authority(serial: 1)])]],
            [[message([[1, 98] + soa.dropFirst(2), [1, 98] + soa.dropFirst(2)])]],
            [[message(code: 5, [])], [message(id: 3, asked: 1, [])]], [[message(code: 5, [])], [message(id: 4, [])]],
        ])
    func noAnswer(connections: [[[UInt8]]]) {
        #expect(throws: ServedZoneError.self) { try ask(connections) }
    }

    @Test("whatever bytes come, they are read or refused")
    func random() throws {
        for seed in 1...2000 {
            var generator = SeededGenerator(seed: UInt64(seed))
            var bytes = Self.message([Self.soa, Self.record(type: 15, [0, 10, 1, 109, 0xc0, 12]), Self.soa])
            for _ in 0..<3 {
                bytes[Int.random(in: 2..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            _ = DNSMessage(bytes.span)
            _ = try? ask([[bytes]])
        }
    }
}
