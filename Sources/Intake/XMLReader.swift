/// Reads XML element by element: the part of XML that tools write, and nothing that could do harm.
///
/// Foundation's `XMLParser` is not used: on Linux it ends the process on some malformed names, and takes a document
/// that is cut short for a whole one. Here nothing is expanded, fetched or nested without bound: a document type with
/// declarations, an unknown entity, invalid UTF-8 or deep nesting is a fault, and text between elements is passed over.
struct XMLReader {
    /// What is met on the way through a document.
    enum Event: Hashable {
        /// An element begins, at a depth that is 1 for the root.
        case begin(String, depth: Int, attributes: [String: String])
        /// The element that began last and has not ended ends.
        case end(String, depth: Int)
    }

    /// Where and why a document cannot be read any further.
    struct Fault: Error, Hashable, CustomStringConvertible {
        let line: Int
        let reason: String

        var description: String { "line \(line): \(reason)" }
    }

    private static let depthLimit = 64

    let bytes: [UInt8]
    var position = 0
    /// The elements that have begun and not ended, outermost first.
    private var open: [String] = []
    /// Whether the element that began last is of the form `<a/>`, so that its end comes next.
    private var endIsDue = false
    private var hasRoot = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next event; nil after the root's end.
    mutating func next() throws(Fault) -> Event? {
        if endIsDue {
            endIsDue = false
            return close()
        }
        if hasRoot && open.isEmpty { return nil }
        while let event = try nextMarkup() {
            switch event {
            case .tag(let event): return event
            case .passedOver: continue
            }
        }
        throw fault(open.last.map { "the file ends inside <\($0)>" } ?? "the file holds no element")
    }

    private enum Markup {
        case tag(Event)
        case passedOver
    }

    /// Reads one tag, comment or the like, with the text before it; nil at the end of the file.
    private mutating func nextMarkup() throws(Fault) -> Markup? {
        guard let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) else {
            position = bytes.count
            return nil
        }
        position = start
        if skip("<!--") {
            try skipPast("-->")
        } else if skip("<![CDATA[") {
            try skipPast("]]>")
        } else if skip("<?") {
            try skipPast("?>")
        } else if skip("<!DOCTYPE") {
            try skipDocumentType()
        } else if skip("</") {
            return .tag(try readEndTag())
        } else if skip("<") {
            return .tag(try readStartTag())
        }
        return .passedOver
    }

    private mutating func skipDocumentType() throws(Fault) {
        guard let end = bytes[position...].firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "[") })
        else { throw fault("the document type does not end") }
        guard bytes[end] == UInt8(ascii: ">") else { throw fault("the document type declares things of its own") }
        position = end + 1
    }

    private mutating func readEndTag() throws(Fault) -> Event {
        let name = try readName()
        skipSpace()
        guard skip(">"), name == open.last else { throw fault("</\(name.bounded)> does not end what began last") }
        return close()
    }

    private mutating func readStartTag() throws(Fault) -> Event {
        let name = try readName()
        guard open.count < Self.depthLimit else { throw fault("elements lie more than \(Self.depthLimit) deep") }
        let attributes = try readAttributes()
        endIsDue = skip("/")
        guard skip(">") else { throw fault("<\(name.bounded)> does not end") }
        open.append(name)
        hasRoot = true
        return .begin(name, depth: open.count, attributes: attributes)
    }

    private mutating func close() -> Event {
        let depth = open.count
        return .end(open.removeLast(), depth: depth)
    }
}
