/// Runs of one character, the short ones made once.
struct Run: Sendable {
    /// Blanks.
    static let blank = Run(" ")
    /// Marks below what is wrong.
    static let caret = Run("^")
    /// Marks below what it has to do with.
    static let dash = Run("-")

    private let character: String
    private let ready: [String]

    private init(_ character: String) {
        self.character = character
        ready = (0...128).map { String(repeating: character, count: $0) }
    }

    /// So many of the character; none for a negative number.
    func of(_ count: Int) -> String {
        count < ready.count ? ready[max(0, count)] : String(repeating: character, count: count)
    }
}
