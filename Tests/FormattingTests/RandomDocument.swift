import TestSupport

/// A YAML file as an inventory could be written by someone who uses everything that YAML has to offer.
///
/// Keys are those of the inventory and others; values are of no matter. Every comment has a number of its own.
struct RandomDocument {
    private(set) var text = ""
    private(set) var comments = 0
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        if chance(4) { text += comment() + "\n" }
        if chance(8) { text += "---\(chance(2) ? " \(comment())" : "")\n" }
        writeMapping(indentation: 0, depth: 0, keys: Self.sections)
        if chance(8) { text += comment() + "\n" }
        if chance(8) { text += "...\n" }
        if chance(4) { text = text.replacing("\n", with: "\r\n") }
    }

    private static let sections = ["zones", "devices", "settings", "subnets", "extra", "sites"]
    private static let keys = [
        "name", "prefix", "site", "scan", "tags", "interfaces", "addresses", "'owner'", "\"role\"", "unknown", "größe",
    ]
    private static let plain = [
        "lan", "192.0.2.0/24", "true", "12h", "a b", "x#y", "süß", "-1", "a:b", "http://x", "2001:db8::/32", "e\u{301}",
    ]
    private static let quoted = [
        "'single'", "'it''s'", "\"double\"", "\"a\\tb\\u00e9\"", "\"# no comment\"", "'# nor this'", "\"\"", "'{}'",
        "\"😀\"", "\"a \\\" b\"",
    ]

    // MARK: Choices

    private mutating func chance(_ outOf: Int) -> Bool { Int.random(in: 0..<outOf, using: &generator) == 0 }

    private mutating func pick(_ words: [String]) -> String { words.randomElement(using: &generator) ?? "" }

    private mutating func comment() -> String {
        comments += 1
        return "# c\(comments)\(chance(3) ? " 'quoted \"é: [" : "")"
    }

    private mutating func behind() -> String {
        chance(6) ? String(repeating: " ", count: 1 + comments % 3) + comment() : ""
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

    /// Blank lines and comments above an entry, at its column or near it.
    private mutating func writeAbove(_ indentation: Int) {
        while chance(4) { text += chance(2) ? "\n" : "   \n" }
        while chance(5) {
            text += spaces(max(0, indentation + Int.random(in: -2...3, using: &generator))) + comment() + "\n"
            if chance(4) { text += "\n" }
        }
    }

    // MARK: Blocks

    private mutating func writeMapping(indentation: Int, depth: Int, keys: [String], isBehindDash: Bool = false) {
        let count = Int.random(in: 1...4, using: &generator)
        for (index, key) in keys.shuffled(using: &generator).prefix(count).enumerated() {
            if !isBehindDash || index > 0 {
                writeAbove(indentation)
                text += spaces(indentation)
            }
            let isExplicit = chance(20)
            text += isExplicit ? "? \(key)\n\(spaces(indentation)): " : key + (chance(6) ? " " : "") + ":"
            if !isExplicit || chance(2) { text += " " }
            writeValue(indentation: indentation, depth: depth, isInMapping: true)
        }
    }

    private mutating func writeSequence(indentation: Int, depth: Int, isBehindDash: Bool = false) {
        for index in 0..<Int.random(in: 1...3, using: &generator) {
            if !isBehindDash || index > 0 {
                writeAbove(indentation)
                text += spaces(indentation)
            }
            text += "-"
            let gap = Int.random(in: 1...3, using: &generator)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0...2 where depth < 4:
                text += spaces(gap)
                writeMapping(indentation: indentation + 1 + gap, depth: depth + 1, keys: Self.keys, isBehindDash: true)
            case 3 where depth < 4:
                text += spaces(gap)
                writeSequence(indentation: indentation + 1 + gap, depth: depth + 1, isBehindDash: true)
            default:
                text += spaces(gap)
                writeValue(indentation: indentation, depth: depth, isInMapping: false)
            }
        }
    }

    /// Writes a value behind a key or a dash, and the end of the line.
    private mutating func writeValue(indentation: Int, depth: Int, isInMapping: Bool) {
        let deeper = indentation + Int.random(in: 1...4, using: &generator)
        switch Int.random(in: 0..<12, using: &generator) {
        case 0...2 where depth < 4:
            text += behind() + "\n"
            writeMapping(indentation: deeper, depth: depth + 1, keys: Self.keys)
        case 3...4 where depth < 4:
            text += behind() + "\n"
            // A list may stand at the column of its key.
            writeSequence(indentation: isInMapping && chance(3) ? indentation : deeper, depth: depth + 1)
        case 5...6:
            writeFlow(indentation: deeper, depth: 0, isOnOneLine: chance(2))
            text += behind() + "\n"
        case 7: writeLiteral(indentation: indentation)
        case 8:
            let (first, second) = (pick(["one", "'one", "\"one"]), pick(["two", "- two", "é"]))
            let quote = first.first.map { $0 == "o" ? "" : String($0) } ?? ""
            text += "\(first) \n\(chance(3) ? "\n" : "")\(spaces(deeper))\(second)\(quote)\(behind())\n"
        case 9: text += behind() + "\n"
        case 10 where chance(3):
            text +=
                behind() + "\n" + spaces(deeper) + (chance(2) ? comment() + "\n" + spaces(deeper) : "")
                + pick(Self.plain) + "\n"
        default: text += pick(Self.plain + Self.quoted) + behind() + "\n"
        }
    }

    private mutating func writeLiteral(indentation: Int) {
        let step = Int.random(in: 1...4, using: &generator)
        let isExplicit = chance(3)
        text +=
            pick(["|", ">"]) + (isExplicit ? "\(step)" : "") + pick(["", "-", "+"]) + (chance(6) ? " " + comment() : "")
            + "\n"
        for index in 0..<Int.random(in: 1...4, using: &generator) {
            let extra = index == 0 && !isExplicit ? 0 : Int.random(in: 0...2, using: &generator)
            text +=
                chance(5) && index > 0
                ? "\n" : spaces(indentation + step + extra) + pick(["text", "# text", "a: b", "- c"]) + "\n"
        }
        while chance(3) { text += chance(2) ? "\n" : spaces(indentation + step + 1) + "\n" }
    }

    // MARK: Brackets

    private mutating func writeFlow(indentation: Int, depth: Int, isOnOneLine: Bool) {
        let isMapping = chance(2)
        text += isMapping ? "{" : "["
        let count = Int.random(in: 0...3, using: &generator)
        for (index, key) in Self.keys.shuffled(using: &generator).prefix(count).enumerated() {
            writeFlowBreak(indentation, isOnOneLine)
            if isMapping || chance(8) {
                text += key + (chance(6) ? "" : ":" + (chance(4) && !isOnOneLine ? " \(comment())\n" : "") + " ")
            }
            if depth < 3, chance(3), text.last == " " || !isMapping {
                writeFlow(indentation: indentation, depth: depth + 1, isOnOneLine: isOnOneLine)
            } else if text.last == " " || !isMapping && text.last != ":" && !text.hasSuffix(key) {
                text += pick(Self.plain + Self.quoted)
            }
            if index + 1 < count || chance(6) { text += chance(6) ? " ," : "," }
        }
        writeFlowBreak(indentation, isOnOneLine)
        text += isMapping ? "}" : "]"
    }

    private mutating func writeFlowBreak(_ indentation: Int, _ isOnOneLine: Bool) {
        if isOnOneLine {
            text += spaces(Int.random(in: 0...2, using: &generator))
        } else if chance(2) {
            text +=
                (chance(3) ? " " + comment() : "") + "\n" + (chance(5) ? comment() + "\n" : "") + spaces(indentation)
        } else {
            text += " "
        }
    }
}
