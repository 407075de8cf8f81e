/// Text that never grows beyond a number of bytes: what does not fit is counted instead.
struct BoundedText {
    /// What has been taken so far.
    private(set) var text = ""
    private let limit: Int

    /// Room kept free for saying how many items of each of the last lists were left out.
    private static let reserve = 200

    /// Starts empty.
    init(limit: Int) {
        self.limit = limit
    }

    /// Appends a heading and as many items as fit, and says how many did not.
    mutating func append(_ heading: String, items: [String]) {
        var taken = 0
        if fits(heading) {
            text += heading
            while taken < items.count, fits(items[taken]) {
                text += items[taken]
                taken += 1
            }
        }
        if taken < items.count { text += "\n\(items.count - taken) more\n" }
    }

    private func fits(_ addition: String) -> Bool {
        text.utf8.count + addition.utf8.count + Self.reserve <= limit
    }
}
