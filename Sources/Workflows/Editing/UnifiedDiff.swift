/// The lines in which two versions of a file differ, as `diff -u` prints them.
enum UnifiedDiff {
    private static let context = 3

    /// A line of one version or both.
    private struct Line {
        let mark: Character
        let text: ArraySlice<UInt8>
        /// How many lines of each version stand before it.
        let old: Int
        let new: Int
    }

    /// The difference; empty if there is none.
    ///
    /// - Parameter old: the version before; nil if there was no file.
    static func text(_ path: String, _ old: [UInt8]?, _ new: [UInt8]) -> String {
        let lines = aligned(Self.lines(old ?? []), Self.lines(new))
        let changes = lines.indices.filter { lines[$0].mark != " " }
        guard let first = changes.first else { return "" }
        var text = "--- \(old == nil ? "/dev/null" : "a/\(path)")\n+++ b/\(path)\n"
        var start = first
        var end = first
        for change in changes.dropFirst() {
            if change - end > 2 * context {
                text += hunk(lines[max(0, start - context)...min(lines.count - 1, end + context)])
                start = change
            }
            end = change
        }
        return text + hunk(lines[max(0, start - context)...min(lines.count - 1, end + context)])
    }

    /// Lines with their ends, so that a missing one at the end of the file counts.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
            lines.append(bytes[start..<end])
            start = end
        }
        return lines
    }

    /// Both versions as one sequence of lines.
    private static func aligned(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Line] {
        // Most of a large file stays: only what lies between is worth a thorough look.
        let head = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        let difference = Array(new[head..<new.count - tail]).difference(from: old[head..<old.count - tail])
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(head + offset)
            case .insert(let offset, _, _): inserted.insert(head + offset)
            }
        }
        var lines: [Line] = []
        var (here, there) = (0, 0)
        while here < old.count || there < new.count {
            if removed.contains(here) {
                lines.append(Line(mark: "-", text: old[here], old: here, new: there))
                here += 1
            } else if inserted.contains(there) {
                lines.append(Line(mark: "+", text: new[there], old: here, new: there))
                there += 1
            } else {
                guard here < old.count, there < new.count else { break }
                lines.append(Line(mark: " ", text: old[here], old: here, new: there))
                here += 1
                there += 1
            }
        }
        return lines
    }

    private static func hunk(_ lines: ArraySlice<Line>) -> String {
        guard let first = lines.first else { return "" }
        let old = lines.count { $0.mark != "+" }
        let new = lines.count { $0.mark != "-" }
        let header = "@@ -\(range(first.old, old)) +\(range(first.new, new)) @@\n"
        return header
            + lines.map { line in
                let text = String(decoding: line.text, as: UTF8.self)
                return "\(line.mark)\(text)"
                    + (line.text.last == UInt8(ascii: "\n") ? "" : "\n\\ No newline at end of file\n")
            }.joined()
    }

    /// A range of lines as the header of a hunk has it: an empty one stands behind a line, any other begins at one.
    private static func range(_ before: Int, _ count: Int) -> String {
        count == 1 ? "\(before + 1)" : "\(count == 0 ? before : before + 1),\(count)"
    }
}
