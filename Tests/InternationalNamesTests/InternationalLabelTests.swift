import Addressing
import Foundation
import InternationalNames
import TestSupport
import Testing

@Suite("International names")
struct InternationalLabelTests {
    @Test(
        "a label becomes what DNS has for it, and that stands for the label in lower case, composed",
        arguments: [
            ("münchen", "xn--mnchen-3ya"), ("bücher", "xn--bcher-kva"), ("例え", "xn--r8jz45g"), ("בית", "xn--5dbq5c"),
            ("straße", "xn--strae-oqa"), ("paral·lel", "xn--parallel-koa"), ("ελλάς", "xn--hxarsa0b"),
            ("2-größe", "xn--2-gre-oqa4n"), ("ג׳ון", "xn--6dbg4a4e"),
        ])
    func pairs(unicode: String, ascii: String) throws {
        #expect(try InternationalLabel.ascii(unicode) == ascii)
        #expect(InternationalLabel.unicode(ascii) == unicode)
    }

    @Test("case and the way in which letters are composed make no difference")
    func mapping() throws {
        #expect(try InternationalLabel.ascii("MÜNCHEN") == "xn--mnchen-3ya")
        #expect(try InternationalLabel.ascii("mu\u{308}nchen") == "xn--mnchen-3ya")
    }

    @Test(
        "what names may not contain is refused, and never read as something else",
        arguments: [
            "☃", "a☃", "ﬁle", "１２", "日本。jp", "a\u{ad}ü", "ü%41", "ü/x", "ü_x", "ü b", "ü@x", "ü:1", "\u{202e}ü", "·l",
            "·ü", "a\u{200d}b", "aב", "ü-", "-ü", "\u{308}a", "ab--ü", "x\u{640}", "\u{661}\u{6f1}", "ü.x", "x。ü",
            String(repeating: "ü", count: 60), "\u{1100}", "ü・", "\u{1f600}", "\u{e000}", "ü\u{0}", "ü\n",
        ])
    func refusals(label: String) {
        #expect(throws: AddressError.self) { try InternationalLabel.ascii(label) }
    }

    @Test(
        "what only looks as if it stood for letters stays as it is",
        arguments: [
            "xn--", "xn---", "xn--abc", "xn--zzzzzzzzzzzz", "xn--mnchen-3yA", "xn--a-9999999999", "xn--n3h", "mnchen",
        ])
    func noLetters(label: String) {
        #expect(InternationalLabel.unicode(label) == nil)
    }

    @Test("a whole name is read label by label, and printed in ASCII")
    func names() throws {
        let zone = try DomainName(declared: "Bücher.example.")
        #expect(zone.description == "xn--bcher-kva.example.")
        #expect(zone.international == "bücher.example")
        #expect(try DomainName(declared: "www.größe", relativeTo: zone).international == "www.größe.bücher.example")
        #expect(try DomainName(declared: "*.ü", relativeTo: zone).description == "*.xn--tda.xn--bcher-kva.example.")
        #expect(try DomainName(declared: "www.example").international == nil)
        let error = #expect(throws: AddressError.self) { try DomainName(declared: "a☃.example") }
        #expect(
            error?.reason == "the label 'a☃' has the character U+2603, which names may not contain (RFC 5892)")
    }

    @Test(
        "a name with a label that only looks as if it stood for letters is refused",
        arguments: ["xn--zzzzzzzzzzzz", "www.xn--abc.example", "XN--ABC", "xn--n3h.example.", "ü.xn--abc", "*.xn--abc"])
    func fakes(name: String) throws {
        let error = #expect(throws: AddressError.self) { try DomainName(declared: name) }
        #expect(error?.reason.contains("stands for no letters") == true)
        #expect(try DomainName(declared: "XN--mnchen-3ya.example").description == "xn--mnchen-3ya.example.")
    }

    @Test("labels at random become letters and back, or stay as they are", arguments: UInt64(0)..<20)
    func roundTrips(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for label in LabelSamples.labels(2_000, using: &generator) {
            guard let ascii = try? InternationalLabel.ascii(label) else { continue }
            let unicode = try #require(InternationalLabel.unicode(ascii), "\(label)")
            #expect(try InternationalLabel.ascii(unicode) == ascii, "\(label)")
            #expect(unicode.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "\(label)")
        }
        for _ in 0..<2_000 {
            let length = Int.random(in: 0...30, using: &generator)
            let noise = (0..<length).compactMap { _ in "abcxyz019-".randomElement(using: &generator) }
            guard let unicode = InternationalLabel.unicode("xn--" + String(noise)) else { continue }
            #expect(try InternationalLabel.ascii(unicode) == "xn--" + String(noise))
        }
    }
}
