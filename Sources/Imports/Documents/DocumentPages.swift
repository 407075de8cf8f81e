/// The files of one name: another is begun when one is full.
struct DocumentPages {
    /// The most bytes of a file, unless a single part has more: what an editor opens at once.
    private static let fileSize = 1 << 20

    private var full: [DocumentPrinter] = []
    private var current = DocumentPrinter()
    private var section: String?

    /// Adds what is printed of one of the lists at the top, or what stands at the top itself.
    mutating func add(_ text: DocumentPrinter, under key: String?) {
        if !current.isEmpty, current.bytes.count + text.bytes.count > Self.fileSize {
            full.append(current)
            current = DocumentPrinter()
            section = nil
        }
        if let key, section != key { current.section(key) }
        section = key
        current.append(text)
    }

    /// The text of each file.
    var finished: [DocumentPrinter] { current.isEmpty ? full : full + [current] }
}
