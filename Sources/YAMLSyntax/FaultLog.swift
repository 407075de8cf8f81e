import Findings

/// The faults of one file, up to a limit that keeps a hostile file from filling memory with messages.
struct FaultLog {
    /// The rules that reading a file as YAML can find broken.
    enum Rule: String {
        case syntax = "yaml-syntax"
        case feature = "yaml-feature"
        case limit = "file-limit"
        case duplicateKey = "duplicate-key"
    }

    private(set) var faults: [Fault] = []
    private let path: String
    private let index: UInt32

    init(_ file: SourceFile, index: UInt32) {
        path = file.path
        self.index = index
    }

    /// Whether nothing more is taken in.
    var isFull: Bool { faults.count == YAMLLimits.faults }

    /// Adds a fault of the file as a whole.
    mutating func add(
        _ rule: Rule, _ message: String, at span: Range<Int>, related: [(message: String, span: Range<Int>)] = [],
        help: String? = nil
    ) {
        add(rule, message, at: span, subject: Subject(.document, path), related: related, help: help)
    }

    /// Adds a fault of one key.
    mutating func add(
        _ rule: Rule, _ message: String, at span: Range<Int>, key: String,
        related: [(message: String, span: Range<Int>)]
    ) {
        add(rule, message, at: span, subject: Subject(.key, "\(path):\(key)"), related: related, help: nil)
    }

    private mutating func add(
        _ rule: Rule, _ message: String, at span: Range<Int>, subject: Subject,
        related: [(message: String, span: Range<Int>)], help: String?
    ) {
        guard !isFull else { return }
        if faults.count == YAMLLimits.faults - 1 {
            faults.append(
                Fault(
                    RuleID(Rule.limit.rawValue),
                    "more than \(YAMLLimits.faults - 1) faults in this file: its rest was not read",
                    at: sourceSpan(span), subject: Subject(.document, path)))
            return
        }
        let notes = related.map { Fault.Note($0.message, at: sourceSpan($0.span)) }
        faults.append(
            Fault(RuleID(rule.rawValue), message, at: sourceSpan(span), subject: subject, related: notes, help: help))
    }

    private func sourceSpan(_ span: Range<Int>) -> SourceSpan {
        SourceSpan(
            file: index, start: UInt32(clamping: span.lowerBound), end: UInt32(clamping: span.upperBound))
    }
}
