/// Bytes of a file that give way to others.
package struct TextPatch: Hashable, Sendable {
    /// What gives way; empty where something is only put in.
    package let range: Range<Int>
    /// What comes; empty where something only goes.
    package let bytes: [UInt8]

    static func insert(_ text: String, at offset: Int) -> TextPatch {
        TextPatch(range: offset..<offset, bytes: Array(text.utf8))
    }

    static func delete(_ range: Range<Int>) -> TextPatch { TextPatch(range: range, bytes: []) }

    static func replace(_ range: Range<Int>, with text: String) -> TextPatch {
        TextPatch(range: range, bytes: Array(text.utf8))
    }
}

/// Patches of one file in its order, none of which touches another.
package struct TextPatches: Hashable, Sendable {
    /// The patches.
    package private(set) var patches: [TextPatch] = []

    /// Brings patches into order; of those at one place, the ones given first stay first. Deletions may overlap.
    ///
    /// - Throws: ``EditError`` if two want to change the same bytes to something else.
    init(_ unordered: [TextPatch]) throws(EditError) {
        let ordered = unordered.enumerated().sorted {
            ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
                < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
        }
        for (_, patch) in ordered {
            guard let last = patches.last, patch.range.lowerBound < last.range.upperBound else {
                patches.append(patch)
                continue
            }
            guard patch.bytes.isEmpty || patch.range.isEmpty else {
                throw EditError(.conflict, "two changes of the same text: make one after the other")
            }
            patches[patches.count - 1] = TextPatch(
                range: last.range.lowerBound..<max(last.range.upperBound, patch.range.upperBound),
                bytes: last.bytes + patch.bytes)
        }
    }

    /// The bytes of the file with the patches applied.
    package func applied(to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var end = 0
        for patch in patches {
            result += bytes[end..<patch.range.lowerBound] + patch.bytes
            end = patch.range.upperBound
        }
        return result + bytes[end...]
    }

    private init(ordered: [TextPatch]) {
        patches = ordered
    }

    /// What takes the patches back, once they have been applied to a file of these bytes.
    package func undoing(_ bytes: [UInt8]) -> TextPatches {
        var shift = 0
        var inverse: [TextPatch] = []
        for patch in patches {
            let start = patch.range.lowerBound + shift
            inverse.append(TextPatch(range: start..<start + patch.bytes.count, bytes: Array(bytes[patch.range])))
            shift += patch.bytes.count - patch.range.count
        }
        return TextPatches(ordered: inverse)
    }
}
