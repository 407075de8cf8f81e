extension DomainName: Comparable {
    /// Orders names as people read zones: by labels from right to left, a parent before its children.
    ///
    /// Labels that are numbers come first, by value, so that in a reverse zone `9` stands before `10`; others follow in
    /// the order of their octets, as in RFC 4034, 6.1, except that numbers within them count by value: `h2`, `h10`.
    package static func < (left: DomainName, right: DomainName) -> Bool {
        let (leftText, rightText) = (left.text.utf8.span, right.text.utf8.span)
        var (leftEnd, rightEnd) = (leftText.count, rightText.count)
        var common = 0
        // Equal endings need no splitting into labels: only the last dot in them matters.
        while common < min(leftText.count, rightText.count) {
            let byte = leftText[leftText.count - common - 1]
            guard byte == rightText[rightText.count - common - 1] else { break }
            common += 1
            guard byte == UInt8(ascii: ".") else { continue }
            leftEnd = leftText.count - common
            rightEnd = rightText.count - common
        }
        let leftLabel = leftText.extracting(startOfLastLabel(leftText, before: leftEnd)..<leftEnd)
        let rightLabel = rightText.extracting(startOfLastLabel(rightText, before: rightEnd)..<rightEnd)
        let order = compare(leftLabel, rightLabel)
        return order == 0 ? leftText.count < rightText.count : order < 0
    }

    private static func startOfLastLabel(_ name: Span<UInt8>, before end: Int) -> Int {
        var start = end
        while start > 0, name[start - 1] != UInt8(ascii: ".") { start -= 1 }
        return start
    }

    /// Below 0 if `left` comes first, above 0 if `right` does, and 0 for equal labels.
    private static func compare(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        let (leftIsNumber, rightIsNumber) = (isNumber(left), isNumber(right))
        guard leftIsNumber == rightIsNumber else { return leftIsNumber ? -1 : 1 }
        var (leftIndex, rightIndex) = (0, 0)
        while leftIndex < left.count, rightIndex < right.count {
            if left[leftIndex].decimalDigit != nil, right[rightIndex].decimalDigit != nil {
                let leftDigits = digits(left, from: leftIndex)
                let rightDigits = digits(right, from: rightIndex)
                (leftIndex, rightIndex) = (leftDigits.upperBound, rightDigits.upperBound)
                let order = compareNumbers(left.extracting(leftDigits), right.extracting(rightDigits))
                if order != 0 { return order }
            } else {
                if left[leftIndex] != right[rightIndex] { return Int(left[leftIndex]) - Int(right[rightIndex]) }
                leftIndex += 1
                rightIndex += 1
            }
        }
        let (leftRest, rightRest) = (left.count - leftIndex, right.count - rightIndex)
        // What remains equal so far can differ in leading zeros only.
        return leftRest == 0 && rightRest == 0 ? compareOctets(left, right) : leftRest - rightRest
    }

    /// The run of digits that begins at `start`.
    private static func digits(_ label: Span<UInt8>, from start: Int) -> Range<Int> {
        var end = start
        while end < label.count, label[end].decimalDigit != nil { end += 1 }
        return start..<end
    }

    private static func compareNumbers(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        let leftDigits = left.extracting(leadingZeros(left)..<left.count)
        let rightDigits = right.extracting(leadingZeros(right)..<right.count)
        if leftDigits.count != rightDigits.count { return leftDigits.count - rightDigits.count }
        return compareOctets(leftDigits, rightDigits)
    }

    private static func compareOctets(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
            return Int(left[index]) - Int(right[index])
        }
        return left.count - right.count
    }

    private static func isNumber(_ label: Span<UInt8>) -> Bool {
        for index in label.indices where label[index].decimalDigit == nil { return false }
        return true
    }

    private static func leadingZeros(_ number: Span<UInt8>) -> Int {
        for index in number.indices where number[index] != UInt8(ascii: "0") { return index }
        return number.count
    }
}
