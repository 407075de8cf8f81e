import Testing

@Suite("The emulator of the runner")
struct RunnerEmulatorTests {
    @Test(
        "finds commands where the runner does",
        arguments: [
            ("::error file=a,line=1::b", "error"), ("  ::warning::b", "warning"), ("x ##[add-mask]b", "add-mask"),
            ("a\r::debug::b", "debug"), ("::ERROR::", "error"),
        ])
    func found(log: String, name: String) {
        #expect(RunnerEmulator.commands(in: log).map(\.name) == [name])
    }

    @Test(
        "finds none elsewhere", arguments: ["x ::error::b", "::error", "::no-such::a", "##[no-such]a", ": :error::a"])
    func notFound(log: String) {
        #expect(RunnerEmulator.commands(in: log) == [])
    }

    @Test("reads properties and data as they were before they were escaped")
    func unescaped() {
        let command = RunnerEmulator.commands(in: "::error file=a%3Ab%2Cc,line=1::x%0Ay%253A").first
        #expect(command == .init(name: "error", properties: ["file": "a:b,c", "line": "1"], data: "x\ny%3A"))
    }

    @Test("finds none while commands are stopped")
    func stopped() {
        let log = "::stop-commands::t0k\n::error::a\n##[error]b\n::t0k::\n::notice::c\n"
        #expect(RunnerEmulator.commands(in: log).map(\.name) == ["stop-commands", "notice"])
    }
}
