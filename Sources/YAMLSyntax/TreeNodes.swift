/// The nodes of a tree under construction.
struct TreeNodes {
    private(set) var nodes: [YAMLNode] = []
    private let source: [UInt8]
    private var aside: [UInt8] = []
    private var isAllASCII: Bool

    /// Makes room for the nodes of a file.
    init(_ source: [UInt8], isASCII: Bool) {
        self.source = source
        isAllASCII = isASCII
        // Inventories have about one node in eight bytes.
        nodes.reserveCapacity(source.count / 8 + 4)
    }

    /// The index that the next node will have.
    var next: Int { nodes.count }

    /// The tree of all nodes.
    func tree(file: UInt32) -> YAMLTree {
        YAMLTree(nodes: nodes, source: source, aside: aside, file: file)
    }

    /// Adds a scalar; `decoded` is kept only if it differs from the bytes that it stands on.
    ///
    /// `content` is the span without the quotes.
    mutating func append(_ kind: YAMLTree.Kind, span: Range<Int>, content: Range<Int>, decoded: Span<UInt8>) {
        if content.count == decoded.count, decoded.isEqual(to: source.span.extracting(content)) {
            nodes.append(YAMLNode(scalar: kind, span: span, text: content, isAside: false))
            return
        }
        let start = aside.count
        for index in decoded.indices { aside.append(decoded[index]) }
        if isAllASCII { isAllASCII = aside[start...].allSatisfy { $0 < 0x80 } }
        nodes.append(YAMLNode(scalar: kind, span: span, text: start..<aside.count, isAside: true))
    }

    /// Adds a plain scalar without content.
    mutating func appendEmpty(span: Range<Int>) {
        nodes.append(
            YAMLNode(scalar: .plain, span: span, text: span.lowerBound..<span.lowerBound, isAside: false))
    }

    /// Adds a collection that is still open.
    mutating func open(_ kind: YAMLTree.Kind, at start: Int) {
        nodes.append(YAMLNode(collection: kind, start: start))
    }

    /// Ends the collection at `index`, behind its last descendant.
    mutating func close(_ index: Int, end: Int, count: Int) {
        nodes[index].close(end: end, next: nodes.count, count: count)
    }

    /// Takes away the node at `index` and all behind it.
    mutating func remove(from index: Int) {
        nodes.removeSubrange(index...)
    }

    /// The bytes that a node stands on.
    func span(_ index: Int) -> Range<Int> { Int(nodes[index].start)..<Int(nodes[index].end) }

    /// The index behind a node and all that it holds.
    func index(behind index: Int) -> Int { nodes.index(behind: index) }

    /// The decoded content of a scalar.
    func text(_ index: Int) -> String {
        String(decoding: (nodes[index].isAside ? aside : source)[nodes[index].text], as: UTF8.self)
    }

    /// Calls `body` with the decoded content of a scalar.
    func withText(_ index: Int, _ body: (Span<UInt8>) -> Void) {
        let node = nodes[index]
        body(node.isAside ? aside.span.extracting(node.text) : source.span.extracting(node.text))
    }

    /// Whether a scalar's content is ASCII.
    func isASCII(_ index: Int) -> Bool {
        isAllASCII || (nodes[index].isAside ? aside : source)[nodes[index].text].allSatisfy { $0 < 0x80 }
    }

    /// Whether two scalars have the same decoded bytes.
    func haveEqualBytes(_ left: Int, _ right: Int) -> Bool {
        let (left, right) = (nodes[left], nodes[right])
        guard left.count == right.count else { return false }
        let leftText = left.isAside ? aside.span.extracting(left.text) : source.span.extracting(left.text)
        let rightText = right.isAside ? aside.span.extracting(right.text) : source.span.extracting(right.text)
        return leftText.isEqual(to: rightText)
    }
}

extension Span<UInt8> {
    /// Whether both hold the same bytes.
    func isEqual(to other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for index in indices where self[index] != other[index] { return false }
        return true
    }
}
