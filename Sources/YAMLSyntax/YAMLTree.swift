package import Findings

/// What one YAML file says, with the bytes that every key and value stands on.
///
/// Keys are always scalars; a repeated key is kept as often as it stands in the file.
///
/// The type is public so that other modules can take in what is asked of every node: the compiler keeps the bodies of
/// package types to their module.
public struct YAMLTree: Sendable {
    /// A node's place in the tree that it came from.
    public struct NodeID: Hashable, Sendable {
        @usableFromInline let index: UInt32

        @usableFromInline
        init(_ index: Int) {
            self.index = UInt32(truncatingIfNeeded: index)
        }
    }

    /// What sort of node a node is; `quoted` stands for single-quoted, double-quoted and block scalars alike.
    public enum Kind: UInt8, Sendable {
        case plain, quoted, mapping, sequence
    }

    /// The outermost node; nil when the file holds none, because it is empty or only has comments.
    package let root: NodeID?

    @usableFromInline let storage: Storage

    /// What the tree is made of. A class, so that handing a tree around counts one reference and not three.
    @usableFromInline
    final class Storage: Sendable {
        @usableFromInline let nodes: [YAMLNode]
        @usableFromInline let source: [UInt8]
        @usableFromInline let aside: [UInt8]
        let file: UInt32

        init(nodes: [YAMLNode], source: [UInt8], aside: [UInt8], file: UInt32) {
            self.nodes = nodes
            self.source = source
            self.aside = aside
            self.file = file
        }
    }

    var nodes: [YAMLNode] { storage.nodes }
    var source: [UInt8] { storage.source }
    var aside: [UInt8] { storage.aside }

    /// Joins the nodes of a file with its bytes and with the decoded texts that differ from its bytes.
    init(nodes: [YAMLNode], source: [UInt8], aside: [UInt8], file: UInt32) {
        storage = Storage(nodes: nodes, source: source, aside: aside, file: file)
        root = nodes.isEmpty ? nil : NodeID(0)
    }

    /// What sort of node it is.
    @inlinable
    package func kind(of node: NodeID) -> Kind { storage.nodes[Int(node.index)].kind }

    /// The bytes that a node stands on, quotes and brackets included.
    ///
    /// A block collection ends with its last child, a block scalar with its last line's text. An empty value stands
    /// right behind its colon or dash.
    package func span(of node: NodeID) -> SourceSpan {
        let node = storage.nodes[Int(node.index)]
        return SourceSpan(file: storage.file, start: node.start, end: node.end)
    }

    /// The decoded content of a scalar; empty for a collection.
    package func text(of scalar: NodeID) -> String {
        let node = storage.nodes[Int(scalar.index)]
        if node.isAside { return String(decoding: storage.aside[node.text], as: UTF8.self) }
        return String(decoding: storage.source[node.text], as: UTF8.self)
    }

    /// Calls `body` with the decoded content of a scalar, valid UTF-8; empty for a collection.
    @inlinable
    package func withUTF8<Result, Failure: Error>(
        of scalar: NodeID, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let node = storage.nodes[Int(scalar.index)]
        let bytes = node.isAside ? storage.aside : storage.source
        return try body(bytes.span.extracting(node.text))
    }

    /// How many items a sequence has, or entries a mapping; 0 for a scalar.
    package func count(of collection: NodeID) -> Int {
        let node = storage.nodes[Int(collection.index)]
        return node.isScalar ? 0 : node.count
    }
}
