/// Appends JSON text to one growing buffer. Values are built by this program, so their depth is bounded.
struct JSONWriter {
    private var bytes: [UInt8] = []
    /// For each depth, what begins a line there; empty if there are no lines.
    private var margins: [[UInt8]] = []
    private var depth = 0
    private let isPretty: Bool

    init(_ layout: JSON.Layout) {
        isPretty = layout == .pretty
    }

    /// The text with a final line feed.
    consuming func finished() -> String {
        bytes.append(UInt8(ascii: "\n"))
        return String(decoding: bytes, as: UTF8.self)
    }

    mutating func write(_ value: JSON) {
        switch value {
        case .null: append("null")
        case .bool(let flag): append(flag ? "true" : "false")
        case .integer(let number): append(String(number))
        case .number(let number): append(number.isFinite ? String(number) : "null")
        case .string(let string): write(string)
        case .array(let elements): writeArray(elements) { $0.write($1) }
        case .object(let members):
            writeObject { writer in
                for member in members { writer.writeMember(JSONKey(member.key)) { $0.write(member.value) } }
            }
        }
    }

    /// Writes a list, one item at a time.
    mutating func writeArray<Item>(_ items: [Item], _ body: (inout JSONWriter, Item) -> Void) {
        open(UInt8(ascii: "["))
        for item in items {
            separate()
            body(&self, item)
        }
        close(UInt8(ascii: "]"))
    }

    /// Writes an object, whose members `body` writes.
    mutating func writeObject(_ body: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        body(&self)
        close(UInt8(ascii: "}"))
    }

    /// Writes a key of the object at hand, and its value, which `body` writes.
    mutating func writeMember(_ key: JSONKey, _ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(contentsOf: key.bytes)
        if isPretty { bytes.append(UInt8(ascii: " ")) }
        body(&self)
    }

    private mutating func open(_ bracket: UInt8) {
        bytes.append(bracket)
        depth += 1
    }

    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        if !isAtOpening { breakLine() }
        bytes.append(bracket)
    }

    /// Goes to where the next item of a list or an object stands.
    private mutating func separate() {
        if !isAtOpening { bytes.append(UInt8(ascii: ",")) }
        breakLine()
    }

    /// Whether the list or object at hand is empty so far: nothing else ends in an opening bracket.
    private var isAtOpening: Bool { bytes.last == UInt8(ascii: "[") || bytes.last == UInt8(ascii: "{") }

    private mutating func breakLine() {
        guard isPretty else { return }
        while depth >= margins.count {
            margins.append([UInt8(ascii: "\n")] + Array(repeating: UInt8(ascii: " "), count: 2 * margins.count))
        }
        bytes.append(contentsOf: margins[depth])
    }

    private mutating func write(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        JSONEscape.append(string, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}

/// A member's name as it is printed, made once for all values of a shape.
struct JSONKey: Sendable {
    fileprivate let bytes: [UInt8]

    init(_ name: String) {
        var bytes = [UInt8(ascii: "\"")]
        JSONEscape.append(name, to: &bytes)
        self.bytes = bytes + [UInt8(ascii: "\""), UInt8(ascii: ":")]
    }
}
