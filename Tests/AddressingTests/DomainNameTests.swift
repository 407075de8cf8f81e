import Addressing
import TestSupport
import Testing

@Suite("Domain names")
struct DomainNameTests {
    static let origin = DomainName("lon1.example.net")

    @Test(
        "a name is absolute with a final dot, and otherwise completed by the origin",
        arguments: [
            ("db1", "db1.lon1.example.net."), ("db1.", "db1."), ("@", "lon1.example.net."), (".", "."),
            ("a.b", "a.b.lon1.example.net."), ("*.k8s", "*.k8s.lon1.example.net."), ("DB1", "db1.lon1.example.net."),
            ("_sip._tcp", "_sip._tcp.lon1.example.net."), ("0/26.2.0.192.in-addr.arpa.", "0/26.2.0.192.in-addr.arpa."),
        ])
    func completion(text: String, expected: String) throws {
        #expect(try DomainName(parsing: text, relativeTo: Self.origin).description == expected)
    }

    @Test(
        "a malformed name is refused with its fault",
        arguments: [
            ("", "empty"), ("..", "empty label"), (".a", "empty label"), ("a..b", "empty label"), ("a b", "space"),
            ("a\n", "control"), ("a\\.b", "'\\'"), ("münchen.example", "xn--"), ("a.*.example", "first label"),
            ("a*.example", "first label"), ("**", "first label"), ("@", "'@'"), ("a@b", "'@'"),
            (String(repeating: "a", count: 64) + ".example", "64 characters"),
            (Array(repeating: "abcdefg", count: 32).joined(separator: ".") + ".", "255 characters"),
        ])
    func refusal(text: String, reason: String) {
        let error = #expect(throws: AddressError.self) { try DomainName(parsing: text) }
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "no reason")")
    }

    @Test("63 characters in a label and 253 in a name are allowed, also by way of an origin")
    func longest() throws {
        let label = String(repeating: "a", count: 63)
        let longest = "\(label).\(label).\(label).\(label.dropLast(2))"
        #expect(try DomainName(parsing: longest + ".").description.utf8.count == 254)
        let origin = try DomainName(parsing: "\(label).\(label).\(label)")
        #expect(try DomainName(parsing: String(label.dropLast(2)), relativeTo: origin).description == longest.rotated)
        #expect(throws: AddressError.self) { try DomainName(parsing: label, relativeTo: origin) }
    }

    @Test(
        "a host name has letters, digits and inner hyphens only",
        arguments: [
            ("db1.example.net", true), ("1.example.net", true), ("a-b.example", true), ("xn--mnchen-3ya.example", true),
            ("-a.example", false), ("a-.example", false), ("a.example-", false), ("a_b.example", false),
            ("*.example", false), ("0/26.example", false), ("192.0.2.1", false), (".", false), ("localhost", true),
        ])
    func hostnames(text: String, expected: Bool) throws {
        #expect(try DomainName(parsing: text).isHostname == expected)
    }

    @Test("the parent of a name lacks its first label, and the root has none")
    func parents() throws {
        let name = try DomainName(parsing: "a.b.c.")
        let chain = sequence(first: name) { $0.parent }.map(\.description)
        #expect(chain == ["a.b.c.", "b.c.", "c.", "."])
    }

    @Test(
        "a name lies below whole labels, not below the end of one",
        arguments: [
            ("a.example.net", "example.net", true), ("example.net", "example.net", true),
            ("badexample.net", "example.net", false), ("net", "example.net", false), ("net", ".", true),
            (".", ".", true), (".", "net", false), ("b.net", "a.net", false),
        ])
    func subdomains(name: String, zone: String, expected: Bool) throws {
        #expect(try DomainName(parsing: name).isSubdomain(of: DomainName(parsing: zone)) == expected)
    }

    @Test("names sort from the right, parents first and numbers by value")
    func order() throws {
        let sorted = [
            ".", "2.0.192.in-addr.arpa.", "2.2.0.192.in-addr.arpa.", "9.2.0.192.in-addr.arpa.",
            "10.2.0.192.in-addr.arpa.", "011.2.0.192.in-addr.arpa.", "12.2.0.192.in-addr.arpa.",
            "0/26.2.0.192.in-addr.arpa.", "net.", "example.net.", "*.example.net.", "a.example.net.",
            "z.a.example.net.", "aa.example.net.", "b.example.net.", "h2.example.net.", "h2-a.example.net.",
            "h10.example.net.",
            "xample.net.", "org.",
        ]
        var generator = SeededGenerator(seed: 7)
        let names = try sorted.map { name throws in try DomainName(parsing: name) }
        #expect(names.shuffled(using: &generator).sorted().map(\.description) == sorted)
    }

    @Test("the order is total: of two different names exactly one comes first")
    func totalOrder() throws {
        for seed in UInt64(0)..<2000 {
            var generator = SeededGenerator(seed: seed)
            let names = (0..<3).map { _ in generator.name() }
            let (a, b, c) = (names[0], names[1], names[2])
            #expect([a < b, b < a, a == b].count(where: \.self) == 1, "\(generator): \(a) \(b)")
            #expect(!(a < b && b < c) || a < c, "\(generator): \(a) \(b) \(c)")
        }
    }

    @Test("a printed name parses to itself, also relative to any zone above it")
    func roundTrip() throws {
        for seed in UInt64(0)..<2000 {
            var generator = SeededGenerator(seed: seed)
            let name = generator.name()
            #expect(try DomainName(parsing: name.description) == name, "\(generator)")
            for origin in sequence(first: name, next: \.parent) {
                let relative = name.relative(to: origin)
                #expect(try DomainName(parsing: relative, relativeTo: origin) == name, "\(generator): \(origin)")
            }
        }
    }
}

extension SeededGenerator {
    /// A name of up to five labels from a small stock, so that equal endings are common.
    fileprivate mutating func name() -> DomainName {
        let stock = ["a", "b", "aa", "a-b", "_x", "1", "2", "02", "10", "0/26", "a2", "a10", "a02b", "net", "example"]
        let labels = (0..<Int.random(in: 0...5, using: &self)).map { _ in stock.randomElement(using: &self) ?? "a" }
        return DomainName(labels.joined(separator: ".") + ".") ?? .root
    }
}

extension String {
    /// The last of the dot-separated parts moved to the front, and a final dot.
    fileprivate var rotated: String {
        let parts = split(separator: ".")
        return (parts.suffix(1) + parts.dropLast()).joined(separator: ".") + "."
    }
}
