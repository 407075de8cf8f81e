/// The way in which a label of ASCII stands for letters beyond it (RFC 3492).
enum Punycode {
    private static let (base, tMin, tMax, skew, damp) = (36, 1, 26, 38, 700)
    private static let (initialBias, initialCode) = (72, 0x80)

    /// The text that a label stands for, without the prefix that marks it; nil for text that was never encoded.
    static func decode(_ label: some StringProtocol) -> String? {
        let bytes = Array(label.utf8)
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        let delimiter = bytes.lastIndex(of: UInt8(ascii: "-"))
        var scalars = bytes[..<(delimiter ?? 0)].map { Unicode.Scalar($0) }
        var rest = bytes[(delimiter.map { $0 + 1 } ?? 0)...]
        var (code, place, bias) = (initialCode, 0, initialBias)
        while !rest.isEmpty {
            guard let step = delta(&rest, bias) else { return nil }
            let count = scalars.count + 1
            bias = adapted(step, count, isFirst: place == 0 && code == initialCode)
            place += step
            code += place / count
            place %= count
            guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else { return nil }
            scalars.insert(scalar, at: place)
            place += 1
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    /// The next number of variable length (RFC 3492, 3.3); nil if it breaks off, or is beyond all that may occur.
    private static func delta(_ bytes: inout ArraySlice<UInt8>, _ bias: Int) -> Int? {
        var (value, weight) = (0, 1)
        var position = base
        while let byte = bytes.popFirst() {
            guard let digit = digit(byte) else { return nil }
            value += digit * weight
            let threshold = min(max(position - bias, tMin), tMax)
            if digit < threshold { return value }
            weight *= base - threshold
            position += base
            // Beyond this no code point is left for a label of 63 letters, and arithmetic is far from its end.
            guard weight <= 1 << 40, value <= 1 << 40 else { return nil }
        }
        return nil
    }

    private static func digit(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) + 26
        default: nil
        }
    }

    /// The bias after a number (RFC 3492, 6.1).
    private static func adapted(_ step: Int, _ count: Int, isFirst: Bool) -> Int {
        var step = isFirst ? step / damp : step / 2
        step += step / count
        var position = 0
        while step > (base - tMin) * tMax / 2 {
            step /= base - tMin
            position += base
        }
        return position + (base - tMin + 1) * step / (step + skew)
    }
}
