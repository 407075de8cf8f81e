import Findings
import YAMLSyntax

/// A YAML text whose `↓` marks stand before what faults must point at.
struct Marked {
    let bytes: [UInt8]
    let places: [Int]

    init(_ text: String) {
        var bytes: [UInt8] = []
        var places: [Int] = []
        for scalar in text.unicodeScalars {
            if scalar == "↓" { places.append(bytes.count) } else { bytes += Array(String(scalar).utf8) }
        }
        self.bytes = bytes
        self.places = places
    }
}

/// Reads bytes as the only file, `a.yaml`.
func read(_ bytes: [UInt8]) -> YAMLReading {
    YAMLReader.read(SourceFile(path: "a.yaml", bytes: bytes), index: 0)
}

/// Reads a text as the only file, `a.yaml`.
func read(_ text: String) -> YAMLReading {
    read(Array(text.utf8))
}

extension YAMLReading {
    /// A line for each fault: rule and the text that it points at.
    func summary(of bytes: [UInt8]) -> [String] {
        faults.map { "\($0.rule) \(String(decoding: bytes[Int($0.span.start)..<Int($0.span.end)], as: UTF8.self))" }
    }
}

/// A node without its place, for comparisons.
indirect enum Value: Hashable {
    case scalar(String)
    case list([Value])
    case map([Entry])

    struct Entry: Hashable {
        let key: String
        let value: Value
    }
}

extension YAMLTree {
    /// The value of a node and all that it holds; test data is not deep.
    func value(of node: NodeID) -> Value {
        switch kind(of: node) {
        case .plain, .quoted: .scalar(text(of: node))
        case .sequence: .list(items(of: node).map { value(of: $0) })
        case .mapping: .map(entries(of: node).map { .init(key: text(of: $0.key), value: value(of: $0.value)) })
        }
    }

    /// All nodes in file order.
    func allNodes() -> [NodeID] {
        var found: [NodeID] = []
        var pending = root.map { [$0] } ?? []
        while let node = pending.popLast() {
            found.append(node)
            let children = items(of: node).map { [$0] } + entries(of: node).map { [$0.key, $0.value] }
            pending += children.joined().reversed()
        }
        return found
    }

    /// The bytes that each node stands on, as text, in file order.
    func slices(of text: String) -> [String] {
        let bytes = Array(text.utf8)
        return allNodes().map { node in
            let span = span(of: node)
            return String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
        }
    }
}
