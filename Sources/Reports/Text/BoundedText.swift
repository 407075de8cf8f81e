/// Text that never grows beyond a number of bytes: what does not fit is counted instead.
package struct BoundedText: Sendable {
    /// What has been taken so far.
    package private(set) var text = ""
    private let limit: Int

    /// Room kept free for saying how many items of each of the last lists were left out.
    private static let reserve = 200

    /// Starts empty; takes at most so many bytes of UTF-8.
    package init(limit: Int) {
        self.limit = limit
    }

    /// Appends a heading and as many items as fit, and says how many did not; those are not even made.
    package mutating func append(_ heading: String, items: some Collection<String>) {
        var rest = items[...]
        if fits(heading) {
            text += heading
            while let item = rest.first, fits(item) {
                text += item
                rest.removeFirst()
            }
        }
        if !rest.isEmpty { text += "\n\(rest.count) more\n" }
    }

    private func fits(_ addition: String) -> Bool {
        text.utf8.count + addition.utf8.count + Self.reserve <= limit
    }
}
