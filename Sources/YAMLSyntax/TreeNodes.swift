/// The nodes of a tree under construction.
struct TreeNodes {
    private(set) var nodes: [YAMLNode] = []
    private let source: [UInt8]
    private var aside: [UInt8] = []
    /// Whether no scalar holds anything but ASCII.
    private(set) var isAllASCII: Bool

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

    /// Adds a scalar and gives its node; `decoded` is kept only if it differs from the bytes that it stands on.
    ///
    /// `content` is the span without the quotes.
    mutating func append(
        _ kind: YAMLTree.Kind, span: Range<Int>, content: Range<Int>, decoded: Span<UInt8>
    ) -> YAMLNode {
        let node =
            if decoded.isEqual(to: source.span.extracting(content)) {
                YAMLNode(scalar: kind, span: span, text: content, isAside: false)
            } else {
                YAMLNode(scalar: kind, span: span, text: keep(decoded), isAside: true)
            }
        nodes.append(node)
        return node
    }

    private mutating func keep(_ decoded: Span<UInt8>) -> Range<Int> {
        let start = aside.count
        for index in decoded.indices { aside.append(decoded[index]) }
        if isAllASCII { isAllASCII = aside[start...].allSatisfy { $0 < 0x80 } }
        return start..<aside.count
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

    /// The first character that a scalar's content may not hold; a carriage return does no harm in it.
    func forbiddenCharacter(in index: Int) -> ForbiddenCharacter? {
        withText(index) { ForbiddenCharacter.find(in: $0, limit: 1, allowing: .carriageReturn).first }
    }

    /// Whether a scalar's content is ASCII.
    func isASCII(_ index: Int) -> Bool {
        withText(index) { text in text.indices.allSatisfy { text[$0] < 0x80 } }
    }

    /// A number that differs for scalars whose first bytes differ.
    func beginning(_ index: Int) -> UInt64 {
        withText(index) { $0.beginning }
    }

    /// Whether two scalars have the same decoded bytes.
    func haveEqualBytes(_ left: Int, _ right: Int) -> Bool {
        withText(left) { left in withText(right) { left.isEqual(to: $0) } }
    }

    private func withText<Value>(_ index: Int, _ body: (Span<UInt8>) -> Value) -> Value {
        let node = nodes[index]
        return body(node.isAside ? aside.span.extracting(node.text) : source.span.extracting(node.text))
    }
}
