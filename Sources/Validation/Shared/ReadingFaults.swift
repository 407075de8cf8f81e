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

    /// Whether any fault lies within a stretch of text.
    func hasFault(within span: SourceSpan) -> Bool {
        let index = all.partitionIndex { ($0.span.file, $0.span.start) < (span.file, span.start) }
        guard index < all.count else { return false }
        return all[index].span.file == span.file && all[index].span.start < span.end
    }
}
