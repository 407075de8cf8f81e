import TestSupport
import Testing

@Suite("Usage")
struct UsageTests {
    @Test(
        "what cannot be understood ends with 64, says so, and points at help",
        arguments: [
            "validate --nope", "frobnicate", "export", "export nope", "validate -o nope", "validate -o json -o human",
            "validate --now yesterday", "scan --rate 0", "export csv --check", "explain no-such-rule", "schema nope",
            "validate --color sometimes", "cache --nope", "history nowhere", "history 192.0.2.1 --at soon",
            "observe --at soon x",
            "validate -o json=a.txt -o csv=./a.txt",
        ])
    func misuse(line: String) throws {
        let workplace = try Workplace(inventory: "sites: [{name: a}]\n")
        let before = try workplace.files()
        let ending = try workplace.run(line.split(separator: " ").map(String.init))
        #expect(ending.code == 64)
        #expect(ending.output == "")
        #expect(ending.errors.lowercased().hasPrefix("error: "), "\(ending.errors)")
        #expect(try workplace.files() == before)
    }

    @Test("a directory to work in that is not there ends with 2")
    func noDirectory() throws {
        let ending = try Workplace().ipam("validate", "-C", "nowhere")
        #expect(ending.code == 2)
        #expect(ending.errors == "error: there is no directory 'nowhere' to work in\n")
    }

    @Test("-C works in another directory, and paths are relative to it")
    func directory() throws {
        let workplace = try Workplace(["site/inventory/a.yaml": "sites: 3\n"])
        let ending = try workplace.ipam("validate", "-C", "site", "-o", "oneline")
        #expect(ending.output.hasPrefix("inventory/a.yaml:1:8: error: "))
    }

    @Test("-v tells on stderr where things are and which moment counts, and changes no result")
    func verbose() throws {
        let workplace = try Workplace(inventory: "sites: [{name: a}]\n")
        let plain = try workplace.ipam("validate", "--now", "2026-11-22T12:00:00Z")
        let verbose = try workplace.ipam("validate", "-v", "--now", "2026-11-22T12:00:00Z")
        #expect(verbose.output == plain.output)
        #expect(plain.errors == "")
        #expect(
            verbose.errors == "inventory inventory, cache .ipam/cache.sqlite, as of 2026-11-22T12:00:00Z\n")
    }

    @Test(
        "bash accepts the completion script",
        .enabled(if: Program.areWanted("bash"), "not installed: apt install bash"))
    func completion() throws {
        let bash = try #require(Program(installed: "bash"))
        let workplace = try Workplace()
        let script = try workplace.ipam("--generate-completion-script", "bash")
        #expect(script.code == 0)
        #expect(script.output.contains("complete -o filenames -F _ipam ipam"), "it completes nothing")
        try workplace.directory.write(script.output, to: "ipam.bash")
        let check = try bash.run(["-n", "ipam.bash"], in: workplace.directory.path)
        #expect(check.code == 0, "\(check.errors)")
    }
}
