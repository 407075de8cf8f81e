/// A text in which a `↓` stands before each place that findings must point at.
package struct MarkedText: Sendable {
    /// The text without its marks.
    package let text: String
    /// Line and column of each mark, 1-based, columns in Unicode scalars.
    package let places: [Place]

    /// A line and a column.
    package struct Place: Hashable, Comparable, Sendable, CustomStringConvertible {
        /// The line, 1-based.
        package let line: Int
        /// The column in Unicode scalars, 1-based.
        package let column: Int

        /// Makes a place.
        package init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }

        package static func < (left: Place, right: Place) -> Bool {
            (left.line, left.column) < (right.line, right.column)
        }

        package var description: String { "\(line):\(column)" }
    }

    /// Takes the marks out of a text.
    package init(_ marked: String) {
        var text = String.UnicodeScalarView()
        var places: [Place] = []
        var (line, column) = (1, 1)
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "↓":
                places.append(Place(line: line, column: column))
                continue
            case "\n": (line, column) = (line + 1, 1)
            default: column += 1
            }
            text.append(scalar)
        }
        self.text = String(text)
        self.places = places
    }
}
