import Addressing
import Findings

/// What was found wrong while the text was read, by rule and by place.
struct ReadingFaults {
    /// All faults, in the order of their places.
    let all: [Fault]
    private let byRule: [RuleID: [Fault]]

    init(_ faults: [Fault]) {
        all = faults.sorted { $0.span < $1.span }
        byRule = Dictionary(grouping: all, by: \.rule)
    }

    /// The faults of one rule.
    func faults(of rule: RuleID) -> [Fault] { byRule[rule] ?? [] }

    /// Whether a fault that `matches` lies within a stretch of text.
    func hasFault(within span: SourceSpan, where matches: (Fault) -> Bool) -> Bool {
        let start = all.partitionIndex { ($0.span.file, $0.span.start) < (span.file, span.start) }
        return all[start...].prefix { $0.span.file == span.file && $0.span.start < span.end }.contains(where: matches)
    }
}
