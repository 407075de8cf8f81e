/// A file as it is to be laid out.
struct DocumentLayout: Sendable {
    /// Above the first entry, about the file as a whole.
    let head: [Comment]
    /// Whether a blank line stands between the head and what follows.
    let isApart: Bool
    var body: Collection
    /// Below everything.
    let tail: [Comment]
}

/// A mapping or a sequence as it is to be laid out, with the comments that belong to it.
struct Collection: Sendable {
    /// How it is written.
    enum Style: Sendable {
        /// By indentation.
        case block
        /// In brackets on one line.
        case line
        /// In brackets over several lines.
        case lines
        /// One entry of a mapping inside of a flow sequence, without brackets: `[key: value]`.
        case pair
    }

    let isMapping: Bool
    var style: Style
    var entries: [Entry] = []
    /// Behind an opening bracket.
    var opening: Comment?
    /// Below the last entry.
    var foot: [Comment] = []

    /// Whether the first entry may stand behind the dash of the item that the collection is.
    var canFollowDash: Bool { style == .block && entries.first?.above.isEmpty == true }
}

/// An entry of a mapping or an item of a sequence.
struct Entry: Sendable {
    /// Above it.
    var above: [Comment] = []
    /// Whether a blank line stands right above it.
    var followsBlankLine = false
    /// Whether it begins a line, inside of brackets.
    var beginsLine = false
    /// The key as it is written; nil for an item.
    var key: ArraySlice<UInt8>?
    /// The decoded key.
    var name = ""
    /// Whether a colon follows the key.
    var hasColon = true
    /// Between the key, or the dash, and a value that does not begin in that line.
    var between: [Comment] = []
    var value = Value.nothing
    /// Behind the value, in its line.
    var behind: Comment?
    /// Below the value, and indented further than the entry.
    var below: [Comment] = []

    /// Whether a blank line stands between it, or the comments above it, and what precedes.
    var isApart: Bool {
        get { above.first?.followsBlankLine ?? followsBlankLine }
        set { if above.isEmpty { followsBlankLine = newValue } else { above[0].followsBlankLine = newValue } }
    }
}

/// What an entry holds.
indirect enum Value: Sendable {
    case nothing
    /// A plain or quoted scalar, line by line.
    case scalar([ArraySlice<UInt8>])
    case literal(BlockScalar)
    case collection(Collection)
}
