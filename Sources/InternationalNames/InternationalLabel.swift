package import Addressing
import Foundation

/// Labels with letters beyond ASCII, and what DNS has for them: `münchen` and `xn--mnchen-3ya` (RFC 5890).
///
/// Foundation turns the one into the other, as it does in URLs. It accepts more than registries of names do, symbols and
/// letters that are other ones in disguise, so what may stand in a label is decided here, as RFC 5892 has it.
package enum InternationalLabel {
    private static let prefix = "xn--"

    /// What DNS has for a label; upper case becomes lower case, and marks join their letters (NFC).
    ///
    /// - Throws: ``AddressError`` if the label has what no name may have, or is no label in another way.
    package static func ascii(_ label: String) throws(AddressError) -> String {
        let lowered = label.lowercased().precomposedStringWithCanonicalMapping
        for scalar in lowered.unicodeScalars where !isAllowed(scalar) {
            let code = String(scalar.value, radix: 16, uppercase: true)
            let name = String(repeating: "0", count: max(0, 4 - code.count)) + code
            throw AddressError(
                "the label '\(label.prefix(60))' has the character U+\(name), which names may not contain (RFC 5892)")
        }
        guard isInPlace(lowered), let host = URL(string: "http://\(lowered)/")?.host(percentEncoded: false),
            host.hasPrefix(prefix), !host.contains(".")
        else {
            throw AddressError(
                "the label '\(label.prefix(60))' cannot stand in DNS: it is too long there, begins or ends with a hyphen "
                    + "or a mark, or mixes what must not be mixed (RFC 5891)")
        }
        return host
    }

    /// Whether a label in lower case says that it stands for letters beyond ASCII.
    static func isMarked(_ label: some StringProtocol) -> Bool { label.hasPrefix(prefix) }

    /// The letters that a label stands for; nil if it stands for none beyond ASCII.
    package static func unicode(_ label: some StringProtocol) -> String? {
        guard isMarked(label), let decoded = Punycode.decode(label.dropFirst(prefix.count)),
            // There is one way only to write a label; whatever else decodes is left as it stands.
            let again = try? ascii(decoded), again == label
        else { return nil }
        return decoded
    }

    // MARK: Characters

    /// Letters, marks and digits that stand for themselves (RFC 5892, 2 and 3), and those that are an exception.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-" }
        if exceptions.contains(scalar) { return true }
        guard !scalar.properties.changesWhenNFKCCaseFolded, !scalar.properties.isDefaultIgnorableCodePoint,
            !refused.contains(scalar), !blocks.contains(where: { $0.contains(scalar) })
        else { return false }
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .decimalNumber: return true
        default: return false
        }
    }

    /// RFC 5892, 2.6: letters that folding would change; signs that need certain letters beside them; the joiners, which Foundation judges by what
    /// stands around them.
    private static let exceptions: Set<Unicode.Scalar> = [
        "\u{df}", "\u{3c2}", "\u{6fd}", "\u{6fe}", "\u{f0b}", "\u{3007}", "\u{b7}", "\u{375}", "\u{5f3}", "\u{5f4}",
        "\u{30fb}", "\u{200c}", "\u{200d}",
    ]

    /// RFC 5892, 2.6: letters and marks that names may not have all the same.
    private static let refused: Set<Unicode.Scalar> = [
        "\u{640}", "\u{7fa}", "\u{302e}", "\u{302f}", "\u{3031}", "\u{3032}", "\u{3033}", "\u{3034}", "\u{3035}",
        "\u{303b}",
    ]

    /// RFC 5892, 2.4 and 2.9: marks for symbols and music, and the parts of which old Hangul is made.
    private static let blocks: [ClosedRange<Unicode.Scalar>] = [
        "\u{20d0}"..."\u{20ff}", "\u{1d100}"..."\u{1d1ff}", "\u{1d200}"..."\u{1d24f}", "\u{1100}"..."\u{11ff}",
        "\u{a960}"..."\u{a97c}", "\u{d7b0}"..."\u{d7c6}", "\u{d7cb}"..."\u{d7fb}",
    ]

    /// Whether signs stand beside the letters that they belong to, and digits of Arabic are of one kind (RFC 5892, A.3 to
    /// A.9): middle dots between two `l`, or in Japanese; the numeral sign of Greek before a letter, those of Hebrew after.
    private static func isInPlace(_ label: String) -> Bool {
        let scalars = Array(label.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let before = index > 0 ? scalars[index - 1] : nil
            let after = index + 1 < scalars.count ? scalars[index + 1] : nil
            switch scalar {
            case "\u{b7}": guard before == "l", after == "l" else { return false }
            case "\u{375}": guard after.map(isGreek) == true else { return false }
            case "\u{5f3}", "\u{5f4}": guard before.map(isHebrew) == true else { return false }
            default: break
            }
        }
        if scalars.contains("\u{30fb}"), !scalars.contains(where: isJapanese) { return false }
        return !scalars.contains { ("\u{660}"..."\u{669}").contains($0) }
            || !scalars.contains { ("\u{6f0}"..."\u{6f9}").contains($0) }
    }

    /// Whether a character is Greek; the letters between the ranges are Coptic.
    private static func isGreek(_ scalar: Unicode.Scalar) -> Bool {
        let ranges: [ClosedRange<UInt32>] = [0x370...0x3e1, 0x3f0...0x3ff, 0x1f00...0x1fff]
        return ranges.contains { $0.contains(scalar.value) }
    }

    private static func isHebrew(_ scalar: Unicode.Scalar) -> Bool { (0x591...0x5f4).contains(scalar.value) }

    /// Whether a character is Hiragana, Katakana or Han.
    private static func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
        let isKana = ("\u{3041}"..."\u{30ff}").contains(scalar) && !("\u{3099}"..."\u{309c}").contains(scalar)
        return (isKana && !["\u{30a0}", "\u{30fb}", "\u{30fc}"].contains(scalar)) || scalar.properties.isIdeographic
    }
}
