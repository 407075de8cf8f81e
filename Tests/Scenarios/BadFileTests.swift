import TestSupport
import Testing

/// What a file may be instead of an inventory, the rule that says so, and where.
struct BadFile: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let rule: String
    /// Line and column.
    let place: String

    init(_ name: String, _ bytes: [UInt8], _ rule: String, at place: String) {
        (testDescription, self.bytes, self.rule, self.place) = (name, bytes, rule, place)
    }

    init(_ name: String, _ text: String, _ rule: String, at place: String) {
        self.init(name, Array(text.utf8), rule, at: place)
    }

    static let encodings = [
        BadFile("a byte order mark", [0xef, 0xbb, 0xbf] + Array("sites: []\n".utf8), "yaml-feature", at: "1:1"),
        BadFile("UTF-16", [0xff, 0xfe, 0x73, 0, 0x69, 0], "yaml-feature", at: "1:1"),
        BadFile("invalid UTF-8", Array("sites: [{name: a".utf8) + [0xff], "yaml-feature", at: "1:17"),
        BadFile("a NUL byte", "sites: [{name: \"a\0\"}]\n", "yaml-feature", at: "1:18"),
    ]

    static let features = [
        BadFile("an anchor", "sites: &all []\n", "yaml-feature", at: "1:8"),
        BadFile("an alias", "sites: *all\n", "yaml-feature", at: "1:8"),
        BadFile("a tag", "sites: !!seq []\n", "yaml-feature", at: "1:8"),
        BadFile("a merge key", "sites:\n  - {name: a, <<: {}}\n", "yaml-feature", at: "2:15"),
        BadFile("a second document", "sites: []\n---\nvrfs: []\n", "yaml-feature", at: "2:1"),
        BadFile("a merge conflict", "sites:\n<<<<<<< ours\n  - name: a\n", "yaml-syntax", at: "2:1"),
        BadFile("an open bracket", "sites: [{name: a}\n", "yaml-syntax", at: "2:1"),
    ]

    static let keys = [
        BadFile("a key twice", "sites: []\nsites: []\n", "duplicate-key", at: "2:1"),
        BadFile("an unknown key", "wibble: []\n", "unknown-key", at: "1:1"),
        BadFile("a misspelt key", "sites:\n  - {name: a, descripton: b}\n", "unknown-key", at: "2:15"),
        BadFile("a key too few", "sites:\n  - {description: b}\n", "missing-key", at: "2:6"),
    ]

    static let types = [
        BadFile("a file that is a list", "- sites\n", "wrong-type", at: "1:1"),
        BadFile("a file that is one word", "sites\n", "wrong-type", at: "1:1"),
        BadFile("a number for a list", "sites: 3\n", "wrong-type", at: "1:8"),
        BadFile("a mapping for a list", "sites: {name: a}\n", "wrong-type", at: "1:8"),
        BadFile("a word for a mapping", "sites: [a]\n", "wrong-type", at: "1:9"),
        BadFile("a list for a word", "sites: [{name: [a]}]\n", "wrong-type", at: "1:16"),
        BadFile("nothing for a word", "sites: [{name: }]\n", "wrong-type", at: "1:15"),
        BadFile("a word for a number", "subnets: [{prefix: 192.0.2.0/24, vlan: ten}]\n", "wrong-type", at: "1:40"),
        BadFile(
            "hexadecimal for a number", "subnets: [{prefix: 192.0.2.0/24, vlan: 0x10}]\n", "wrong-type", at: "1:40"),
        BadFile("a number out of range", "subnets: [{prefix: 192.0.2.0/24, vlan: 4095}]\n", "wrong-type", at: "1:40"),
        BadFile("'yes' for true", "settings: {scan: {enabled: yes}}\n", "wrong-type", at: "1:28"),
        BadFile("a bare number for a time", "settings: {scan: {every: 60}}\n", "wrong-type", at: "1:26"),
        BadFile("a word of no list of words", "devices: [{name: a, status: alive}]\n", "wrong-type", at: "1:29"),
        BadFile(
            "a day that is in no calendar", "reservations: [{name: a, address: 192.0.2.1, expires: 2027-02-30}]\n",
            "wrong-type", at: "1:55"),
    ]

    static let addresses =
        [
            "010.1.1.1", "1.2.3", "127.1", "192.0.2.256", "0x7f000001", "2130706433", "192.0.2.0/33", "192.0.2.1/24",
            "2001:db8::1::2", "::ffff:192.0.2.1", "fe80::1%eth0",
        ].map { text in
            BadFile(
                "address '\(text)'", "reservations: [{name: a, address: \"\(text)\"}]\n", "invalid-address", at: "1:35")
        }
        + ["192.0.2.0/33", "192.0.2.1/24", "010.0.0.0/8", "192.0.2.0", "2001:db8::/129", "2001:db8::1/64"].map { text in
            BadFile("prefix '\(text)'", "subnets: [{prefix: \"\(text)\"}]\n", "invalid-prefix", at: "1:20")
        }
        + ["192.0.2.9-192.0.2.1", "192.0.2.9-2001:db8::1", "192.0.2.9-", "192.0.2.1/24"].map { text in
            BadFile("range '\(text)'", "reservations: [{name: a, range: \"\(text)\"}]\n", "invalid-range", at: "1:33")
        }

    static let all = encodings + features + keys + types + addresses
}

@Suite("A file that is no inventory")
struct BadFileTests {
    @Test("gets its finding at its place, ends with 1, and changes nothing", arguments: BadFile.all)
    func refusal(_ file: BadFile) throws {
        let workplace = try Workplace()
        try workplace.write(file.bytes, to: "inventory/all.yaml")
        let before = try workplace.files()
        let ending = try workplace.ipam("validate", "-o", "oneline")
        let lines = ending.output.split(separator: "\n")
        let found = lines.contains {
            $0.hasPrefix("inventory/all.yaml:\(file.place): error: ") && $0.hasSuffix("[\(file.rule)]")
        }
        #expect(found, "\(ending.output)")
        #expect(ending.code == 1)
        #expect(try workplace.files() == before)
    }

    @Test("160,000 opening brackets are refused without reading on")
    func brackets() throws {
        let workplace = try Workplace(inventory: String(repeating: "[", count: 160_000))
        let clock = ContinuousClock()
        let start = clock.now
        let ending = try workplace.ipam("validate", "-o", "oneline")
        print("160,000 opening brackets were refused after \(start.duration(to: clock.now))")
        #expect(ending.code == 1)
        #expect(ending.output.contains("nested deeper than 32 [file-limit]"), "\(ending.output)")
        #expect(ending.output.split(separator: "\n").count == 1)
    }

    @Test("nothing is scanned or written for a broken inventory", arguments: [["reconcile"], ["scan"]])
    func noEffects(command: [String]) throws {
        let workplace = try Workplace(inventory: "settings: {outputs: [{format: csv, path: out/a.csv}]}\nsites: 3\n")
        let before = try workplace.files()
        let ending = try workplace.ipam(command[0])
        #expect(ending.code == (command == ["reconcile"] ? 1 : 2))
        #expect(try workplace.files() == before)
    }
}
