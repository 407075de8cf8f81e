/// Reads the log of a step as the runner of GitHub Actions does, and finds the commands in it.
///
/// After `ActionCommand.TryParseV2`, `ActionCommand.TryParse` and `ActionCommandManager` of the runner: a line is first
/// tried as `::name properties::data`, at its beginning but for white space, and then as `##[name properties]data`,
/// anywhere; between `::stop-commands::TOKEN` and `::TOKEN::` nothing counts.
struct RunnerEmulator {
    struct Command: Equatable {
        let name: String
        var properties: [String: String] = [:]
        var data = ""
    }

    private static let names: Set<String> = [
        "error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "add-matcher", "remove-matcher", "echo",
        "save-state", "set-output", "set-env", "add-path", "stop-commands", "internal-set-repo-path",
    ]

    private var token: String?

    /// The commands that a log gives, in their order.
    static func commands(in log: String) -> [Command] {
        var emulator = RunnerEmulator()
        var commands: [Command] = []
        // Lines end in LF, CR, or both.
        for line in log.unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" }) {
            if let command = emulator.read(String(line)) { commands.append(command) }
        }
        return commands
    }

    private mutating func read(_ line: String) -> Command? {
        guard let command = parse(line) else { return nil }
        if let token {
            if command.name == token.lowercased() { self.token = nil }
            return nil
        }
        if command.name == "stop-commands" { token = command.data }
        return command
    }

    private func parse(_ line: String) -> Command? {
        let scalars = Array(line.unicodeScalars)
        let trimmed = Array(scalars.drop { $0.properties.isWhitespace })
        if trimmed.starts(with: [":", ":"]), let end = Self.index(of: [":", ":"], in: trimmed, from: 2),
            let command = command(trimmed[2..<end], separator: ",")
        {
            return Command(
                name: command.name, properties: command.properties,
                data: Self.unescaped(text(trimmed[(end + 2)...]), isProperty: false))
        }
        guard let start = Self.index(of: ["#", "#", "["], in: scalars, from: 0),
            let end = scalars[start...].firstIndex(of: "]")
        else { return nil }
        return command(scalars[(start + 3)..<end], separator: ";")
    }

    private func command(_ body: ArraySlice<Unicode.Scalar>, separator: Unicode.Scalar) -> Command? {
        let parts = body.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        let name = text(parts[0]).lowercased()
        guard Self.names.contains(name) || name == token?.lowercased() else { return nil }
        var command = Command(name: name)
        for property in (parts.count > 1 ? parts[1] : []).split(separator: separator) {
            let pair = property.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2 { command.properties[text(pair[0])] = Self.unescaped(text(pair[1]), isProperty: true) }
        }
        return command
    }

    private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }

    private static func index(of part: [Unicode.Scalar], in scalars: [Unicode.Scalar], from: Int) -> Int? {
        guard scalars.count >= from + part.count else { return nil }
        return (from...(scalars.count - part.count)).first { Array(scalars[$0..<($0 + part.count)]) == part }
    }

    private static func unescaped(_ text: String, isProperty: Bool) -> String {
        var text = text.replacing("%0D", with: "\r").replacing("%0A", with: "\n")
        if isProperty { text = text.replacing("%3A", with: ":").replacing("%2C", with: ",") }
        return text.replacing("%25", with: "%")
    }
}
