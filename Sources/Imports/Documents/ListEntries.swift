import Addressing
import Edits
import Findings
import YAMLSyntax

/// The entries of a list at the top of a file, by where they stand.
struct ListEntries {
    /// The entries, in order; what stands there itself if that is no list, as with the settings.
    let nodes: [YAMLTree.NodeID]
    /// Where each one stands.
    let spans: [SourceSpan]

    init(ofList key: String, in edit: DocumentEdit) {
        let top = edit.tree.root.flatMap { edit.tree.value(of: key, in: $0) }
        nodes = top.map { edit.tree.kind(of: $0) == .mapping ? [$0] : Array(edit.tree.items(of: $0)) } ?? []
        spans = nodes.map { edit.tree.span(of: $0) }
    }

    /// The place in the list of the entry that a span lies in.
    func place(around span: SourceSpan) -> Int? {
        let place = spans.partitionIndex { $0.end < span.end }
        return place < spans.count && spans[place].start <= span.start ? place : nil
    }
}
