/// The escaper for workflow commands of GitHub Actions, which the runner reads from what a step prints.
struct WorkflowCommand {
    private let name: String
    private var properties: [(key: String, value: String)] = []
    private let message: String

    /// Makes a command of a name and a message of several lines.
    init(_ name: String, _ lines: [String]) {
        self.name = name
        message = lines.map { Self.data(TerminalText.escaped($0)) }.joined(separator: "%0A")
    }

    /// This command with one more property.
    func with(_ key: String, _ value: String) -> WorkflowCommand {
        var copy = self
        copy.properties.append((key, Self.property(TerminalText.escaped(value))))
        return copy
    }

    /// The command on a line of its own, with a line feed.
    var line: String {
        let list = properties.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        return "::\(name)\(list.isEmpty ? "" : " \(list)")::\(message)\n"
    }

    /// Line breaks are spelt out by ``TerminalText`` before they get here, and escaped all the same.
    private static func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
