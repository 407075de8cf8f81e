/// Runs of blanks.
enum Blanks {
    private static let ready = (0...128).map { String(repeating: " ", count: $0) }

    /// So many blanks; none for a negative number.
    static func of(_ count: Int) -> String {
        count < ready.count ? ready[max(0, count)] : String(repeating: " ", count: count)
    }
}
