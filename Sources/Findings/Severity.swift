/// How much a finding matters; a graver severity is greater.
package enum Severity: String, Hashable, Comparable, Sendable, CaseIterable, CustomStringConvertible {
    case note, warning, error

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    /// The word for it, spelt without the reflection that an enumeration's own description takes.
    package var description: String { rawValue }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
