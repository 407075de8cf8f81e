import Foundation
import TestSupport
import Testing

/// Programs of other people that judge what `ipam` writes.
enum Checker: String, CaseIterable {
    case bind = "named-checkzone"
    case nsd = "nsd-checkzone"
    case schemas = "check-jsonschema"
    case zizmor
    case preCommit = "pre-commit"

    var program: Program? { Program(installed: rawValue) }

    static func areWanted(_ checkers: Checker...) -> Bool {
        checkers.allSatisfy { Program.areWanted($0.rawValue) }
    }
}

@Suite("What other programs say")
struct CheckerTests {
    @Test(
        "name servers accept every zone file of the shipped inventory",
        .enabled(if: Checker.areWanted(.bind, .nsd), "not installed: apt install bind9-utils nsd"))
    func zones() throws {
        let bind = try #require(Checker.bind.program)
        let nsd = try #require(Checker.nsd.program)
        let workplace = try Workplace.withShippedInventory()
        #expect(try workplace.ipam("export", "bind", "--out", "dns").code == 0)
        let files = try workplace.files(below: "dns/").keys.filter { $0.hasSuffix(".zone") }.sorted()
        #expect(files.count == 10)
        for file in files {
            // An RFC 2317 zone's name has a slash, which no file name can hold: the file says its name itself.
            let text = try #require(workplace.directory.text(of: file))
            let zone = try #require(text.split(whereSeparator: \.isWhitespace).dropFirst().first).dropLast()
            let strict = try bind.run(
                ["-k", "fail", "-i", "local", String(zone), file], in: workplace.directory.path)
            #expect(strict.code == 0, "\(file): \(strict.output)\(strict.errors)")
            let plain = try nsd.run([String(zone), file], in: workplace.directory.path)
            #expect(plain.code == 0, "\(file): \(plain.output)\(plain.errors)")
        }
    }

    @Test(
        "the schemas accept the shipped inventory and every JSON that is printed",
        .enabled(if: Checker.areWanted(.schemas), "not installed: pip install check-jsonschema"))
    func schemas() throws {
        let checker = try #require(Checker.schemas.program)
        let workplace = try Workplace.withShippedInventory()
        #expect(try workplace.ipam("reconcile", "--vantage", "here").code == 0)
        let printed = [
            ("findings", ["validate", "-o", "json"]), ("drift", ["drift", "-o", "json"]),
            ("addresses", ["export", "json"]), ("rules", ["rules", "-o", "json"]),
            ("cache-status", ["cache", "status", "-o", "json"]),
            ("plan", ["plan", "--base", "empty", "-o", "json"]), ("doctor", ["doctor", "-o", "json"]),
            ("show", ["show", "127.0.10.0/28", "-o", "json"]),
            ("history", ["history", "127.0.10.2", "-o", "json"]),
        ]
        try workplace.shell(
            "git init -q . && git -c user.name=a -c user.email=a@b commit -q --allow-empty -m a && git branch empty")
        var checks = [("inventory", try workplace.files(below: "inventory/").keys.sorted())]
        for (schema, command) in printed {
            try workplace.directory.write(try workplace.run(command).output, to: "\(schema).json")
            checks.append((schema, ["\(schema).json"]))
        }
        for (schema, files) in checks {
            let path = Workplace.package.appending(path: "schemas/\(schema).schema.json").path(percentEncoded: false)
            let ending = try checker.run(
                ["--schemafile", path] + files, in: workplace.directory.path, environment: Self.home)
            #expect(ending.code == 0, "\(schema): \(ending.output)\(ending.errors)")
        }
    }

    /// Where Python finds what a user has installed.
    private static let home = ProcessInfo.processInfo.environment.filter { $0.key == "HOME" }
}
