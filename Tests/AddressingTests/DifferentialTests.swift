import Addressing
import TestSupport
import Testing

@Suite("Agreement with Python's ipaddress")
struct DifferentialTests {
    @Test("100,000 good and bad texts are read as Python reads them, but for the cases refused on purpose")
    func agreesWithPython() throws {
        var generator = SeededGenerator(seed: 20_270_131)
        let texts = Self.traps + (0..<110_000 - Self.traps.count).map { _ in generator.text() }
        let answers = try PythonIPAddress.answers(to: texts)
        try #require(answers.count == texts.count)
        var accepted = 0
        for (text, answer) in zip(texts, answers) {
            let (address, prefix) = (IPAddress(text), IPPrefix(text))
            let ours = PythonIPAddress.Answer(
                address: address.map { ("\($0)", String("\($0.reverseName)".dropLast())) },
                prefix: prefix?.description
            )
            let theirs = PythonIPAddress.Answer(
                address: answer.address.flatMap { Refusal.ofAddress(text, canonical: $0.text) == nil ? $0 : nil },
                prefix: answer.prefix.flatMap { Refusal.ofPrefix(text, canonical: $0) == nil ? $0 : nil }
            )
            if ours != theirs { Issue.record("\(text.debugDescription): \(ours), but Python says \(theirs)") }
            if address != nil || prefix != nil { accepted += 1 }
        }
        // Neither side of the comparison may be all but empty.
        #expect((30_000...80_000).contains(accepted))
    }

    @Test("each kind of text that is refused on purpose really is one that Python takes", arguments: Refusal.examples)
    func refusalsAreRefusals(refusal: Refusal, text: String) throws {
        let answer = try #require(try PythonIPAddress.answers(to: [text]).first)
        #expect(answer.address != nil || answer.prefix != nil)
        #expect(IPAddress(text) == nil && IPPrefix(text) == nil)
    }

    /// Texts that parsers are known to get wrong.
    static let traps = [
        "", " ", ".", "...", ":", "::", ":::", "::::", "/", "/24", "0", "1", "127.1", "1.2.3", "1.2.3.4.5", "1.2.3.4.",
        ".1.2.3.4", "1..3.4", "010.1.1.1", "1.2.3.00", "00.0.0.0", "1.2.3.256", "1.2.3.999999999999999999999",
        "0x7f.0.0.1",
        "0x7f000001", "2130706433", "1.2.3.4 ", " 1.2.3.4", "1.2.3.4\n", "1.2.3.4\0", "1.2.3.-4", "+1.2.3.4", "1,2,3,4",
        "１.2.3.4", "1.2.3.٤", "1.2.3.²", "1。2。3。4", "::１", "::ﬀ", "1::2::3", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1:2:3:4::5:6:7:8", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", ":1", "1:",
        ":1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8:", "12345::", "::12345", "::00001", "::0000", "::g", "::-1", "::+1",
        "::0x1",
        "::ffff:192.0.2.1", "::ffff:c000:201", "::FFFF:c000:201", "0:0:0:0:0:ffff:c000:201", "::192.0.2.1",
        "64:ff9b::192.0.2.1",
        "1:2:3:4:5:6:192.0.2.1", "1:2:3:4:5:6:7:192.0.2.1", "::192.0.2", "::192.0.2.1.1", "::192.0.2.256", "::01.2.3.4",
        "192.0.2.1::", "::1.2.3.4:5", "fe80::1%eth0", "fe80::1%", "fe80::1%25eth0", "1.2.3.4%eth0", "%", "[::1]",
        "::1]",
        "192.0.2.0/24", "192.0.2.1/24", "192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/+24", "192.0.2.0/024",
        "192.0.2.0/ 24",
        "192.0.2.0/", "192.0.2.0/24/24", "192.0.2.0//24", "192.0.2.0/2４", "192.0.2.0/255.255.255.0",
        "192.0.2.0/0.0.0.255",
        "192.0.2.0/0x18", "192.0.2.0/1e1", "0.0.0.0/0", "0.0.0.0/00", "::/0", "::/128", "::/129", "::/0128",
        "2001:db8::/32",
        "2001:db8::1/32", "2001:db8::/32%eth0", "fe80::%eth0/64", "::ffff:0:0/96", "::/999999999999999999999",
        "::1/128",
        "255.255.255.255/32", "255.255.255.255", "1.2.3.4/32/", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "::ffff:ffff:ffff",
        "2001:DB8::A", "2001:db8:0:0:0:0:2:1", "0001:0002:0003:0004:0005:0006:0007:0008", "1::8", "::a:b:c:d:e:f:0",
        "\u{feff}::1",
    ]
}

