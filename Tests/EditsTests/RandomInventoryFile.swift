import TestSupport

/// An inventory file as different people write them: every style of YAML, and comments everywhere.
struct RandomInventoryFile {
    private(set) var text = ""
    private var generator: SeededGenerator
    private var number = 0
    /// How this file's author indents.
    private let step: Int
    private let isDashIndented: Bool

    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        step = [2, 2, 2, 4, 3].randomElement(using: &generator) ?? 2
        isDashIndented = Int.random(in: 0..<4, using: &generator) > 0
        self.generator = generator
        write()
    }

    private mutating func write() {
        if chance(3) { line("# yaml-language-server: $schema=../schemas/inventory.schema.json") }
        if chance(3) { line(comment()) }
        if chance(6) { line("---") }
        let isSpaced = !chance(4)
        for (index, section) in ["subnets", "devices", "reservations"].shuffled(using: &generator).enumerated() {
            if chance(5) { continue }
            if index > 0, isSpaced { line(chance(8) ? "  " : "") }
            if chance(4) { line(comment()) }
            line("\(quotedKey(section)):" + behind())
            writeItems(of: section)
        }
        if chance(5) { text += "\n" + comment() + "\n" }
        if chance(10) { line("...") }
        if chance(4) { text = text.replacing("\n", with: "\r\n") }
        if chance(5), text.hasSuffix("\n"), !text.hasSuffix("\n\n"), !text.hasSuffix("\r\n\r\n") { text.removeLast() }
    }

    // MARK: Words

    private mutating func chance(_ outOf: Int) -> Bool { Int.random(in: 0..<outOf, using: &generator) == 0 }

    private mutating func pick(_ words: [String]) -> String { words.randomElement(using: &generator) ?? "" }

    private mutating func next() -> Int {
        number += 1
        return number
    }

    private mutating func comment() -> String {
        "#" + pick([" ", "", "  "]) + pick(["see ticket", "größer", "- {old: [", "'quoted\"", "name: x", "日本"])
            + " \(next())"
    }

    private mutating func behind() -> String { chance(6) ? pick([" ", "   ", "\t"]) + comment() : "" }

    private mutating func quotedKey(_ key: String) -> String { chance(12) ? pick(["'\(key)'", "\"\(key)\""]) : key }

    private mutating func scalar(_ text: String) -> String {
        chance(4) ? pick(["'\(text)'", "\"\(text)\""]) : text
    }

    private mutating func line(_ content: String, _ column: Int = 0) {
        text += String(repeating: " ", count: column) + content + "\n"
    }

    private mutating func notes(_ column: Int) {
        while chance(9) { line(comment(), chance(3) ? max(0, column - 1) : column) }
    }

    // MARK: Parts

    private mutating func writeItems(of section: String) {
        let column = isDashIndented ? step : 0
        let isSorted = chance(2)
        let isSpaced = chance(2)
        let isFlow = chance(3)
        var names = (0..<Int.random(in: 1...5, using: &generator)).map { _ in next() }
        if isSorted { names.sort() } else { names.shuffle(using: &generator) }
        for (index, name) in names.enumerated() {
            if index > 0, isSpaced { line("") }
            notes(column)
            let entries = entries(of: section, name)
            if isFlow || chance(8) { writeFlow(entries, column) } else { writeBlock(entries, column) }
            if chance(10) { line(comment(), column + step + 2) }
        }
    }

    private enum Part {
        case scalar(String)
        case list([String])
        case interfaces([[(String, Part)]])
        case literal([String])
    }

    private mutating func entries(of section: String, _ name: Int) -> [(String, Part)] {
        var entries: [(String, Part)]
        switch section {
        case "subnets": entries = [("prefix", .scalar("10.\(name).0.0/16")), ("name", .scalar("net\(name)"))]
        case "devices": entries = [("name", .scalar("host\(name)")), ("interfaces", .interfaces(interfaces()))]
        default: entries = [("address", .scalar("192.0.2.\(name)")), ("name", .scalar("held\(name)"))]
        }
        if chance(2) { entries.append(("owner", .scalar(pick(["netops", "süß", "a b", "Zoë K."])))) }
        if chance(3) { entries.append(("tags", .list(["prod", "'no'", "x#y"].shuffled(using: &generator)))) }
        if chance(4) { entries.append(("description", .literal(["first line", "# no comment", "  deeper"]))) }
        if chance(6) { entries.insert(entries.removeLast(), at: 0) }
        return entries
    }

    private mutating func interfaces() -> [[(String, Part)]] {
        (0..<Int.random(in: 1...2, using: &generator)).map { port in
            let count = Int.random(in: 0...3, using: &generator)
            let addresses = (0..<count).map { _ in chance(4) ? "\"2001:db8::\(next())\"" : "198.51.100.\(next() % 250)"
            }
            var entries: [(String, Part)] = [("name", .scalar("eth\(port)")), ("addresses", .list(addresses))]
            if chance(2) { entries.insert(("mac", .scalar("02:00:5e:10:00:0\(port)")), at: 1) }
            return entries
        }
    }

    private mutating func writeBlock(_ entries: [(String, Part)], _ column: Int) {
        let gap = chance(8) ? 2 : 1
        for (index, entry) in entries.enumerated() {
            let inner = column + 1 + gap
            if index > 0 { notes(inner) }
            let lead = index == 0 ? "-" + String(repeating: " ", count: gap) : ""
            write(entry, lead: lead, column: index == 0 ? column : inner, inner)
        }
    }

    private mutating func write(_ entry: (String, Part), lead: String, column: Int, _ inner: Int) {
        let key = lead + quotedKey(entry.0) + ":"
        switch entry.1 {
        case .scalar(let value): line("\(key) \(scalar(value))\(behind())", column)
        case .list(let items):
            if items.isEmpty || chance(2) {
                line("\(key) \(flowList(items, inner))\(behind())", column)
            } else {
                line(key + behind(), column)
                for item in items {
                    notes(inner + 2)
                    line("- \(item)\(behind())", inner + (isDashIndented ? 2 : 0))
                }
            }
        case .interfaces(let all):
            line(key + behind(), column)
            for interface in all {
                let dash = inner + (isDashIndented ? step : 0)
                if chance(2) { writeFlow(interface, dash) } else { writeBlock(interface, dash) }
            }
        case .literal(let lines):
            line("\(key) \(pick(["|", "|-", ">", ">-", "|+"]))", column)
            for content in lines { line(content, inner + 2) }
            if chance(4) { line("") }
        }
    }

    private mutating func flowList(_ items: [String], _ column: Int) -> String {
        guard !items.isEmpty else { return pick(["[]", "[ ]"]) }
        switch Int.random(in: 0..<7, using: &generator) {
        case 0: return "[ \(items.joined(separator: " , ")) ]"
        case 1:
            let margin = String(repeating: " ", count: column + 4)
            let lines = items.enumerated().map { index, item in
                margin + item + (index + 1 < items.count || chance(2) ? "," : "") + behind()
            }
            return "[\n" + lines.joined(separator: "\n") + "\n" + String(repeating: " ", count: column + 1) + "]"
        case 2:
            let margin = "\n" + String(repeating: " ", count: column + 2)
            let lines = items.enumerated().map { index, item in
                (chance(6) ? margin + comment() : "") + margin + (index == 0 ? "  " : ", ") + item + behind()
            }
            return "[" + lines.joined() + margin + "]"
        case 3: return "[\(items.joined(separator: ",\n" + String(repeating: " ", count: column + 6)))]"
        default: return "[\(items.joined(separator: ", "))\(chance(8) ? "," : "")]"
        }
    }

    private mutating func writeFlow(_ entries: [(String, Part)], _ column: Int) {
        let isLong = chance(5)
        let margin = String(repeating: " ", count: column + 4)
        let parts = entries.map { entry in
            let part = flow(entry, column)
            return isLong ? "\n\(margin)\(part)" : part
        }
        let separator = isLong ? "," : ", "
        let end = isLong ? (chance(2) ? "," : "") + "\n\(margin)}" : "}"
        line("- {" + parts.joined(separator: separator) + end + behind(), column)
    }

    private mutating func flow(_ entry: (String, Part), _ column: Int) -> String {
        switch entry.1 {
        case .scalar(let value): "\(entry.0): \(scalar(value).replacing(",", with: ""))"
        case .list(let items): "\(entry.0): [\(items.joined(separator: ", "))]"
        case .literal: "\(entry.0): \"an \\\"escaped\\\" text\""
        case .interfaces(let all):
            "\(entry.0): ["
                + all.map { interface in
                    "{" + interface.map { flow($0, column) }.joined(separator: ", ") + "}"
                }.joined(separator: ", ") + "]"
        }
    }
}
