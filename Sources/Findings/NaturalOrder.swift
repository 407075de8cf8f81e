/// The order of people: numbers within texts by value, so that 192.0.2.9 stands before 192.0.2.10.
package enum NaturalOrder {
    /// Whether `left` stands before `right`; texts that differ in leading zeros alone are ordered as they are spelt.
    package static func precedes(_ left: String, _ right: String) -> Bool {
        var here = left.unicodeScalars[...]
        var there = right.unicodeScalars[...]
        while let one = here.first, let other = there.first {
            if isDigit(one), isDigit(other) {
                let number = takeNumber(&here)
                let otherNumber = takeNumber(&there)
                if number.count != otherNumber.count { return number.count < otherNumber.count }
                if !number.elementsEqual(otherNumber) { return number.lexicographicallyPrecedes(otherNumber) }
            } else {
                if one != other { return one < other }
                here.removeFirst()
                there.removeFirst()
            }
        }
        if here.isEmpty != there.isEmpty { return here.isEmpty }
        return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func takeNumber(_ text: inout Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        let digits = text.prefix(while: isDigit)
        text.removeFirst(digits.count)
        return digits.drop { $0 == "0" }
    }
}
