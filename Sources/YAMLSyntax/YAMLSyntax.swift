// Stand-in until the reader lands.
package import Findings

package struct YAMLTree: Sendable {
    package struct NodeID: Hashable, Sendable { let index: Int }
    package enum Kind: UInt8, Sendable { case plain, quoted, mapping, sequence }
    package let root: NodeID?
    package func kind(of node: NodeID) -> Kind { .plain }
    package func span(of node: NodeID) -> SourceSpan { SourceSpan(file: 0, start: 0, end: 0) }
    package func text(of scalar: NodeID) -> String { "" }
    package func withUTF8<Result, Failure: Error>(
        of scalar: NodeID, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let none: [UInt8] = []
        return try body(none.span)
    }
    package func items(of sequence: NodeID) -> [NodeID] { [] }
    package func entries(of mapping: NodeID) -> [(key: NodeID, value: NodeID)] { [] }
    package func count(of collection: NodeID) -> Int { 0 }
}
package struct YAMLReading: Sendable {
    package let tree: YAMLTree?
    package let faults: [Fault]
}
package enum YAMLReader {
    package static func read(_ file: SourceFile, index: UInt32) -> YAMLReading { YAMLReading(tree: nil, faults: []) }
}
