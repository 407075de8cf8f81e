import Findings
import JSONShapes

/// Which rows of a list are wanted, in which order, and what of them.
package struct ListQuery: Sendable {
    /// A value that a column has to have.
    package struct Condition: Sendable {
        let column: String
        private let pattern: String

        /// The value that a column has to have; nil if it is about another one, or stands for several values.
        package func value(of column: String) -> String? {
            column == self.column && !pattern.contains("*") && !pattern.isEmpty ? pattern : nil
        }

        /// Makes a condition; `*` in the value stands for any text.
        package init(_ column: String, _ value: String) {
            self.column = column
            pattern = value
        }

        /// Makes a condition of `COLUMN=VALUE`; nil without the sign.
        package init?(parsing text: String) {
            guard let sign = text.firstIndex(of: "="), sign > text.startIndex else { return nil }
            self.init(String(text[..<sign]), String(text[text.index(after: sign)...]))
        }

        /// Whether a cell has the value; of a list, whether one of its elements does.
        func matches(_ cell: JSON) -> Bool {
            if case .array(let elements) = cell {
                return elements.isEmpty ? pattern.isEmpty : elements.contains(where: matches)
            }
            return matches(cell.cellText)
        }

        private func matches(_ text: String) -> Bool {
            let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
            guard parts.count > 1, let first = parts.first, let last = parts.last else { return text == pattern }
            guard text.hasPrefix(first), text.hasSuffix(last), text.count >= first.count + last.count else {
                return false
            }
            var rest = text.dropFirst(first.count).dropLast(last.count)
            for part in parts.dropFirst().dropLast() where !part.isEmpty {
                guard let found = rest.firstRange(of: part) else { return false }
                rest = rest[found.upperBound...]
            }
            return true
        }
    }

    /// What rows have to meet.
    package let conditions: [Condition]
    let sort: String?
    let columns: [String]?

    /// Makes a query.
    ///
    /// - Parameters:
    ///   - conditions: a row has to meet, for each column named here, one of the column's conditions.
    ///   - sort: the column to sort by, with `-` before it the other way round; nil keeps the list's own order.
    ///   - columns: the columns to tell; nil for all, of which a table shows the more important ones.
    package init(_ conditions: [Condition] = [], sort: String? = nil, columns: [String]? = nil) {
        self.conditions = conditions
        self.sort = sort
        self.columns = columns
    }

    /// The conditions of each column, sorted by its name.
    var conditionsByColumn: [(key: String, value: [Condition])] {
        Dictionary(grouping: conditions, by: \.column).sorted { $0.key < $1.key }
    }
}

/// Why a list cannot be made as it was asked for.
package struct ListError: Error, Sendable {
    /// What is wrong and what to do.
    package let message: String

    init(noColumn key: String, among keys: [String], of kind: ListKind) {
        let hint = Spelling.nearest(to: key, among: keys).map { "did you mean '\($0)'?" }
        message = "\(kind.rawValue) have no column '\(key)'; " + (hint ?? "there are \(keys.joined(separator: ", "))")
    }
}
