import TestSupport
import Testing

@testable import Packets

@Suite("Names from DNS")
struct DNSTests {
    private static let asked = ["7", "2", "0", "192", "in-addr", "arpa"].map { Array($0.utf8) }
    private static let question = DNSQuestion(id: 0xbeef, name: asked, type: DNSQuestion.ptr, wantsRecursion: true)

    /// The start of an answer to the question: flags, and how many records follow.
    private func head(flags: UInt16 = 0x8180, records: UInt16 = 1, id: UInt16 = 0xbeef) -> [UInt8] {
        var bytes: [UInt8] = []
        for word in [id, flags, 1, records, 0, 0] { bytes.append(bigEndian: word) }
        return bytes + Self.question.bytes[12...]
    }

    private func record(owner: [UInt8] = [0xc0, 12], type: UInt16 = DNSQuestion.ptr, _ content: [UInt8]) -> [UInt8] {
        var bytes = owner
        bytes.append(bigEndian: type)
        bytes.append(bigEndian: UInt16(1))
        bytes.append(bigEndian: UInt32(300))
        bytes.append(bigEndian: UInt16(content.count))
        return bytes + content
    }

    private func name(_ text: String) -> [UInt8] {
        text.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
    }

    private func read(_ bytes: [UInt8]) -> DNSAnswer? { DNSAnswer(bytes.span, to: Self.question) }

    @Test("a PTR record is the name, in lower case")
    func pointer() {
        #expect(read(head() + record(name("Web.Example.NET"))) == .names(["web.example.net"]))
    }

    @Test("an alias of a classless delegation is followed (RFC 2317)")
    func alias() {
        let target = name("7.0-15.2.0.192.in-addr.arpa")
        let bytes =
            head(records: 2) + record(type: DNSQuestion.cname, target) + record(owner: target, name("a.example"))
        #expect(read(bytes) == .names(["a.example"]))
    }

    @Test("no such name, and no such record, are answers; a refusal, a failure and a short answer are not")
    func codes() {
        #expect(read(head(flags: 0x8183, records: 0)) == .nothing)
        #expect(read(head(records: 0)) == .nothing)
        #expect(read(head(flags: 0x8182, records: 0)) == .failed(2))
        #expect(read(head(flags: 0x8185, records: 0)) == .failed(5))
        #expect(read(head(flags: 0x8380, records: 0)) == .failed(nil))
    }

    @Test("an answer to another question is none")
    func other() {
        #expect(read(head(records: 1, id: 0xbeee) + record(name("a.example"))) == nil)
        #expect(read(head(flags: 0x0180) + record(name("a.example"))) == nil)
        var renamed = head() + record(name("a.example"))
        renamed[13] ^= 1
        #expect(read(renamed) == nil)
    }

    @Test("a record of somebody else's name in the same message says nothing")
    func foreign() {
        #expect(read(head() + record(owner: name("8.2.0.192.in-addr.arpa"), name("evil.example"))) == .nothing)
    }

    @Test("a hundred names are a hundred names, and no more are read")
    func many() {
        let records = (0..<200).flatMap { record(name("h\($0).example")) }
        guard case .names(let names)? = read(head(records: 200) + records) else {
            Issue.record("not read")
            return
        }
        #expect(names.count == 100)
    }

    @Test("names that loop, run on or have labels of impossible lengths are refused")
    func malformed() {
        let start = head().count + 12
        #expect(read(head() + record([0xc0, UInt8(start)])) == nil)
        #expect(read(head() + record([0xff, 0xff])) == nil)
        #expect(read(head() + record([64] + Array(repeating: 97, count: 64) + [0])) == nil)
        let long = Array(repeating: [63] + Array(repeating: UInt8(97), count: 63), count: 4).flatMap(\.self) + [0]
        #expect(read(head() + record(long)) == nil)
        #expect(read(head() + record([5, 97])) == nil)
    }

    @Test("a name may point back as often as it has room for labels, and no more", arguments: [1, 127, 128, 5000])
    func pointers(count: Int) {
        var bytes: [UInt8] = [0]
        for place in 0..<count { bytes.append(bigEndian: 0xc000 | UInt16(max(0, 2 * place - 1))) }
        var reader = DNSReader(at: bytes.count - 2)
        let name = reader.name(in: bytes.span)
        #expect((name == []) == (count < 128))
    }

    @Test("characters that mean something elsewhere are escaped")
    func escaped() {
        let bytes = head() + record([4, 0x1b, 0x5b, 0x2e, 0x0a, 1, 0x3c, 0])
        #expect(read(bytes) == .names(["\\027\\091\\046\\010.\\060"]))
    }

    @Test("any bytes at all can be read without a trap")
    func noise() {
        var generator = SeededGenerator(seed: 23)
        var names = 0
        for _ in 0..<20_000 {
            let tail = (0..<Int.random(in: 0...64, using: &generator)).map { _ in
                [0xc0, 12, 0, 5, UInt8.random(in: 0...255, using: &generator)].randomElement(using: &generator) ?? 0
            }
            if case .names? = read(head(records: 3) + tail) { names += 1 }
        }
        #expect(names == 0)
    }
}

@Suite("Questions to UDP services")
struct UDPQuestionTests {
    // A span cannot be taken inside an expectation.
    private func isAnswered(_ question: UDPQuestion, _ bytes: [UInt8], _ tag: UInt64) -> Bool {
        question.isAnswered(by: bytes.span, tag: tag)
    }

    @Test("each question takes the answer that its protocol gives, and none with another tag")
    func answers() {
        let tag: UInt64 = 0x0123_4567_89ab_cdef
        var time: [UInt8] = [0x24] + Array(repeating: 0, count: 47)
        time.replaceSubrange(24..<32, with: UDPQuestion.ntp.payload(tag: tag)[40...])
        let dns = [0xcd, 0xef, 0x81, 0x80] + Array(repeating: UInt8(0), count: 8)
        let report = UDPQuestion.snmp.payload(tag: tag)
        for (question, answer) in [(UDPQuestion.ntp, time), (.dns, dns), (.multicastDNS, dns), (.snmp, report)] {
            #expect(isAnswered(question, answer, tag), "\(question)")
            #expect(!isAnswered(question, answer, tag ^ 1), "\(question)")
            #expect(!isAnswered(question, Array(answer.prefix(3)), tag), "\(question)")
        }
        #expect(isAnswered(.ssdp, Array("HTTP/1.1 200 OK\r\n".utf8), tag))
        #expect(!isAnswered(.ssdp, Array("NOTIFY".utf8), tag))
    }

    @Test("a port without a protocol of its own gets one byte")
    func bare() {
        #expect(UDPQuestion(port: 9999).payload(tag: 1) == [0])
    }
}
