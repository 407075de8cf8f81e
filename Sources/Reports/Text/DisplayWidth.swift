/// How many terminal columns text takes, by East Asian Width (Unicode Annex 11) and combining marks.
package enum DisplayWidth {
    /// The columns that a printable scalar takes: 0 for marks on the letter before, 2 for wide ones, else 1.
    package static func of(_ scalar: Unicode.Scalar) -> Int {
        guard scalar.value >= 0x300 else { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: break
        }
        if hangulMedials.contains(scalar) { return 0 }
        return isWide(scalar) ? 2 : 1
    }

    /// The columns that a line of printable text takes.
    package static func of(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        if regionalIndicators.contains(scalar) { return false }
        return scalar.properties.isEmojiPresentation || wide.contains { $0.contains(scalar) }
    }

    /// Vowels and finals that join the syllable before them.
    private static let hangulMedials: ClosedRange<Unicode.Scalar> = "\u{1160}"..."\u{11ff}"

    /// Letters that make a flag in pairs, one column each.
    private static let regionalIndicators: ClosedRange<Unicode.Scalar> = "\u{1f1e6}"..."\u{1f1ff}"

    /// Ranges of width W and F, apart from emoji, whose own property says it.
    private static let wide: [ClosedRange<Unicode.Scalar>] = [
        "\u{1100}"..."\u{115f}", "\u{2329}"..."\u{232a}", "\u{2e80}"..."\u{303e}", "\u{3040}"..."\u{3247}",
        "\u{3250}"..."\u{a4cf}", "\u{a960}"..."\u{a97f}", "\u{ac00}"..."\u{d7a3}", "\u{f900}"..."\u{faff}",
        "\u{fe10}"..."\u{fe1f}", "\u{fe30}"..."\u{fe6f}", "\u{ff00}"..."\u{ff60}", "\u{ffe0}"..."\u{ffe6}",
        "\u{16fe0}"..."\u{1b2ff}", "\u{1f200}"..."\u{1f265}", "\u{20000}"..."\u{3fffd}",
    ]
}
