import TestSupport

/// Prints values as YAML in styles that chance picks.
struct ValuePrinter {
    var generator: SeededGenerator

    /// A random value with at most `depth` collections inside each other.
    mutating func value(depth: Int) -> Value {
        switch Int.random(in: 0..<(depth > 0 ? 4 : 1), using: &generator) {
        case 1: .list((0..<Int.random(in: 1...4, using: &generator)).map { _ in value(depth: depth - 1) })
        case 2, 3: .map(entries(depth: depth - 1))
        default: .scalar(text())
        }
    }

    private mutating func entries(depth: Int) -> [Value.Entry] {
        (0..<Int.random(in: 1...4, using: &generator)).map { place in
            Value.Entry(key: "\(place)\(text().prefix(9))", value: value(depth: depth))
        }
    }

    private mutating func text() -> String {
        let alphabet = Array("ab1.:-# '\"\\,[]{}&*!|>%@`~=<?äé日😀\n")
        let count = Int.random(in: 0...12, using: &generator)
        return String((0..<count).compactMap { _ in alphabet.randomElement(using: &generator) })
    }

    /// A whole file.
    mutating func file(_ value: Value) -> String {
        let lineEnd = Bool.random(using: &generator) ? "\n" : "\r\n"
        return block(value, indent: 0).joined(separator: lineEnd) + lineEnd
    }

    /// The lines of a value in block style, which may turn to flow style anywhere.
    private mutating func block(_ value: Value, indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        if Int.random(in: 0..<6, using: &generator) == 0 { return [margin + flow(value)] }
        switch value {
        case .scalar: return [margin + flow(value)]
        case .list(let items):
            return items.flatMap { item in
                let lines = block(item, indent: indent + 2)
                return [margin + "- " + lines[0].dropFirst(indent + 2)] + lines.dropFirst() + noise()
            }
        case .map(let entries):
            return entries.flatMap { entry in
                let key = margin + scalar(entry.key) + ":"
                if case .scalar = entry.value { return [key + " " + flow(entry.value)] + noise() }
                return [key] + block(entry.value, indent: indent + 2) + noise()
            }
        }
    }

    private mutating func noise() -> [String] {
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: [""]
        case 1: ["# ä [ { '"]
        default: []
        }
    }

    private mutating func flow(_ value: Value) -> String {
        switch value {
        case .scalar(let text): scalar(text)
        case .list(let items): "[" + items.map { flow($0) }.joined(separator: ", ") + "]"
        case .map(let entries):
            "{" + entries.map { scalar($0.key) + ": " + flow($0.value) }.joined(separator: " , ") + "}"
        }
    }

    /// Plain where that is possible without thinking, else in quotes of one sort or the other.
    private mutating func scalar(_ text: String) -> String {
        let isPlain = !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber }
        if isPlain, Bool.random(using: &generator) { return text }
        if !text.contains("\n"), Bool.random(using: &generator) {
            return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
        }
        return "\"" + text.map { Self.escapes[$0] ?? String($0) }.joined() + "\""
    }

    private static let escapes: [Character: String] = ["\"": "\\\"", "\\": "\\\\", "\n": "\\n", "é": "\\xe9"]
}
