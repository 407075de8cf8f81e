/// Makes a tree of the parser's events, noting what an inventory may not use as it goes.
struct TreeBuilder {
    /// All that was noted.
    var faults: FaultLog
    let bytes: [UInt8]
    var cursor: MarkCursor
    var nodes: TreeNodes
    var open: [OpenCollection] = []
    var duplicateKeys = DuplicateKeys()
    var isWithinLimits = true
    private let start: Int

    /// Makes a builder that reads from the byte `start`; `faults` are those found so far.
    init(_ bytes: [UInt8], from start: Int, isASCII: Bool, faults: FaultLog) {
        self.bytes = bytes
        self.start = start
        self.faults = faults
        cursor = MarkCursor(bytes, from: start, isASCII: isASCII)
        nodes = TreeNodes(bytes, isASCII: isASCII)
        open.reserveCapacity(YAMLLimits.depth)
    }

    /// What was built.
    func tree(file: UInt32) -> YAMLTree { nodes.tree(file: file) }

    /// Reads to the end of the document; false when no tree can be made of it.
    mutating func build() -> Bool {
        guard start < bytes.count else { return true }
        let bytes = bytes
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            // The parser lives no longer than this closure, in which the bytes stay where they are.
            var parser = unsafe LibYAMLParser(UnsafeBufferPointer(rebasing: buffer[start...]))
            return read(&parser)
        }
    }

    private mutating func read(_ parser: inout LibYAMLParser) -> Bool {
        while !faults.isFull {
            guard let event = parser.next() else {
                parser.complaint.report(in: bytes, cursor: &cursor, to: &faults)
                return false
            }
            switch event.kind {
            case .scalar: addScalar(event, parser)
            case .mappingStart, .sequenceStart:
                guard open.count < YAMLLimits.depth else {
                    reportDepth(event)
                    return false
                }
                openCollection(event)
            case .collectionEnd: closeCollection(event)
            case .alias: addAlias(event)
            case .documentEnd where reportsSecondDocument(behind: event), .streamEnd:
                return isWithinLimits
            case .documentEnd, .other: continue
            }
        }
        return false
    }
}
