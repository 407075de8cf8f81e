import CLibYAML

/// libyaml's parser over one stretch of bytes: events one at a time, and the complaint that ends them.
///
/// It is safe to use: its pointers never leave it.
@safe
struct LibYAMLParser: ~Copyable {
    /// What an event says has begun, ended or stood there.
    enum EventKind {
        case alias, scalar, sequenceStart, mappingStart, collectionEnd, documentEnd, streamEnd, other
    }

    /// One event; positions count characters from where the parser began.
    struct Event {
        let kind: EventKind
        let start: Int
        let end: Int
        /// Whether the node has an anchor or a tag.
        let hasProperties: Bool
        /// Whether a document's end, or a scalar's plainness, is not marked by characters of its own.
        let isBare: Bool
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>

    /// Makes a parser of the bytes, which must outlive it.
    init(_ input: UnsafeBufferPointer<UInt8>) {
        // Both pointers are this value's alone from here until its deinit: it cannot be copied.
        unsafe parser = .allocate(capacity: 1)
        unsafe event = .allocate(capacity: 1)
        // libyaml fills all of a parser's memory before it reads any; a zeroed event is one that owns nothing.
        precondition(unsafe yaml_parser_initialize(parser) == 1, "no memory for a YAML parser")
        unsafe event.initialize(to: yaml_event_t())
        // The caller keeps the bytes alive for as long as this parser.
        unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    }

    deinit {
        // Both were made in init, and deleting an event that owns nothing does nothing.
        unsafe yaml_event_delete(event)
        unsafe yaml_parser_delete(parser)
        unsafe event.deallocate()
        unsafe parser.deallocate()
    }

    /// The next event; nil when the parser cannot go on, and ``complaint`` says why.
    mutating func next() -> Event? {
        // The event was zeroed or filled before, so what it owns is freed just once; a failed parse leaves it zeroed.
        unsafe yaml_event_delete(event)
        guard unsafe yaml_parser_parse(parser, event) == 1 else { return nil }
        let start = unsafe Int(event.pointee.start_mark.index)
        let end = unsafe Int(event.pointee.end_mark.index)
        // Each arm reads the member of the union that the event's type says is filled.
        switch unsafe event.pointee.type {
        case YAML_SCALAR_EVENT:
            let anchor = unsafe event.pointee.data.scalar.anchor
            let tag = unsafe event.pointee.data.scalar.tag
            let isPlain = unsafe event.pointee.data.scalar.style == YAML_PLAIN_SCALAR_STYLE
            return Event(
                kind: .scalar, start: start, end: end, hasProperties: unsafe anchor != nil || tag != nil,
                isBare: isPlain)
        case YAML_MAPPING_START_EVENT:
            let anchor = unsafe event.pointee.data.mapping_start.anchor
            let tag = unsafe event.pointee.data.mapping_start.tag
            return Event(
                kind: .mappingStart, start: start, end: end, hasProperties: unsafe anchor != nil || tag != nil,
                isBare: false)
        case YAML_SEQUENCE_START_EVENT:
            let anchor = unsafe event.pointee.data.sequence_start.anchor
            let tag = unsafe event.pointee.data.sequence_start.tag
            return Event(
                kind: .sequenceStart, start: start, end: end, hasProperties: unsafe anchor != nil || tag != nil,
                isBare: false)
        case YAML_DOCUMENT_END_EVENT:
            let isImplicit = unsafe event.pointee.data.document_end.implicit == 1
            return Event(kind: .documentEnd, start: start, end: end, hasProperties: false, isBare: isImplicit)
        case let type:
            return Event(kind: Self.kind(type), start: start, end: end, hasProperties: false, isBare: false)
        }
    }

    private static func kind(_ type: yaml_event_type_t) -> EventKind {
        switch type {
        case YAML_ALIAS_EVENT: .alias
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: .collectionEnd
        case YAML_STREAM_END_EVENT: .streamEnd
        default: .other
        }
    }

    /// Calls `body` with the decoded bytes of the scalar that ``next()`` just gave.
    func withScalar<Value>(_ body: (Span<UInt8>) -> Value) -> Value {
        precondition(unsafe event.pointee.type == YAML_SCALAR_EVENT, "the last event is no scalar")
        // The event owns `length` bytes at `value` until the next event, and borrowing self keeps that away.
        let scalar = unsafe event.pointee.data.scalar
        let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        return unsafe body(Span(_unsafeElements: bytes))
    }

    /// Why the parser cannot go on.
    var complaint: SyntaxComplaint {
        // libyaml's texts are string constants, and null where there is nothing to say.
        let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
        let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) }
        return SyntaxComplaint(
            problem: problem ?? "out of memory",
            position: unsafe Int(parser.pointee.problem_mark.index),
            context: context ?? "",
            contextPosition: context == nil ? nil : unsafe Int(parser.pointee.context_mark.index)
        )
    }
}