/// Texts that Python takes and `ipam` refuses on purpose.
enum Refusal: CaseIterable {
    /// `fe80::1%eth0` names an address on one machine only.
    case zoneID
    /// `::192.0.2.1` hides IPv4 inside IPv6.
    case embeddedDottedDecimal
    /// `::ffff:c000:201` is another spelling of an IPv4 address.
    case mappedAddress
    /// `192.0.2.0` as a prefix says nothing about its length.
    case missingLength
    /// `192.0.2.0/255.255.255.0` has a mask where a length belongs.
    case maskForLength
    /// `192.0.2.0/024` may be meant as octal.
    case zeroBeforeLength

    static let examples: [(Refusal, String)] = [
        (.zoneID, "fe80::1%eth0"), (.embeddedDottedDecimal, "::192.0.2.1"), (.mappedAddress, "::ffff:c000:201"),
        (.maskForLength, "192.0.2.0/255.255.255.0"), (.maskForLength, "192.0.2.0/0.0.0.255"),
        (.zeroBeforeLength, "192.0.2.0/024"), (.mappedAddress, "::ffff:0:0/96"),
    ]

    /// The reason for which an address that Python takes is refused.
    static func ofAddress(_ text: some StringProtocol, canonical: some StringProtocol) -> Refusal? {
        if text.contains("%") { return .zoneID }
        if text.contains(":"), text.contains(".") { return .embeddedDottedDecimal }
        return canonical.hasPrefix("::ffff:") && canonical.split(separator: ":").count == 3 ? .mappedAddress : nil
    }

    /// The reason for which a prefix that Python takes is refused.
    static func ofPrefix(_ text: String, canonical: String) -> Refusal? {
        guard let slash = text.firstIndex(of: "/") else { return .missingLength }
        let length = text[text.index(after: slash)...]
        if length.contains(".") { return .maskForLength }
        if length.count > 1, length.hasPrefix("0") { return .zeroBeforeLength }
        return ofAddress(text[..<slash], canonical: canonical.prefix { $0 != "/" })
    }
}

extension SeededGenerator {
    /// An address or prefix in one of its many spellings, and two times out of three a damaged one.
    fileprivate mutating func text() -> String {
        let family = family()
        var text = Bool.random(using: &self) ? spelling(of: address(family)) : prefixText(family)
        for _ in 0..<Int.random(in: 0...2, using: &self) { damage(&text) }
        return text
    }

    private mutating func prefixText(_ family: AddressFamily) -> String {
        let prefix = prefix(family)
        let address = Int.random(in: 0..<4, using: &self) == 0 ? address(family) : prefix.network
        return "\(spelling(of: address))/\(prefix.length)"
    }

    /// The address in canonical form, in full, in upper case, or with its last 32 bits in dotted decimal.
    private mutating func spelling(of address: IPAddress) -> String {
        guard address.family == .v6 else { return address.description }
        let bytes = address.bytes
        let full = stride(from: 0, to: 16, by: 2).map {
            String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16)
        }
        switch Int.random(in: 0..<8, using: &self) {
        case 0: return full.joined(separator: ":")
        case 1: return full.map { String(repeating: "0", count: 4 - $0.count) + $0 }.joined(separator: ":")
        case 2: return address.description.uppercased()
        case 3:
            return (full.prefix(6) + [IPAddress(v4: UInt32(truncatingIfNeeded: address.bits)).description]).joined(
                separator: ":")
        case 4: return IPAddress(v6: 0xffff << 32 | address.bits & 0xffff_ffff).description
        default: return address.description
        }
    }

    private mutating func damage(_ text: inout String) {
        var characters = Array(text)
        let place = Int.random(in: 0...characters.count, using: &self)
        let alphabet = Array("0123456789abcdefABCDEFgxX..::::%/ -+０\u{0}\n")
        switch Int.random(in: 0..<4, using: &self) {
        case 0: characters.insert(alphabet.randomElement(using: &self) ?? ":", at: place)
        case 1 where place < characters.count: characters.remove(at: place)
        case 2 where place < characters.count: characters[place] = alphabet.randomElement(using: &self) ?? ":"
        case 3 where place < characters.count: characters.insert(characters[place], at: place)
        default: characters.removeSubrange(place...)
        }
        text = String(characters)
    }
}
